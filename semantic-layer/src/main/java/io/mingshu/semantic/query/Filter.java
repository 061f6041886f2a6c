package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which rows count. Values are bound, never spliced into SQL. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Filter.In.class, name = "in"),
  @JsonSubTypes.Type(value = Filter.Range.class, name = "range"),
  @JsonSubTypes.Type(value = Filter.IsNull.class, name = "is_null"),
  @JsonSubTypes.Type(value = Filter.And.class, name = "and"),
  @JsonSubTypes.Type(value = Filter.Or.class, name = "or"),
  @JsonSubTypes.Type(value = Filter.EntityHas.class, name = "entity_has"),
  @JsonSubTypes.Type(value = Filter.Top.class, name = "top")
})
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public sealed interface Filter {

  /**
   * The dimension has one of the values; negated: it has none of them, and rows without a value
   * stay.
   *
   * @param values the values as the catalog or the data spell them; booleans as {@code true} and
   *     {@code false}, numbers in decimal
   */
  record In(String dimension, List<String> values, boolean negated) implements Filter {
    public In {
      values = List.copyOf(values);
    }
  }

  /** The dimension lies within bounds; at least one is present. Compared as numbers. */
  record Range(String dimension, Optional<Bound> lower, Optional<Bound> upper) implements Filter {}

  /** The dimension has no value; negated: it has one. */
  record IsNull(String dimension, boolean negated) implements Filter {}

  record And(List<Filter> parts) implements Filter {
    public And {
      parts = List.copyOf(parts);
    }
  }

  record Or(List<Filter> parts) implements Filter {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Only rows of entities (users, orders) for which a condition on metrics holds, each metric taken
   * per entity over the query's own period and the other filters: "buyers with at least 5 paid
   * orders", "orders of 500 and more".
   *
   * @param entity a dimension that identifies the entity, such as {@code user_id} or {@code
   *     order_id}
   */
  record EntityHas(String entity, List<MetricCondition> conditions) implements Filter {
    public EntityHas {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * Only rows of the N members of a dimension that rank first (last) by a metric over the query's
   * own period and the other filters: "the top 5 provinces together".
   */
  record Top(String dimension, String metric, int count, boolean descending) implements Filter {}

  /** An end of a range. */
  record Bound(BigDecimal value, boolean inclusive) {}

  /** The dimensions that it names. */
  default List<String> dimensions() {
    if (this instanceof In in) {
      return List.of(in.dimension());
    }
    if (this instanceof Range range) {
      return List.of(range.dimension());
    }
    if (this instanceof IsNull isNull) {
      return List.of(isNull.dimension());
    }
    if (this instanceof EntityHas has) {
      return List.of(has.entity());
    }
    if (this instanceof Top top) {
      return List.of(top.dimension());
    }
    List<Filter> parts = this instanceof Or or ? or.parts() : ((And) this).parts();
    return parts.stream().flatMap(part -> part.dimensions().stream()).distinct().toList();
  }

  /** The conditions that must all hold; none where there is no filter. */
  static List<Filter> conjuncts(Optional<Filter> filter) {
    return filter.stream().flatMap(Filter::conjuncts).toList();
  }

  private static Stream<Filter> conjuncts(Filter filter) {
    return filter instanceof And and
        ? and.parts().stream().flatMap(Filter::conjuncts)
        : Stream.of(filter);
  }
}
