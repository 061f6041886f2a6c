package io.mingshu.semantic.segment;

import io.mingshu.semantic.catalog.Expression;
import io.mingshu.semantic.catalog.RuleWindow;
import io.mingshu.semantic.catalog.SegmentRule;
import io.mingshu.semantic.catalog.SegmentRule.Bound;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricCondition.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNumericLiteral;

/** Conditions on what each person did, as rules. */
final class ConditionRules {
  private static final Map<SqlKind, Operator> OPERATORS =
      Map.of(
          SqlKind.GREATER_THAN, Operator.GREATER,
          SqlKind.GREATER_THAN_OR_EQUAL, Operator.AT_LEAST,
          SqlKind.LESS_THAN, Operator.LESS,
          SqlKind.LESS_THAN_OR_EQUAL, Operator.AT_MOST,
          SqlKind.EQUALS, Operator.EQUAL);

  private final PeopleRules people;

  ConditionRules(PeopleRules people) {
    this.people = people;
  }

  /** A condition as the catalog writes it: {@code paid_orders >= 2}. */
  SegmentRule of(String condition, Optional<Filter> where, RuleWindow window) throws NotARule {
    List<SegmentRule> rules = new ArrayList<>();
    collect(Expression.parse(condition).node(), where, window, rules);
    return rules.size() == 1 ? rules.get(0) : new SegmentRule.All(rules);
  }

  private void collect(
      SqlNode node, Optional<Filter> where, RuleWindow window, List<SegmentRule> rules)
      throws NotARule {
    if (node instanceof SqlCall call && call.getKind() == SqlKind.AND) {
      for (SqlNode part : call.getOperandList()) {
        collect(part, where, window, rules);
      }
      return;
    }
    boolean comparison =
        node instanceof SqlCall call
            && OPERATORS.containsKey(call.getKind())
            && call.operand(0) instanceof SqlIdentifier
            && call.operand(1) instanceof SqlNumericLiteral;
    if (!comparison) {
      throw new NotARule(
          "这个人数的条件还不能写成人群规则",
          "The condition by which these people are counted cannot be said as a rule");
    }
    SqlCall call = (SqlCall) node;
    BigDecimal value = ((SqlNumericLiteral) call.operand(1)).getValueAs(BigDecimal.class);
    Operator operator = OPERATORS.getOrDefault(call.getKind(), Operator.EQUAL);
    rules.add(
        people.measured(
            ((SqlIdentifier) call.operand(0)).getSimple(),
            where,
            window,
            List.of(new Bound(operator, value))));
  }

  /** A condition of a query. */
  SegmentRule of(MetricCondition condition, Optional<Filter> where, RuleWindow window)
      throws NotARule {
    if (condition.measure() != Measure.VALUE || condition.value().isEmpty()) {
      throw new NotARule(
          "与整体或平均比较的条件、占比和变化的条件还不能写成人群规则；请用一个数来比",
          "A condition against the total or the mean, on shares or on changes cannot be said as a"
              + " rule; compare with a number");
    }
    return people.measured(
        condition.metric(),
        where,
        window,
        List.of(new Bound(condition.operator(), condition.value().get())));
  }
}
