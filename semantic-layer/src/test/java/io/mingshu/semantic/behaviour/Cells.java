package io.mingshu.semantic.behaviour;

import io.mingshu.semantic.answer.QueryResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Rows of answers and of the naive reference as texts that can be compared. */
final class Cells {
  private Cells() {}

  /** Names of steps are not in the naive answers; equal ends of ranges are in no column. */
  static String row(QueryResult result, List<@Nullable Object> row, boolean repeatPeriod) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String name = result.columns().get(i).name();
      if (!name.equals("event")) {
        cells.add(row.get(i));
      }
      if (name.equals("period_number") && repeatPeriod) {
        cells.add(row.get(i));
      }
    }
    return text(cells.toArray());
  }

  static String text(@Nullable Object... cells) {
    List<String> texts = new ArrayList<>();
    for (Object cell : cells) {
      if (cell instanceof Optional<?> group) {
        group.ifPresent(value -> texts.add(String.valueOf(value)));
      } else if (cell instanceof OptionalInt number) {
        texts.add(number.isPresent() ? String.valueOf(number.getAsInt()) : "-");
      } else if (cell instanceof OptionalDouble number) {
        texts.add(number.isPresent() ? rounded(number.getAsDouble()) : "-");
      } else if (cell instanceof Double number) {
        texts.add(rounded(number));
      } else if (cell instanceof LocalDate day) {
        texts.add(day.atStartOfDay().toString());
      } else {
        texts.add(cell == null ? "-" : cell.toString());
      }
    }
    return String.join(" ", texts);
  }

  static String rounded(double number) {
    return String.valueOf(Math.round(1e6 * number) / 1e6);
  }

  static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
