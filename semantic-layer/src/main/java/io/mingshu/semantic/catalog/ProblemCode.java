package io.mingshu.semantic.catalog;

import java.util.Locale;

/** The stable names of what can be wrong with a catalog; {@code docs/catalog.md} explains them. */
enum ProblemCode {
  UNREADABLE,
  SYNTAX,
  UNSAFE_YAML,
  UNKNOWN_KEY,
  MISSING_KEY,
  WRONG_TYPE,
  BAD_VALUE,
  BAD_DATE,
  BAD_EXPRESSION,
  DUPLICATE_NAME,
  UNKNOWN_REFERENCE,
  CYCLE,
  AMBIGUOUS_ALIAS,
  INVALID_QUERY,
  INCOMPATIBLE_TYPE,
  INCOMPATIBLE_UNIT,
  NO_SHARED_DIMENSION;

  /** As problems show it, such as {@code unknown-reference}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
