package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A question in terms of the catalog. One kind per analysis. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = MetricQuery.class, name = "metric")})
public sealed interface SemanticQuery permits MetricQuery {}
