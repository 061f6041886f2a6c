package io.mingshu.semantic.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong, so that all of it is told at once. */
final class Problems {
  private final List<CatalogProblem> found = new ArrayList<>();

  void add(ProblemCode code, Position at, String message) {
    add(code, at, message, Optional.empty());
  }

  void add(ProblemCode code, Position at, String message, Optional<String> suggestion) {
    found.add(
        new CatalogProblem(at.file(), at.line(), at.column(), code.id(), message, suggestion));
  }

  /** Reports a name that is not there, with the nearest that is. */
  void addUnknown(
      ProblemCode code, Position at, String what, String name, Collection<String> known) {
    Optional<String> suggestion =
        Nearest.to(name, known)
            .map(nearest -> "did you mean '" + nearest + "'?")
            .or(() -> known.size() > 12 ? Optional.empty() : oneOf(known));
    add(code, at, "unknown " + what + " '" + name + "'", suggestion);
  }

  private static Optional<String> oneOf(Collection<String> known) {
    return known.isEmpty()
        ? Optional.of("there is none")
        : Optional.of("one of " + String.join(", ", known));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  /** By file and place. */
  List<CatalogProblem> sorted() {
    return found.stream()
        .distinct()
        .sorted(
            Comparator.comparing(CatalogProblem::file)
                .thenComparing(CatalogProblem::line)
                .thenComparing(CatalogProblem::column))
        .toList();
  }
}
