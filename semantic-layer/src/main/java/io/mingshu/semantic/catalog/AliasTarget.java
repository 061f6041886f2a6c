package io.mingshu.semantic.catalog;

/** What a further word stands for. */
public sealed interface AliasTarget {

  /** A metric. */
  record OfMetric(String metric) implements AliasTarget {}

  /** A dimension. */
  record OfDimension(String dimension) implements AliasTarget {}

  /** A value of a dimension, by its code. */
  record OfValue(String dimension, String code) implements AliasTarget {}
}
