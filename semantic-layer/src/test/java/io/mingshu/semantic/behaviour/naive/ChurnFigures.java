package io.mingshu.semantic.behaviour.naive;

import java.util.NavigableSet;
import java.util.OptionalDouble;

/** Who was there, and who of them stayed away since. */
public record ChurnFigures(NavigableSet<String> users, NavigableSet<String> churned) {
  /** Empty where nobody was there. */
  public OptionalDouble rate() {
    return users.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) churned.size() / users.size());
  }
}
