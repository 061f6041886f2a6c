package io.mingshu.semantic.behaviour;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one person did, in order. Cleared and filled again for the next. */
final class Touches {
  static final int NO_VALUE = -1;

  private long[] at = new long[64];
  private long[] kinds = new long[64];
  private int[] groups = new int[64];
  private int[] shared = new int[64];
  private int size;
  private final Values groupValues = new Values();
  private final Values sharedValues = new Values();

  void add(long moment, long kind, @Nullable String group, @Nullable String share) {
    if (size == at.length) {
      Bounds.requireEvents(size);
      at = Arrays.copyOf(at, 2 * size);
      kinds = Arrays.copyOf(kinds, 2 * size);
      groups = Arrays.copyOf(groups, 2 * size);
      shared = Arrays.copyOf(shared, 2 * size);
    }
    at[size] = moment;
    kinds[size] = kind;
    groups[size] = groupValues.number(group);
    shared[size] = sharedValues.number(share);
    size++;
  }

  void clear() {
    size = 0;
    groupValues.clear();
    sharedValues.clear();
  }

  int size() {
    return size;
  }

  long at(int place) {
    return at[place];
  }

  /** Bits for the steps and exclusions that the event is. */
  long kinds(int place) {
    return kinds[place];
  }

  boolean is(int place, int kind) {
    return (kinds[place] >> kind & 1) != 0;
  }

  /** The number of its group; {@link #NO_VALUE} where it is in none. */
  int group(int place) {
    return groups[place];
  }

  int shared(int place) {
    return shared[place];
  }

  String groupName(int group) {
    return groupValues.name(group);
  }

  /** Numbers for the values that occur. */
  private static final class Values {
    private final Map<String, Integer> numbers = new HashMap<>();
    private @Nullable String[] names = new @Nullable String[8];

    int number(@Nullable String value) {
      if (value == null) {
        return NO_VALUE;
      }
      Integer known = numbers.get(value);
      if (known != null) {
        return known;
      }
      int number = numbers.size();
      if (number == names.length) {
        names = Arrays.copyOf(names, 2 * number);
      }
      names[number] = value;
      numbers.put(value, number);
      return number;
    }

    String name(int number) {
      return String.valueOf(names[number]);
    }

    void clear() {
      if (!numbers.isEmpty()) {
        numbers.clear();
      }
    }
  }
}
