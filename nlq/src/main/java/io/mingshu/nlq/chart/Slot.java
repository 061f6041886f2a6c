package io.mingshu.nlq.chart;

import java.util.Set;
import java.util.function.Predicate;

/**
 * A place of a pattern whose meaning the rule reads. Slots are told apart by identity: two slots of
 * one type in one rule are two places.
 */
public final class Slot<T extends Meaning> implements Element {
  private final Class<T> type;
  private final Set<?> kinds;
  private final Predicate<T> condition;

  private Slot(Class<T> type, Set<?> kinds, Predicate<T> condition) {
    this.type = type;
    this.kinds = Set.copyOf(kinds);
    this.condition = condition;
  }

  public static <T extends Meaning> Slot<T> of(Class<T> type) {
    return new Slot<>(type, Set.of(), meaning -> true);
  }

  public static <T extends Meaning> Slot<T> of(Class<T> type, Predicate<T> condition) {
    return new Slot<>(type, Set.of(), condition);
  }

  /** A place for meanings of some kinds. */
  public static <T extends Meaning> Slot<T> ofKinds(Class<T> type, Set<?> kinds) {
    return new Slot<>(type, kinds, meaning -> kinds.contains(meaning.kind()));
  }

  @Override
  public boolean accepts(Meaning meaning) {
    return type.isInstance(meaning) && condition.test(type.cast(meaning));
  }

  @Override
  public Class<T> type() {
    return type;
  }

  @Override
  public Set<?> kinds() {
    return kinds;
  }

  T cast(Meaning meaning) {
    return type.cast(meaning);
  }
}
