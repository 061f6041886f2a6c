package io.mingshu.app.terminal;

import io.mingshu.gateway.answer.Answer;
import io.mingshu.semantic.chart.ChartSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A small chart in characters: a spark line along time, bars for groups and for the steps of a
 * funnel, each with its rate from the first. Bars and columns begin at zero; what has negative
 * figures or several dimensions, and ways through pages, are left to the table.
 */
final class TextChart {
  private static final String LEVELS = "▁▂▃▄▅▆▇█";
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
  private static final int BAR_WIDTH = 40;
  private static final int MAX_BARS = 20;
  private static final Set<ChartSpec.Type> LEFT_TO_THE_TABLE =
      EnumSet.of(ChartSpec.Type.SANKEY, ChartSpec.Type.LIFECYCLE, ChartSpec.Type.SEGMENT_BARS);

  private final Answer.Table table;
  private final Answer.ChartShown chart;

  TextChart(Answer.Table table, Answer.ChartShown chart) {
    this.table = table;
    this.chart = chart;
  }

  /** The lines of the chart; none where characters cannot show it. */
  List<String> lines() {
    if (chart.series().isPresent() || chart.y().isEmpty() || table.rows().size() < 2) {
      return List.of();
    }
    if (LEFT_TO_THE_TABLE.contains(chart.type())) {
      return List.of();
    }
    Optional<Integer> x = chart.x().flatMap(this::position);
    Optional<Integer> y = position(chart.y().get(0));
    if (x.isEmpty() || y.isEmpty()) {
      return List.of();
    }
    List<@Nullable Double> values = values(y.get());
    if (values.stream().anyMatch(v -> v != null && v < 0)) {
      return List.of();
    }
    if (isAlongTime(x.get())) {
      return List.of(sparkline(values));
    }
    return chart.type() == ChartSpec.Type.TABLE ? List.of() : bars(x.get(), y.get(), values);
  }

  private boolean isAlongTime(int x) {
    return table.columns().get(x).role() == Answer.Role.TIME;
  }

  private Optional<Integer> position(String name) {
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).name().equals(name)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private List<@Nullable Double> values(int column) {
    List<@Nullable Double> values = new ArrayList<>();
    for (List<@Nullable Object> row : table.rows()) {
      values.add(row.get(column) instanceof Number number ? number.doubleValue() : null);
    }
    return values;
  }

  /** Between the lowest and the highest value, so that the shape shows; a gap stays a gap. */
  private static String sparkline(List<@Nullable Double> values) {
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (Double value : values) {
      if (value != null) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    StringBuilder line = new StringBuilder();
    for (Double value : values) {
      if (value == null) {
        line.append(' ');
      } else {
        double share = high > low ? (value - low) / (high - low) : 0.5;
        line.append(LEVELS.charAt((int) Math.min(7, Math.floor(share * 8))));
      }
    }
    return line.toString();
  }

  private List<String> bars(int x, int y, List<@Nullable Double> values) {
    Figures figures = new Figures(table);
    int count = Math.min(MAX_BARS, values.size());
    double high = 0;
    int labelWidth = 0;
    for (int i = 0; i < count; i++) {
      Double value = values.get(i);
      high = Math.max(high, value == null ? 0 : value);
      labelWidth = Math.max(labelWidth, CellWidth.of(label(figures, x, i)));
    }
    Optional<Integer> rate = rate();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<@Nullable Object> row = table.rows().get(i);
      Double value = values.get(i);
      String bar = value == null || high == 0 ? "" : bar(value / high);
      lines.add(
          CellWidth.left(label(figures, x, i), labelWidth)
              + " "
              + bar
              + " "
              + figures.written(y, row.get(y))
              + rate.map(r -> "  " + figures.written(r, row.get(r))).orElse(""));
    }
    return lines;
  }

  private Optional<Integer> rate() {
    return chart.type() == ChartSpec.Type.FUNNEL && chart.y().size() > 1
        ? position(chart.y().get(1))
        : Optional.empty();
  }

  private String label(Figures figures, int x, int row) {
    return CellWidth.cut(figures.written(x, table.rows().get(row).get(x)), 24);
  }

  private static String bar(double share) {
    int eighths = (int) Math.round(share * BAR_WIDTH * 8);
    String end = eighths % 8 == 0 ? "" : String.valueOf(EIGHTHS.charAt(eighths % 8));
    return "█".repeat(eighths / 8) + end;
  }
}
