package io.mingshu.nlq.verified;

import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a query's dates come from its question's words, and not from the day of asking. */
public final class NamedYears {
  private static final Pattern YEAR =
      Pattern.compile("\"([0-9]{4})-[0-9]{2}-[0-9]{2}\"|\"year\":([0-9]{4})");

  private NamedYears() {}

  /** Whether the question names the year of every date; next year "June" is another one. */
  public static boolean areAll(SemanticQuery query, String question) {
    Matcher year = YEAR.matcher(QueryJson.write(query));
    while (year.find()) {
      String named = year.group(1) == null ? year.group(2) : year.group(1);
      if (!question.contains(named)) {
        return false;
      }
    }
    return true;
  }
}
