package io.mingshu.semantic.catalog;

import java.util.Optional;

/**
 * Something wrong in a catalog file.
 *
 * @param file the file's name
 * @param line from 1
 * @param column from 1
 * @param code a stable name, such as {@code unknown-reference}
 * @param suggestion what was probably meant
 */
public record CatalogProblem(
    String file, int line, int column, String code, String message, Optional<String> suggestion) {

  /** A query of the catalog that cannot be answered from it. */
  public static CatalogProblem ofQuery(Position at, String message, Optional<String> suggestion) {
    return new CatalogProblem(
        at.file(), at.line(), at.column(), ProblemCode.INVALID_QUERY.id(), message, suggestion);
  }

  @Override
  public String toString() {
    return file
        + ":"
        + line
        + ":"
        + column
        + ": "
        + message
        + suggestion.map(s -> " (" + s + ")").orElse("")
        + " ["
        + code
        + "]";
  }
}
