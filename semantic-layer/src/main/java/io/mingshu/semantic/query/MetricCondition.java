package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A condition on a metric of a group (or of an entity).
 *
 * @param metric the metric; it becomes a column of the answer
 * @param measure which figure of the metric is compared
 * @param operator how
 * @param value the constant, in the metric's unit (rates as fractions)
 * @param overall compare with the same metric over all groups instead of a constant
 * @param mean compare with the mean of the groups' figures instead; exactly one of {@code value},
 *     {@code overall} and {@code mean} is given
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record MetricCondition(
    String metric,
    Measure measure,
    Operator operator,
    Optional<BigDecimal> value,
    boolean overall,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean mean) {

  public MetricCondition {
    measure = measure == null ? Measure.VALUE : measure;
  }

  /** Comparison operators. */
  public enum Operator {
    @JsonProperty(">")
    GREATER,
    @JsonProperty(">=")
    AT_LEAST,
    @JsonProperty("<")
    LESS,
    @JsonProperty("<=")
    AT_MOST,
    @JsonProperty("=")
    EQUAL
  }

  /** Whether it holds for a value; for none, it does not. */
  public boolean holdsFor(Optional<BigDecimal> figure) {
    if (figure.isEmpty() || value.isEmpty()) {
      return false;
    }
    int order = figure.get().compareTo(value.get());
    return switch (operator) {
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case EQUAL -> order == 0;
    };
  }

  public static MetricCondition of(String metric, Operator operator, BigDecimal value) {
    return new MetricCondition(metric, Measure.VALUE, operator, Optional.of(value), false, false);
  }

  public static MetricCondition againstOverall(String metric, Operator operator) {
    return new MetricCondition(metric, Measure.VALUE, operator, Optional.empty(), true, false);
  }

  public static MetricCondition againstMean(String metric, Operator operator) {
    return new MetricCondition(metric, Measure.VALUE, operator, Optional.empty(), false, true);
  }
}
