package io.mingshu.nlq.chart;

import java.util.function.Predicate;

/**
 * A place of a pattern whose meaning the rule reads. Slots are told apart by identity: two slots of
 * one type in one rule are two places.
 */
public final class Slot<T extends Meaning> implements Element {
  private final Class<T> type;
  private final Predicate<T> condition;

  private Slot(Class<T> type, Predicate<T> condition) {
    this.type = type;
    this.condition = condition;
  }

  public static <T extends Meaning> Slot<T> of(Class<T> type) {
    return new Slot<>(type, meaning -> true);
  }

  public static <T extends Meaning> Slot<T> of(Class<T> type, Predicate<T> condition) {
    return new Slot<>(type, condition);
  }

  @Override
  public boolean accepts(Meaning meaning) {
    return type.isInstance(meaning) && condition.test(type.cast(meaning));
  }

  @Override
  public Class<T> type() {
    return type;
  }

  T cast(Meaning meaning) {
    return type.cast(meaning);
  }
}
