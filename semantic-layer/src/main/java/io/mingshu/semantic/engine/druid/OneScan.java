package io.mingshu.semantic.engine.druid;

import io.mingshu.semantic.engine.Backend.Statement;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether Druid runs a statement as one native query over one table. Then its answer's header says
 * of all that was read where the broker saw no data; else of some of it, or of nothing.
 */
final class OneScan {
  private static final Pattern SEVERAL = Pattern.compile("\\b(JOIN|UNION|APPEND|WITH|OVER)\\b");
  private static final Pattern SELECT = Pattern.compile("\\bSELECT\\b");
  private static final Pattern DISTINCT = Pattern.compile("\\bDISTINCT\\b");
  private static final Pattern CONDITIONAL = Pattern.compile("\\b(CASE|FILTER)\\b");

  private OneScan() {}

  /** False where in doubt: a word in a value is taken for one of the language. */
  static boolean is(Statement statement) {
    String sql = statement.sql().toUpperCase(Locale.ROOT);
    int distinct = count(DISTINCT, sql);
    // Distinct counts with conditions, and several of them, are joined.
    return statement.tables().size() == 1
        && count(SELECT, sql) == 1
        && !SEVERAL.matcher(sql).find()
        && (distinct == 0 || (distinct == 1 && !CONDITIONAL.matcher(sql).find()));
  }

  private static int count(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    int count = 0;
    while (matcher.find()) {
      count++;
    }
    return count;
  }
}
