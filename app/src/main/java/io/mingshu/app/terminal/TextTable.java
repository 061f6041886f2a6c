package io.mingshu.app.terminal;

import io.mingshu.gateway.answer.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer's table: figures to the right, words to the left, columns wide enough for Chinese. */
final class TextTable {
  private static final int MAX_WIDTH = 40;
  private static final String GAP = "  ";

  private final Answer.Table table;
  private final int maxRows;

  TextTable(Answer.Table table, int maxRows) {
    this.table = table;
    this.maxRows = maxRows;
  }

  List<String> lines() {
    Figures figures = new Figures(table);
    List<List<String>> cells = new ArrayList<>();
    cells.add(table.columns().stream().map(Answer.ColumnShown::label).toList());
    for (List<@Nullable Object> row : shown()) {
      List<String> written = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        written.add(CellWidth.cut(figures.written(i, row.get(i)), MAX_WIDTH));
      }
      cells.add(written);
    }
    int[] widths = new int[table.columns().size()];
    for (List<String> row : cells) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], CellWidth.of(row.get(i)));
      }
    }
    List<String> lines = new ArrayList<>();
    for (List<String> row : cells) {
      lines.add(line(row, widths));
      if (lines.size() == 1) {
        lines.add(rule(widths));
      }
    }
    return lines;
  }

  private List<List<@Nullable Object>> shown() {
    return table.rows().subList(0, Math.min(maxRows, table.rows().size()));
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      boolean figure = table.columns().get(i).role() == Answer.Role.METRIC;
      line.append(i == 0 ? "" : GAP)
          .append(
              figure
                  ? CellWidth.right(row.get(i), widths[i])
                  : CellWidth.left(row.get(i), widths[i]));
    }
    return line.toString().stripTrailing();
  }

  private static String rule(int[] widths) {
    List<String> parts = new ArrayList<>();
    for (int width : widths) {
      parts.add("─".repeat(width));
    }
    return String.join(GAP, parts);
  }
}
