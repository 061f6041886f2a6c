package io.mingshu.semantic.engine.druid;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.semantic.engine.Backend.Statement;
import io.mingshu.semantic.error.MingshuException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** From which periods a statement reads; asked only when data are missing in some. */
final class AskedPeriods {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Interval> ALWAYS =
      List.of(new Interval(Long.MIN_VALUE, Long.MAX_VALUE));

  private final Statements statements;

  AskedPeriods(Statements statements) {
    this.statements = statements;
  }

  /** All periods of a statement's plan; all time where there is no plan to be had. */
  List<Interval> of(Call call, URI broker, Statement statement) {
    Statement explain =
        new Statement("EXPLAIN PLAN FOR " + statement.sql(), statement.parameters());
    List<Interval> found = new ArrayList<>();
    try {
      Object plan = statements.run(call, broker, explain, 1).rows().get(0).get(0);
      for (JsonNode intervals : JSON.readTree(String.valueOf(plan)).findValues("intervals")) {
        // The outer one is {"type": "intervals", "intervals": […]}, or the list itself.
        JsonNode list = intervals.isArray() ? intervals : intervals.path("intervals");
        list.forEach(each -> found.add(Interval.parse(each.asText())));
      }
    } catch (MingshuException | Refusal | DruidErrors.UnknownName | JsonProcessingException e) {
      call.requireGoingOn();
      return ALWAYS;
    }
    return found.isEmpty() ? ALWAYS : found;
  }
}
