package io.mingshu.nlq;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The demo shop's catalog and data range, asked on the morning of 2026-07-01. */
public final class DemoShop {
  public static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");
  public static final Catalog CATALOG = CatalogReader.builtIn("demo-shop");

  private static final DayRange DAYS =
      new DayRange(LocalDate.of(2025, 5, 31), LocalDate.of(2026, 6, 30));
  private static final DataRange DATA =
      new DataRange(
          Map.of(
              "events", DAYS,
              "order_items", DAYS,
              "users", new DayRange(LocalDate.of(2023, 6, 1), LocalDate.of(2026, 6, 30))));

  public static final Interpreter INTERPRETER =
      new CatalogInterpreter(CATALOG, () -> DATA, new PeriodResolver(CATALOG));

  /** Groups that answers are taken to have, first ones first. */
  private static final Map<String, List<String>> MEMBERS =
      Map.of(
          "province", List.of("广东", "浙江", "江苏", "山东", "上海"),
          "channel", List.of("搜索", "直播", "推荐"),
          "category", List.of("数码", "女装"));

  private DemoShop() {}

  public static Interpretation ask(String question) {
    return INTERPRETER.interpret(Question.of(question, AS_OF));
  }

  /** The groups that a query's answer is taken to have. */
  static Map<String, List<String>> members(SemanticQuery query) {
    if (!(query instanceof MetricQuery asked)) {
      return Map.of();
    }
    long count = asked.ranking().map(Ranking::count).orElse(Integer.MAX_VALUE);
    return MEMBERS.entrySet().stream()
        .filter(entry -> asked.dimensions().contains(entry.getKey()))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, entry -> entry.getValue().stream().limit(count).toList()));
  }
}
