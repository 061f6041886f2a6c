package io.mingshu.semantic.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogRulesTest {
  static final String SHOP =
      """
      catalog: corner-shop
      label: {zh: 小店, en: Corner shop}
      time_zone: Asia/Shanghai
      currency: CNY
      default_period: {type: last, count: 30, unit: day}
      facts:
        - {name: orders, label: {zh: 订单, en: orders}, table: orders, times: [order_time, pay_time]}
        - {name: visits, label: {zh: 访问, en: visits}, table: visits, times: [visit_time]}
      dimensions:
        - name: city
          label: {zh: 城市, en: city}
          columns: {orders: city, visits: city}
          values:
            - {code: gz, label: {zh: 广州, en: Guangzhou}}
            - {code: sz, label: {zh: 深圳, en: Shenzhen}}
        - name: user_id
          label: {zh: 用户编号, en: user ID}
          columns: {orders: user_id, visits: user_id}
          entity: true
        - name: coupon
          label: {zh: 券码, en: coupon}
          columns: {orders: coupon}
          optional: true
        - {name: hour, label: {zh: 时段, en: hour of day}, time_part: hour_of_day}
      metrics:
        - name: sales
          label: {zh: 销售额, en: sales}
          unit: currency
          aggregate: {fact: orders, function: sum, expression: amount}
        - name: purchases
          label: {zh: 单数, en: purchases}
          unit: count
          aggregate: {fact: orders, function: count_distinct, expression: order_id}
        - name: buyers
          label: {zh: 买家数, en: buyers}
          unit: people
          aggregate: {fact: orders, function: count_distinct, expression: user_id, time: pay_time}
        - name: visitors
          label: {zh: 访客数, en: visitors}
          unit: people
          aggregate: {fact: visits, function: count_distinct, expression: user_id}
        - name: conversion
          label: {zh: 转化率, en: conversion}
          unit: percent
          ratio: {numerator: buyers, denominator: visitors}
      """;

  @Test
  void readsWhatTheFileSays() {
    Catalog catalog = CatalogReader.check("shop.yaml", SHOP).catalog().orElseThrow();

    assertThat(catalog.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(catalog.weekStart()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(catalog.defaultPeriod()).isEqualTo(new Period.Last(30, Grain.DAY, false));
    assertThat(catalog.metric("sales").orElseThrow().definition())
        .isInstanceOfSatisfying(
            MetricDefinition.Aggregate.class, a -> assertThat(a.time()).isEqualTo("order_time"));
    assertThat(catalog.dimension("coupon").orElseThrow().belongsTo("visits")).isFalse();
    assertThat(catalog.dimension("hour").orElseThrow().belongsTo("visits")).isTrue();
  }

  @ParameterizedTest(name = "{1} {2} → {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          incompatible-unit   | percent  | aggregate: {fact: orders, function: sum, expression: rate}
          incompatible-unit   | percent  | aggregate: {fact: orders, function: avg, expression: rate}
          incompatible-unit   | currency | aggregate: {fact: orders, function: count}
          incompatible-unit   | percent  | ratio: {numerator: sales, denominator: buyers}
          incompatible-unit   | currency | ratio: {numerator: buyers, denominator: visitors}
          incompatible-unit   | people   | ratio: {numerator: buyers, denominator: visitors}
          incompatible-unit   | number   | derived: sales + buyers
          incompatible-unit   | percent  | derived: conversion + conversion
          incompatible-unit   | people   | period_mean: {metric: sales, unit: day}
          incompatible-unit   | currency | entity_count: {entity: user_id, condition: purchases >= 2}
          incompatible-unit   | currency | first_time: {metric: buyers}
          incompatible-type   | currency | first_time: {metric: sales}
          incompatible-type   | people   | cumulative: {metric: buyers}
          incompatible-type   | percent  | cumulative: {metric: conversion}
          incompatible-type   | percent  | period_mean: {metric: conversion, unit: day}
          incompatible-type   | people   | entity_count: {entity: city, condition: purchases >= 2}
          incompatible-type   | people   | entity_count: {entity: user_id, condition: conversion > 1}
          incompatible-type   | people   | entity_count: {entity: user_id, condition: buyers > visitors}
          incompatible-type   | people   | entity_count: {entity: user_id, condition: purchases + 2}
          incompatible-type   | number   | derived: sales > 2
          incompatible-type   | currency | aggregate: {fact: orders, function: sum, expression: a > 1}
          incompatible-type   | currency | aggregate: {fact: orders, function: sum, expression: a, where: b + 1}
          bad-expression      | number   | derived: 7 * 6
          bad-expression      | number   | derived: COALESCE(sales, 0)
          bad-expression      | number   | derived: sum(sales)
          bad-value           | people   | period_mean: {metric: buyers, unit: hour}
          bad-value           | count    | aggregate: {fact: orders, function: count, expression: a}
          missing-key         | people   | period_mean: {metric: buyers}
          missing-key         | count    | aggregate: {fact: orders, function: count_distinct}
          missing-key         | count    | description: {zh: 空, en: nothing}
          unknown-reference   | number   | derived: sales / byers
          unknown-reference   | people   | entity_count: {entity: user, condition: purchases > 1}
          unknown-reference   | count    | aggregate: {fact: order, function: count}
          unknown-reference   | count    | aggregate: {fact: visits, function: count, time: pay_time}
          cycle               | number   | derived: other / 2
          incompatible-unit   | number   | retention: {entity: user_id, cohort: {metric: visitors}, activity: visitors, unit: day, after: 1}
          incompatible-unit   | percent  | retention: {entity: user_id, cohort: {metric: visitors}, activity: visitors, unit: day, after: 1, figure: cohort}
          incompatible-unit   | people   | lifetime_value: {entity: user_id, cohort: {fact: visits}, value: sales, days: 30}
          incompatible-unit   | currency | churn: {entity: user_id, activity: visitors, there: 30, away: 30}
          incompatible-unit   | percent  | lifecycle: {entity: user_id, activity: visitors, state: dormant}
          incompatible-type   | percent  | retention: {entity: city, cohort: {metric: visitors}, activity: visitors, unit: day, after: 1}
          incompatible-type   | percent  | retention: {entity: user_id, cohort: {first_time: conversion}, activity: visitors, unit: day, after: 1}
          incompatible-type   | people   | churn: {entity: user_id, activity: conversion, there: 30, away: 30}
          incompatible-type   | people   | lifetime_value: {entity: user_id, cohort: {fact: visits}, value: buyers, days: 30}
          bad-value           | percent  | retention: {entity: user_id, cohort: {metric: visitors}, activity: visitors, unit: hour, after: 1}
          bad-value           | percent  | retention: {entity: user_id, cohort: {metric: visitors}, activity: visitors, unit: day, after: 401}
          bad-value           | people   | lifecycle: {entity: user_id, activity: visitors, state: asleep}
          missing-key         | percent  | retention: {entity: user_id, activity: visitors, unit: day, after: 1}
          missing-key         | percent  | retention: {entity: user_id, cohort: {}, activity: visitors, unit: day, after: 1}
          unknown-reference   | people   | churn: {entity: user_id, activity: visiters, there: 30, away: 30}
          unknown-reference   | currency | lifetime_value: {entity: user_id, cohort: {fact: visits, time: order_time}, value: sales, days: 30}
          """)
  void refusesMetricsThatMakeNoSense(String code, String unit, String definition) {
    String broken =
        SHOP
            + "  - name: other\n    label: {zh: 别的, en: other}\n    unit: "
            + unit
            + "\n    "
            + definition
            + "\n";

    assertThat(codes(broken)).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "number, derived: sales / buyers",
        "currency, derived: sales * 2 - sales / 4",
        "percent, derived: 1 - conversion",
        "currency, cumulative: {metric: sales}",
        "people, period_mean: {metric: buyers, unit: month}",
        "people, first_time: {metric: buyers}",
        "people, entity_count: {entity: user_id, condition: purchases >= 2 AND sales > 100}",
        "currency, 'ratio': {numerator: sales, denominator: visitors}",
        "percent, retention: {entity: user_id, cohort: {fact: visits}, activity: buyers, unit: week,"
            + " after: 1}",
        "percent, retention: {entity: user_id, cohort: {first_time: buyers}, activity: visitors,"
            + " unit: day, after: 7}",
        "currency, lifetime_value: {entity: user_id, cohort: {fact: visits}, value: sales, days: 90}",
        "people, churn: {entity: user_id, activity: visitors, there: 30, away: 14, figure: base}",
        "people, lifecycle: {entity: user_id, activity: buyers, state: new}"
      })
  void takesMetricsThatDo(String rest) {
    String more = SHOP + "  - {name: other, label: {zh: 别的, en: other}, unit: " + rest + "}\n";

    assertThat(CatalogReader.check("shop.yaml", more).problems()).isEmpty();
  }

  @Test
  void figuresOfCohortsHaveTheirNumbersOfPeople() {
    String more =
        SHOP
            + """
              - name: back
                label: {zh: 再来率, en: back}
                unit: percent
                retention:
                  {entity: user_id, cohort: {metric: visitors}, activity: visitors, unit: day, after: 1}
            """;
    Catalog catalog = CatalogReader.check("shop.yaml", more).catalog().orElseThrow();

    assertThat(catalog.behind("back")).containsExactly("back/cohort_users", "back/retained_users");
    assertThat(catalog.metric("back/cohort_users").orElseThrow().label().en())
        .isEqualTo("back, all users");
    assertThat(catalog.behind("buyers")).isEmpty();
    assertThat(catalog.isOfCohorts("back")).isTrue();
    assertThat(catalog.isOfCohorts("conversion")).isFalse();
  }

  @Test
  void aWordMayStandForOneThingOnly() {
    assertThat(codes(SHOP.replace("买家数, en: buyers", "销售额, en: Ｓａｌｅｓ")))
        .containsExactly("ambiguous-alias", "ambiguous-alias");
    assertThat(codes(SHOP.replace("深圳, en: Shenzhen", "广州, en: Shenzhen")))
        .containsExactly("ambiguous-alias");
    assertThat(codes(SHOP.replace("深圳, en: Shenzhen", "深圳, en: buyers")))
        .containsExactly("ambiguous-alias");
  }

  @Test
  void valuesOfTwoDimensionsMayShareAWord() {
    String shared =
        SHOP.replace(
            "    optional: true\n",
            """
                optional: true
                values: [{code: gz, label: {zh: 广州, en: Guangzhou}}]
            """);

    assertThat(codes(shared)).isEmpty();
  }

  @Test
  void anAmbiguityWinsOverEveryOtherUse() {
    String ambiguity =
        """
        ambiguities:
          - terms: {zh: [买家], en: [shoppers]}
            question: {zh: 哪种？, en: "Which?"}
            metrics: [buyers, visitors]
        """;
    String twice =
        SHOP.replace("买家数, en: buyers", "买家, en: buyers")
            .replace("访客数, en: visitors", "买家, en: visitors");

    assertThat(codes(twice)).containsExactly("ambiguous-alias");
    assertThat(codes(twice + ambiguity)).isEmpty();
  }

  @Test
  void whatIsUnavailableHasNoOtherMeaning() {
    String unavailable =
        """
        unavailable:
          - terms: {en: [buyers]}
            reason: {zh: 没有, en: none}
            nearest: [visitor]
        """;

    assertThat(codes(SHOP + unavailable))
        .containsExactlyInAnyOrder("ambiguous-alias", "unknown-reference");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          yearly: {from: 02-30, to: 03-02}                            | bad-date
          yearly: {from: 06-01, to: 06-20, peak: 07-01}               | bad-date
          yearly: {from: 2026-06-01, to: 06-20}                       | bad-date
          dated: [{from: 2026-03-02, to: 2026-03-01}]                 | bad-date
          dated: [{from: 2026-03-01, to: 2026-03-02, peak: 2026-04-01}] | bad-date
          dated: [{from: 2026-03-01, to: 2026-03-02}, {from: 2026-05-01, to: 2026-05-02}] | duplicate-name
          dimension_value: nothing                                    | missing-key, unknown-reference
          terms: {en: [fair]}                                         | missing-key
          """)
  void refusesDaysThatAreNone(String days, String expected) {
    String broken =
        SHOP + "calendar:\n  - name: fair\n    label: {zh: 集市, en: fair day}\n    " + days + "\n";

    assertThat(codes(broken))
        .containsExactlyInAnyOrder(List.of(expected.split(", ", -1)).toArray(String[]::new));
  }

  @Test
  void namedDaysMayRunOverNewYear() {
    String winter =
        SHOP
            + "calendar:\n  - name: winter\n    label: {zh: 冬季, en: winter sale}\n"
            + "    yearly: {from: 12-26, to: 01-05, peak: 01-01}\n";
    CalendarEntry entry =
        CatalogReader.check("shop.yaml", winter).catalog().orElseThrow().calendar().get(0);

    assertThat(entry.in(2026).orElseThrow().to()).isEqualTo(LocalDate.of(2027, 1, 5));
    assertThat(entry.in(2026).orElseThrow().peak()).contains(LocalDate.of(2027, 1, 1));
  }

  @Test
  void dailyTotalsSayWhatTheyKeep() {
    String more =
        SHOP
            + """
            approximate_distinct_above: 200000000
            rollups:
              - {name: orders_daily, fact: orders, time: pay_time, keeps: [city, coupon],
                 sums: [amount], distinct: [user_id, order_id]}
              - {name: visits_daily, fact: visits, time: visit_time, keeps: []}
            """;
    Catalog catalog = CatalogReader.check("shop.yaml", more).catalog().orElseThrow();

    assertThat(catalog.approximateDistinctAbove()).hasValue(200_000_000);
    assertThat(catalog.rollups())
        .containsExactly(
            new Rollup(
                "orders_daily",
                "orders",
                "pay_time",
                List.of("city", "coupon"),
                List.of("amount"),
                List.of("user_id", "order_id")),
            new Rollup("visits_daily", "visits", "visit_time", List.of(), List.of(), List.of()));
  }

  @ParameterizedTest(name = "{1} → {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unknown-reference | {name: daily, fact: order, time: order_time, keeps: [city]}
          unknown-reference | {name: daily, fact: orders, time: visit_time, keeps: [city]}
          duplicate-name    | {name: visits, fact: orders, time: order_time, keeps: [city]}
          duplicate-name    | {name: other, fact: orders, time: order_time, keeps: [city]}
          duplicate-name    | {name: daily, fact: orders, time: order_time, keeps: [city, city]}
          duplicate-name    | {name: daily, fact: orders, time: order_time, keeps: [a], sums: [a]}
          bad-value         | {name: daily, fact: orders, time: order_time, keeps: [order_time]}
          bad-value         | {name: daily, fact: orders, time: order_time, keeps: [row_count]}
          bad-value         | {name: a day, fact: orders, time: order_time, keeps: [city]}
          bad-value         | {name: daily, fact: visits, time: visit_time, keeps: [city]}
          missing-key       | {name: daily, fact: orders, time: order_time}
          unknown-key       | {name: daily, fact: orders, time: order_time, keeps: [], min: [a]}
          wrong-type        | {name: daily, fact: orders, time: order_time, keeps: city}
          """)
  void refusesDailyTotalsThatCouldNotBeRight(String code, String rollup) {
    String other = "{name: other, fact: orders, time: order_time, keeps: [city]}";
    String broken =
        SHOP.replace("times: [visit_time]}", "times: [visit_time], where: \"bot = 0\"}")
            + "rollups:\n  - "
            + other
            + "\n  - "
            + rollup
            + "\n";

    assertThat(codes(broken)).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: &x [1, 2]\nb: [*x, *x]\n", "catalog: !secret yes\n"})
  void readsPlainYamlOnly(String yaml) {
    assertThat(codes(yaml)).isNotEmpty().containsOnly("unsafe-yaml");
  }

  @Test
  void brokenYamlNamesThePlace() {
    CatalogProblem problem =
        CatalogReader.check("shop.yaml", SHOP.replace("currency: CNY", "currency: CNY: x"))
            .problems()
            .get(0);

    assertThat(problem.code()).isEqualTo("syntax");
    assertThat(problem.line()).isEqualTo(4);
  }

  @Test
  void hostileFilesAreRefusedNotSwallowed() {
    assertThat(codes("[".repeat(100_000))).containsExactly("syntax");
    assertThat(codes("a: ".repeat(50) + "1")).containsExactly("syntax");
    assertThat(codes("catalog: !!java.net.URL [x]\n")).containsExactly("syntax");
    assertThat(codes("")).containsExactly("missing-key");
    assertThat(codes("- a\n- b\n")).containsExactly("wrong-type");
    assertThat(codes("x: " + "y".repeat(9_000_000))).containsExactly("unreadable");
  }

  @Test
  void aFolderIsOneCatalog(@TempDir Path folder) throws IOException {
    int metrics = SHOP.indexOf("metrics:");
    Files.writeString(folder.resolve("1-shop.yaml"), SHOP.substring(0, metrics));
    Files.writeString(folder.resolve("2-metrics.yml"), SHOP.substring(metrics));
    Files.writeString(folder.resolve("notes.txt"), "not a catalog");

    assertThat(CatalogReader.read(folder))
        .isEqualTo(CatalogReader.check("shop.yaml", SHOP).catalog().orElseThrow());
  }

  @Test
  void problemsOfAFolderNameTheirFile(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("a.yaml"), SHOP);
    Files.writeString(
        folder.resolve("b.yaml"),
        """
        currency: EUR
        metrics:
          - name: sales
            label: {zh: 又, en: again}
            unit: count
            aggregate: {fact: orders, function: count}
        """);

    assertThat(CatalogReader.check(folder).problems())
        .extracting(CatalogProblem::toString)
        .containsExactly(
            "b.yaml:1:11: 'currency' is already given in a.yaml [duplicate-name]",
            "b.yaml:3:11: the metric 'sales' is already declared (first in a.yaml, line 26)"
                + " [duplicate-name]");
  }

  @Test
  void whatCannotBeReadIsSaid(@TempDir Path folder) throws IOException {
    assertThat(CatalogReader.check(folder).problems())
        .extracting(CatalogProblem::code)
        .containsExactly("unreadable");
    assertThat(CatalogReader.check(folder.resolve("none.yaml")).problems())
        .extracting(CatalogProblem::code)
        .containsExactly("unreadable");
    Files.write(folder.resolve("gbk.yaml"), "catalog: 商店".getBytes("GBK"));
    assertThat(CatalogReader.check(folder).problems())
        .extracting(CatalogProblem::message)
        .containsExactly("the file is not UTF-8");
    Files.write(folder.resolve("gbk.yaml"), ("\uFEFF" + SHOP).getBytes(StandardCharsets.UTF_8));
    assertThat(CatalogReader.check(folder).problems()).isEmpty();
  }

  static List<String> codes(String yaml) {
    return CatalogReader.check("shop.yaml", yaml).problems().stream()
        .map(CatalogProblem::code)
        .toList();
  }
}
