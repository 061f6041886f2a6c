package io.mingshu.semantic.chart;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * Which chart fits an answer. Columns are named as in the answer; the writer of a chart needs
 * nothing else.
 *
 * @param type the chart
 * @param x the column along the category or time axis
 * @param xEnd the column that says how far each value of {@code x} reaches, itself included (empty:
 *     to the end of what is known); absent: each stands for itself
 * @param y the columns of figures
 * @param series the column whose values make one series each; of {@link Type#SANKEY} and {@link
 *     Type#LIFECYCLE} one drawing each
 * @param flow how the rows are ways; of {@link Type#SANKEY} only
 * @param reason why this chart
 * @param alternatives other charts that are valid for the same answer
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ChartSpec(
    Type type,
    Optional<String> x,
    Optional<String> xEnd,
    List<String> y,
    Optional<String> series,
    Optional<Flow> flow,
    Text reason,
    List<Type> alternatives) {

  public ChartSpec {
    y = List.copyOf(y);
    alternatives = List.copyOf(alternatives);
  }

  ChartSpec withXEnd(Optional<String> end) {
    return new ChartSpec(type, x, end, y, series, flow, reason, alternatives);
  }

  ChartSpec withFlow(Flow ways) {
    return new ChartSpec(type, x, xEnd, y, series, Optional.of(ways), reason, alternatives);
  }

  /**
   * Rows that are ways through pages. Where {@code x} is given, it holds how many pages a row's way
   * has, each row is the beginning of ways as seen from where all begin, and {@code y} is how many
   * go it and how many of them no further. Otherwise rows are whole ways, in the order of time, and
   * {@code y} is how many go each and their share of all, listed or not.
   *
   * @param levels the columns of pages, one after the other
   * @param direction whether all ways begin ({@code from}) or end ({@code to}) at one page
   */
  public record Flow(List<String> levels, PathQuery.Direction direction) {
    public Flow {
      levels = List.copyOf(levels);
    }
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
    /**
     * Who came back, a row for each cohort ({@code series}), a column for each interval after it
     * ({@code x}). {@code y} is the rate, its part and its whole, so that rates can be pooled.
     */
    @JsonProperty("cohort_heatmap")
    COHORT_HEATMAP,
    /**
     * The same as a line for each cohort and one for all. Of an answer that compares, {@code y}
     * goes on with the three of the base period: two lines.
     */
    @JsonProperty("retention_curves")
    RETENTION_CURVES,
    /**
     * Steps in the order of the rows, for each series beside each other. {@code y} is the people,
     * their rate from the first step and that from the previous one; of an answer that compares,
     * followed by the same of the base period.
     */
    @JsonProperty("funnel")
    FUNNEL,
    /** Ways through pages, as wide as they are frequent. */
    @JsonProperty("sankey")
    SANKEY,
    /** Columns that stand on each other; those of the last figure hang below zero. */
    @JsonProperty("lifecycle")
    LIFECYCLE,
    /**
     * The eight groups of RFM, in their places: by how lately and how often across, by how much
     * down. {@code x} holds their codes.
     */
    @JsonProperty("rfm_grid")
    RFM_GRID,
    /**
     * Those in a segment beside all others ({@code x}), a pair of bars for each figure, each pair
     * as long as its larger one.
     */
    @JsonProperty("segment_bars")
    SEGMENT_BARS,
    @JsonProperty("table")
    TABLE,
    /** Nothing to draw. */
    @JsonProperty("empty")
    EMPTY
  }
}
