package io.mingshu.semantic.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mingshu.semantic.catalog.Addition;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.catalog.SegmentRule;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom an answer of the demo shop is about, as the catalog would write it. */
class SegmentFromQueryTest {
  private static final Catalog CATALOG = CatalogReader.builtIn("demo-shop");
  private static final Instant ASKED = Instant.parse("2026-07-01T02:00:00Z");

  private static RuleOutcome outcome(String json) throws JsonProcessingException {
    return new SegmentFromQuery(CATALOG)
        .of(QueryJson.mapper().readValue(json, SemanticQuery.class), ASKED);
  }

  private static String written(SegmentRule rule) {
    Segment segment =
        new Segment(
            "saved",
            new Text("存下的人", "the saved ones"),
            Terms.NONE,
            Optional.empty(),
            Segment.Kind.BEHAVIOUR,
            rule);
    return new Addition.NewSegment(segment, "test")
        .lines().stream()
            .filter(line -> line.startsWith("rule: "))
            .findFirst()
            .orElseThrow()
            .substring("rule: ".length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"kind":"metric","metrics":["buyers"]} | {metric: buyers, at_least: 1, last: {days: 30}}
          {"kind":"metric","metrics":["buyers"],"period":{"type":"last","count":2,"unit":"week"}} | {metric: buyers, at_least: 1, last: {days: 14}}
          {"kind":"metric","metrics":["buyers"],"period":{"type":"last","count":3,"unit":"month"}} | {metric: buyers, at_least: 1, last: {months: 3}}
          {"kind":"metric","metrics":["buyers"],"period":{"type":"all"}} | {metric: buyers, at_least: 1, ever: true}
          {"kind":"metric","metrics":["buyers"],"period":{"type":"previous","unit":"month","back":1}} | {metric: buyers, at_least: 1, period: {type: previous, unit: month, back: 1}}
          {"kind":"metric","metrics":["buyers"],"period":{"type":"calendar","unit":"month","start":"2026-05-01"}} | {metric: buyers, at_least: 1, period: {type: calendar, unit: month, start: "2026-05-01"}}
          {"kind":"metric","metrics":["buyers"],"period":{"type":"campaign","name":"618"}} | {metric: buyers, at_least: 1, period: {type: between, from: "2026-06-01", to: "2026-06-20"}}
          {"kind":"metric","metrics":["new_users"]} | {signed_up: true, last: {days: 30}}
          {"kind":"metric","metrics":["new_users"],"filter":{"type":"in","dimension":"gender","values":["女"]}} | {metric: new_users, at_least: 1, where: {gender: [女]}, last: {days: 30}}
          {"kind":"metric","metrics":["repeat_buyers"]} | {metric: paid_orders, at_least: 2, last: {days: 30}}
          {"kind":"metric","metrics":["new_buyers"]} | {all: [{metric: buyers, at_least: 1, last: {days: 30}}, {not: {metric: buyers, at_least: 1, before: {days: 30}}}]}
          {"kind":"metric","metrics":["dormant_users"]} | {all: [{metric: active_users, at_least: 1, back: {from: 60, to: 31}}, {not: {metric: active_users, at_least: 1, last: {days: 30}}}]}
          {"kind":"metric","metrics":["churned_users"]} | {all: [{metric: active_users, at_least: 1, back: {from: 60, to: 31}}, {not: {metric: active_users, at_least: 1, back: {from: 30, to: 1}}}]}
          {"kind":"metric","metrics":["buyers"],"filter":{"type":"in","dimension":"category","values":["数码"],"negated":true}} | {metric: buyers, at_least: 1, where: {category: {not: [数码]}}, last: {days: 30}}
          {"kind":"metric","metrics":["people/all"],"filter":{"type":"in","dimension":"gender","values":["女"]},"period":{"type":"all"}} | {where: {gender: [女]}}
          {"kind":"metric","metrics":["people/all"],"filter":{"type":"and","parts":[{"type":"in","dimension":"gender","values":["女"]},{"type":"in","dimension":"high_value","values":["true"],"negated":true}]},"period":{"type":"all"}} | {all: [{where: {gender: [女]}}, {not: {metric: paid_amount, last: {days: 90}, top_share: 0.2}}]}
          {"kind":"metric","metrics":["buyers"],"filter":{"type":"entity_has","entity":"user_id","conditions":[{"metric":"paid_orders","operator":">=","value":3}]}} | {all: [{metric: buyers, at_least: 1, last: {days: 30}}, {metric: paid_orders, at_least: 3, last: {days: 30}}]}
          """)
  void anAnswerAboutPeopleIsARule(String query, String rule) throws JsonProcessingException {
    assertThat(outcome(query))
        .isInstanceOfSatisfying(
            RuleOutcome.Found.class, found -> assertThat(written(found.rule())).isEqualTo(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"kind":"metric","metrics":["paid_orders"]} | “支付订单数”不是一批人的人数
          {"kind":"metric","metrics":["gmv"]} | “GMV”不是一批人的人数
          {"kind":"metric","metrics":["dau"]} | “日活”不是一批人的人数
          {"kind":"metric","metrics":["buyers","uv"]} | 有几个指标
          {"kind":"metric","metrics":["buyers"],"dimensions":["province"]} | 分成了许多组
          {"kind":"metric","metrics":["buyers"],"grain":"day"} | 分成了许多组
          {"kind":"metric","metrics":["people/all"],"period":{"type":"all"}} | 全部用户
          {"kind":"metric","metrics":["people/all"],"filter":{"type":"in","dimension":"rfm","values":["重要价值客户"]},"period":{"type":"all"}} | RFM
          {"kind":"metric","metrics":["buyers"],"filter":{"type":"entity_has","entity":"order_id","conditions":[{"metric":"paid_amount","operator":">=","value":500}]}} | 订单的条件
          {"kind":"metric","metrics":["dormant_users"],"period":{"type":"to_date","unit":"month"}} | 前一段
          {"kind":"metric","metrics":["retention_d7"]} | 许多批人
          {"kind":"funnel","funnel":"purchase"} | 先后
          {"kind":"lifecycle","grain":"week"} | 许多批人
          """)
  void whatNoRuleSaysIsToldWhy(String query, String why) throws JsonProcessingException {
    assertThat(outcome(query))
        .isInstanceOfSatisfying(
            RuleOutcome.Impossible.class,
            impossible -> {
              assertThat(impossible.why().zh()).contains(why);
              assertThat(impossible.why().en()).isNotBlank();
            });
  }

  @Test
  void whatIsWrittenIsReadAsTheSameRule() throws JsonProcessingException {
    for (Segment segment : CATALOG.segments()) {
      String yaml = CatalogReader.builtInText("demo-shop");
      String entry =
          "segments:\n  - {name: again, label: {zh: 再来一次的人, en: those once more}, kind: value, rule: "
              + written(segment.rule())
              + "}\n";
      assertThat(CatalogReader.check("again.yaml", yaml.replace("segments:\n", entry)).catalog())
          .as(entry)
          .hasValueSatisfying(
              catalog ->
                  assertThat(catalog.segment("again").orElseThrow().rule())
                      .isEqualTo(segment.rule()));
    }
  }
}
