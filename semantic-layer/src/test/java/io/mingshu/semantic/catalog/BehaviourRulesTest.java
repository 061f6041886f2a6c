package io.mingshu.semantic.catalog;

import static io.mingshu.semantic.catalog.CatalogRulesTest.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a catalog may say of behaviour and of segments. */
class BehaviourRulesTest {
  private static final String BEHAVIOUR =
      """
      behaviour: {fact: visits, actor: user_id, page: city}
      funnels:
        - name: purchase
          label: {zh: 购买漏斗, en: purchase funnel}
          steps:
            - {label: {zh: 一, en: one}, event: {city: [gz]}}
            - {label: {zh: 二, en: two}, event: {city: [sz]}}
          window: {count: 1, unit: day}
      """;

  @Test
  void aLogOfBehaviourHasFunnels() {
    Catalog catalog = CatalogReader.check("shop.yaml", BEHAVIOUR + SHOP).catalog().orElseThrow();

    assertThat(catalog.behaviour().orElseThrow().time()).isEqualTo("visit_time");
    assertThat(catalog.funnel("purchase").orElseThrow().steps()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fact: visits, | fact: visit, | unknown-reference",
        "actor: user_id | actor: city | incompatible-type",
        "page: city | page: coupon | unknown-reference",
        "page: city | time: pay_time | unknown-reference",
        "page: city | people: {fact: visit} | unknown-reference",
        "{city: [gz]} | {city: [bj]} | unknown-reference",
        "{city: [gz]} | {coupon: [gz]} | unknown-reference",
        "{city: [gz]} | {} | bad-value",
        "zh: 购买漏斗 | zh: 销售额 | ambiguous-alias"
      })
  void aLogOfBehaviourIsChecked(String right, String wrong, String code) {
    assertThat(CatalogReader.check("shop.yaml", BEHAVIOUR.replace(right, wrong) + SHOP).problems())
        .extracting(CatalogProblem::code)
        .contains(code);
  }

  private static final String SEGMENTS =
      """
      segments:
        - name: loyal
          label: {zh: 忠实客户, en: loyal customers}
          kind: value
          rule:
            all:
              - {metric: sales, top_share: 0.2, where: {city: [gz]}, last: {days: 90}}
              - not: {metric: sales, at_least: 1, on_days: 2, back: {from: 60, to: 15}}
        - name: of_city
          each: city
          label: {zh: "{value}常客", en: "regulars of {value}"}
          kind: interest
          rule: {metric: sales, above: 0, where: {city: ["{value}"]}, last: {months: 3}}
      rfm: {name: rfm, label: {zh: 三分群, en: RFM}, frequency: sales, monetary: sales, last: {months: 12}}
      """;

  @Test
  void segmentsAreDimensionsOfPeople() {
    Catalog catalog =
        CatalogReader.check("shop.yaml", BEHAVIOUR + SEGMENTS + SHOP).catalog().orElseThrow();

    assertThat(catalog.segments())
        .extracting(Segment::name)
        .containsExactly("loyal", "of_city_gz", "of_city_sz");
    assertThat(catalog.segment("of_city_gz").orElseThrow().label().zh()).isEqualTo("广州常客");
    assertThat(catalog.dimension("loyal").orElseThrow().belongsTo("orders")).isTrue();
    assertThat(catalog.dimension("rfm").orElseThrow().values()).hasSize(8);
    assertThat(catalog.people()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind: value | kind: lucky | bad-value",
        "top_share: 0.2 | top_share: 2 | bad-value",
        "top_share: 0.2, | '' | bad-value",
        "top_share: 0.2 | top_share: a lot | wrong-type",
        "metric: sales, top_share | metric: sale, top_share | unknown-reference",
        "{city: [gz]}, last | {city: [bj]}, last | unknown-reference",
        "{city: [gz]}, last | {hours: [gz]}, last | unknown-reference",
        "last: {days: 90} | last: {days: 90000} | wrong-type",
        "last: {days: 90} | last: {days: 9, months: 1} | bad-value",
        "last: {days: 90} | ever: false | bad-value",
        "', last: {days: 90}' | '' | missing-key",
        "back: {from: 60, to: 15} | back: {from: 15, to: 60} | bad-value",
        "on_days: 2 | on_day: 2 | unknown-key",
        "on_days: 2 | every: city | incompatible-type",
        "on_days: 2 | time: visit_time | unknown-reference",
        "each: city | each: coupon | bad-value",
        "'not: {metric: sales, at_least: 1, on_days: 2, back: {from: 60, to: 15}}' | signed_up: true | missing-key",
        "'not: {metric: sales, at_least: 1, on_days: 2, back: {from: 60, to: 15}}' | {} | missing-key",
        "name: of_city | name: loyal | duplicate-name",
        "zh: 忠实客户 | zh: 广州 | ambiguous-alias",
        "frequency: sales | frequency: gold | unknown-reference",
        "name: rfm | high: 9, name: rfm | bad-value",
        "name: rfm | name: loyal | duplicate-name"
      })
  void segmentsAreChecked(String right, String wrong, String code) {
    String broken = SEGMENTS.replace(right, wrong);

    assertThat(broken).isNotEqualTo(SEGMENTS);
    assertThat(CatalogReader.check("shop.yaml", BEHAVIOUR + broken + SHOP).problems())
        .extracting(CatalogProblem::code)
        .contains(code);
  }

  @Test
  void segmentsNeedToKnowWhoPeopleAre() {
    assertThat(CatalogReader.check("shop.yaml", SEGMENTS + SHOP).problems())
        .extracting(CatalogProblem::message)
        .anyMatch(message -> message.contains("needs 'behaviour'"));
  }
}
