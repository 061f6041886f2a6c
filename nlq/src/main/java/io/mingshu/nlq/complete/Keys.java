package io.mingshu.nlq.complete;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that names can be found by, sorted, so that what begins alike lies side by side. */
final class Keys {
  private static final int SHORTEST_INNER_CHINESE = 2;

  /** How a key belongs to its name. */
  enum Way {
    WHOLE,
    /** It begins at a later word of the name. */
    INNER,
    /** It is how the name sounds. */
    SOUND
  }

  record Key(String text, Name name, Way way) {}

  private final List<Key> keys;
  private final List<Key> names;

  Keys(List<Name> names) {
    List<Key> all = new ArrayList<>();
    for (Name name : names) {
      all.add(new Key(name.folded(), name, Way.WHOLE));
      addInner(name, all);
      Sound.spellings(name.folded()).forEach(s -> all.add(new Key(s, name, Way.SOUND)));
    }
    this.keys = sorted(all);
    this.names = sorted(all.stream().filter(key -> key.way() == Way.WHOLE).toList());
  }

  private static List<Key> sorted(List<Key> keys) {
    return keys.stream()
        .sorted(Comparator.comparing(Key::text).thenComparing(key -> key.name().order()))
        .toList();
  }

  private static void addInner(Name name, List<Key> keys) {
    String text = name.folded();
    boolean heads =
        name.entry().kind() == Completion.Kind.METRIC
            || name.entry().kind() == Completion.Kind.DIMENSION;
    for (int i = 1; i < text.length(); i++) {
      char before = text.charAt(i - 1);
      char c = text.charAt(i);
      boolean latinWord = Letters.isLatin(c) && !Letters.isLatin(before);
      // Values are known by how they begin; what is measured, often by how it ends (支付金额).
      boolean chinese = heads && Letters.isHan(c) && text.length() - i >= SHORTEST_INNER_CHINESE;
      if (latinWord || chinese) {
        keys.add(new Key(text.substring(i), name, Way.INNER));
      }
    }
  }

  /** Those that begin with a text. */
  List<Key> beginningWith(String prefix) {
    int from = firstFrom(prefix);
    int to = from;
    while (to < keys.size() && keys.get(to).text().startsWith(prefix)) {
      to++;
    }
    return keys.subList(from, to);
  }

  private int firstFrom(String text) {
    int low = 0;
    int high = keys.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (keys.get(middle).text().compareTo(text) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A word of a text and all that it is a name of. */
  record Named(List<Key> keys, int end) {}

  /** The longest name that stands at a place of a text. */
  Optional<Named> longestAt(String text, int start) {
    int low = 0;
    int high = names.size();
    Optional<Named> longest = Optional.empty();
    for (int depth = 0; start + depth < text.length(); depth++) {
      char c = text.charAt(start + depth);
      low = firstWith(low, high, depth, c);
      high = firstWith(low, high, depth, c + 1);
      if (low == high) {
        break;
      }
      int end = start + depth + 1;
      if (names.get(low).text().length() == depth + 1 && !Letters.isInsideWord(text, end)) {
        // What goes on beyond this depth sorts behind what ends here.
        longest =
            Optional.of(new Named(names.subList(low, firstWith(low, high, depth + 1, 0)), end));
      }
    }
    return longest;
  }

  /** The first of a range of names, all alike before a depth, that has no smaller letter there. */
  private int firstWith(int from, int to, int depth, int letter) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      String name = names.get(middle).text();
      if (name.length() <= depth || name.charAt(depth) < letter) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
