package io.mingshu.semantic.engine.druid;

import io.mingshu.semantic.engine.Backend.ColumnType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a table as Druid holds it. Druid knows strings, longs and doubles, and one time for
 * each row; what else a column means is in its name's ending, so that a datasource explains itself:
 *
 * <ul>
 *   <li>{@code pay_time__ms}: an instant, in milliseconds since 1970, which compare, and which
 *       {@code MILLIS_TO_TIMESTAMP} makes a timestamp;
 *   <li>{@code order_amount__e2}: a decimal, times 10 to that power, a long whose sums are exact
 *       where those of doubles are not;
 *   <li>{@code is_member__bool}: 1 or 0;
 *   <li>{@code birthday__date}: a day without a zone, as the string {@code 2026-01-31}, which
 *       compares as days do.
 * </ul>
 *
 * <p>A rollup has, beside such columns, sketches that estimate distinct values ({@link #sketch}).
 *
 * @param name in the data set and the catalog
 * @param type what it means
 * @param scale of a decimal, else 0
 */
public record DruidColumn(String name, ColumnType type, int scale) {
  private static final Pattern ENDING = Pattern.compile("(.+)__(ms|bool|date|e(\\d+))");

  /** The row's own time. */
  public static final String TIME = "__time";

  /** The column's name in a datasource. */
  public String stored() {
    return switch (type) {
      case INSTANT -> name + "__ms";
      case DECIMAL -> name + "__e" + scale;
      case BOOLEAN -> name + "__bool";
      case DATE -> name + "__date";
      default -> name;
    };
  }

  /** The theta sketch of a column's values in a rollup. */
  public static String sketch(String column) {
    return column + "__theta";
  }

  /** What a stored name's ending says; empty where it has none of them. */
  public static Optional<DruidColumn> ofStored(String stored) {
    Matcher ending = ENDING.matcher(stored);
    if (!ending.matches()) {
      return Optional.empty();
    }
    String name = ending.group(1);
    return Optional.of(
        switch (ending.group(2)) {
          case "ms" -> new DruidColumn(name, ColumnType.INSTANT, 0);
          case "bool" -> new DruidColumn(name, ColumnType.BOOLEAN, 0);
          case "date" -> new DruidColumn(name, ColumnType.DATE, 0);
          default -> new DruidColumn(name, ColumnType.DECIMAL, Integer.parseInt(ending.group(3)));
        });
  }
}
