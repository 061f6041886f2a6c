package io.mingshu.app.terminal;

import io.mingshu.gateway.answer.Answer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as people read them: thousands apart, rates as percentages, names in their language. */
final class Figures {
  static final String MISSING = "–";

  private final Answer.Table table;

  Figures(Answer.Table table) {
    this.table = table;
  }

  String written(int column, @Nullable Object value) {
    if (value == null) {
      return MISSING;
    }
    Answer.ColumnShown shown = table.columns().get(column);
    if (value instanceof Number number && shown.role() == Answer.Role.METRIC) {
      return figure(new BigDecimal(number.toString()), shown.unit().orElse("number"));
    }
    String text = value.toString();
    Map<String, String> labels = table.labels().getOrDefault(shown.name(), Map.of());
    return labels.getOrDefault(text, text);
  }

  private static String figure(BigDecimal value, String unit) {
    return switch (unit) {
      case "percent" -> format("#,##0.00").format(value.movePointRight(2)) + "%";
      case "currency" -> format("#,##0.00").format(value);
      case "count", "people" -> format("#,##0.##").format(value);
      default -> format("#,##0.####").format(value);
    };
  }

  private static DecimalFormat format(String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format;
  }
}
