package io.mingshu.semantic.catalog;

import java.util.List;
import java.util.Optional;

/** Reads which of a fact's times places its rows. */
record FactTimes(Draft draft) {

  /** The time column that is named, or else the fact's first one. */
  Optional<String> read(YamlObject body, Optional<Located<String>> fact) {
    Optional<Located<String>> time = body.string("time");
    Optional<Fact> known =
        draft.facts.stream()
            .filter(f -> fact.isPresent() && f.name().equals(fact.get().value()))
            .findFirst();
    if (known.isPresent() && time.isPresent()) {
      List<String> times = known.get().times();
      if (!times.contains(time.get().value())) {
        draft.problems.addUnknown(
            ProblemCode.UNKNOWN_REFERENCE,
            time.get().at(),
            "time column of '" + known.get().name() + "'",
            time.get().value(),
            times);
      }
    }
    return time.map(Located::value).or(() -> known.flatMap(f -> f.times().stream().findFirst()));
  }
}
