package io.mingshu.semantic.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Which chart fits an answer. Columns are named as in the answer; the writer of a chart needs
 * nothing else.
 *
 * @param type the chart
 * @param x the column along the category or time axis
 * @param y the columns of figures
 * @param series the column whose values make one series each
 * @param reason why this chart
 * @param alternatives other charts that are valid for the same answer
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ChartSpec(
    Type type,
    Optional<String> x,
    List<String> y,
    Optional<String> series,
    Text reason,
    List<Type> alternatives) {

  public ChartSpec {
    y = List.copyOf(y);
    alternatives = List.copyOf(alternatives);
  }

  /** Chart types. */
  public enum Type {
    /** One figure, with its change where compared. */
    @JsonProperty("number")
    NUMBER,
    /** Two to six figures side by side. */
    @JsonProperty("numbers")
    NUMBERS,
    @JsonProperty("line")
    LINE,
    /** Vertical columns, time or natural order. */
    @JsonProperty("column")
    COLUMN,
    /** Horizontal bars, ranked. */
    @JsonProperty("bar")
    BAR,
    @JsonProperty("stacked_column")
    STACKED_COLUMN,
    @JsonProperty("grouped_column")
    GROUPED_COLUMN,
    @JsonProperty("area")
    AREA,
    @JsonProperty("donut")
    DONUT,
    @JsonProperty("heatmap")
    HEATMAP,
    @JsonProperty("scatter")
    SCATTER,
    @JsonProperty("table")
    TABLE,
    /** Nothing to draw. */
    @JsonProperty("empty")
    EMPTY
  }
}
