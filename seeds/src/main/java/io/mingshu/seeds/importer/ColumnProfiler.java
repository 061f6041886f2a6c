package io.mingshu.seeds.importer;

import io.mingshu.seeds.dataset.Duck;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at all values of a column. */
final class ColumnProfiler {
  private static final String WHOLE = "^[-+]?[0-9]{1,18}(\\.0+)?$";
  private static final String NUMBER = "^[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?$";
  private static final String EXPONENT = "[eE]";
  private static final String PADDED = "^0[0-9]+$";
  private static final String BOOLEAN = "^([tT][rR][uU][eE]|[fF][aA][lL][sS][eE])$";

  private ColumnProfiler() {}

  static ColumnProfile profile(Duck duck, String column) {
    String v = Duck.name(column);
    List<@Nullable String> row =
        duck.rows(
                "SELECT count("
                    + v
                    + "), count(DISTINCT "
                    + v
                    + "), "
                    + count(v, WHOLE)
                    + ", "
                    + count(v, NUMBER)
                    + ", count(*) FILTER (regexp_matches("
                    + v
                    + ", '"
                    + NUMBER
                    + "') AND regexp_matches("
                    + v
                    + ", '"
                    + EXPONENT
                    + "')), "
                    + count(v, PADDED)
                    + ", "
                    + count(v, BOOLEAN)
                    + ", coalesce(max(length(regexp_extract("
                    + v
                    + ", '^[-+]?[0-9]*\\.([0-9]+)$', 1))), 0), coalesce(min(length("
                    + v
                    + ")), 0), coalesce(max(length("
                    + v
                    + ")), 0) FROM raw")
            .get(0);
    return new ColumnProfile(
        column,
        number(row, 0),
        number(row, 1),
        number(row, 2),
        number(row, 3),
        number(row, 4),
        number(row, 5),
        number(row, 6),
        (int) number(row, 7),
        (int) number(row, 8),
        (int) number(row, 9));
  }

  private static String count(String v, String pattern) {
    return "count(*) FILTER (regexp_matches(" + v + ", '" + pattern + "'))";
  }

  private static long number(List<@Nullable String> row, int index) {
    return Long.parseLong(String.valueOf(row.get(index)));
  }
}
