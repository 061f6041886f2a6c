package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A question in terms of the catalog. One kind per analysis. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MetricQuery.class, name = "metric"),
  @JsonSubTypes.Type(value = RetentionQuery.class, name = "retention"),
  @JsonSubTypes.Type(value = FunnelQuery.class, name = "funnel"),
  @JsonSubTypes.Type(value = PathQuery.class, name = "path"),
  @JsonSubTypes.Type(value = LifecycleQuery.class, name = "lifecycle"),
  @JsonSubTypes.Type(value = StickinessQuery.class, name = "stickiness"),
  @JsonSubTypes.Type(value = ConversionQuery.class, name = "conversion")
})
public sealed interface SemanticQuery permits MetricQuery, BehaviourQuery {

  /** The dimensions that it groups or narrows by. */
  Set<String> namedDimensions();

  /** The groups, and what the filter is on. */
  static Set<String> named(Collection<String> groups, Optional<Filter> filter) {
    Set<String> named = new LinkedHashSet<>(groups);
    filter.map(Filter::dimensions).ifPresent(named::addAll);
    return named;
  }
}
