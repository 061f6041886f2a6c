package io.mingshu.semantic.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.plan.naive.NaiveAnswers;
import io.mingshu.semantic.plan.naive.NaiveShop;
import io.mingshu.semantic.plan.naive.RandomQueries;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.time.BusinessCalendar;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an asker may not see is in no leg of any plan. */
class SecuredTableTest {
  private static final Instant AS_OF = Instant.parse("2026-04-20T02:00:00Z");
  private static final Principal GUANGDONG =
      new Principal(
          "guangdong",
          Map.of(
              "purchases", "province = '广东'",
              "visits", "province = '广东'",
              "members", "level = 'gold'"),
          Map.of());
  private static final Pattern SCAN = Pattern.compile("FROM \"(purchases|visit_log|members)\"");
  private static final Pattern SECURED =
      Pattern.compile(
          "FROM \"(purchases|visit_log)\"\\s+WHERE (\"amount\" >= 0 AND )?\"province\" = '广东'"
              + "|FROM \"members\"\\s+WHERE \"level\" = 'gold'");

  private static final LocalDate DAY_OF_2025 = LocalDate.of(2025, 6, 1);

  @TempDir private Path folder;
  private final NaiveShop shop = NaiveShop.random(5, 150);
  private DuckDbBackend backend;
  private CatalogSemanticLayer layer;

  @BeforeEach
  void open() {
    backend = CornerShop.open(shop, folder);
    layer = new CatalogSemanticLayer(CornerShop.catalog(), new DuckDbEngine(backend));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private static Asking asking(Principal principal) {
    return new Asking(AS_OF, principal, Limits.DEFAULT, Cancellation.none(), false);
  }

  @Test
  void everyScanOfEveryPlanHasTheRowFilter() {
    RandomQueries queries = new RandomQueries(77);
    int planned = 0;
    while (planned < 200) {
      MetricQuery query = queries.next().withPeriod(new Period.Calendar(Grain.YEAR, DAY_OF_2025));
      if (isPlain(query) && layer.validate(query).isEmpty()) {
        String sql = layer.plan(query, asking(GUANGDONG));
        assertThat(SECURED.matcher(sql).results().count())
            .as(QueryJson.write(query) + "\n" + sql)
            .isEqualTo(SCAN.matcher(sql).results().count())
            .isPositive();
        planned++;
      }
    }
  }

  /** What members did later is told in the facts of what people did, which show everybody. */
  @Test
  void whoIsHiddenAmongThoseWhoJoinedIsNotRetained() {
    Principal gold = new Principal("gold", Map.of("members", "level = 'gold'"), Map.of());
    MetricQuery query =
        MetricQuery.of("retention_m1", "ltv_20", "retention_m1/retained_users")
            .withPeriod(new Period.Calendar(Grain.YEAR, DAY_OF_2025));
    QueryResult all = layer.run(query, asking(Principal.LOCAL));
    QueryResult some = layer.run(query, asking(gold));
    QueryResult chosen =
        layer.run(
            query.withFilter(new Filter.In("level", List.of("gold"), false)),
            asking(Principal.LOCAL));

    assertThat(some.rows()).isEqualTo(chosen.rows()).isNotEqualTo(all.rows());
  }

  private static boolean isPlain(MetricQuery query) {
    return query.comparison().isEmpty() && !query.grain().equals(Optional.of(Grain.HOUR));
  }

  @Test
  void answersAreThoseOfAShopWithoutTheHiddenRows() {
    NaiveShop visible =
        new NaiveShop(
            shop.purchases().stream().filter(p -> "广东".equals(p.province())).toList(),
            shop.visits().stream().filter(v -> "广东".equals(v.province())).toList(),
            shop.members());
    NaiveAnswers naive =
        new NaiveAnswers(
            visible,
            new BusinessCalendar(layer.catalog()),
            layer.catalog().weekStart(),
            layer.catalog().zone(),
            DAY_OF_2025,
            (asked, range) -> range);
    MetricQuery query =
        MetricQuery.of("new_buyers", "returning_buyers", "gmv", "repeat_buyers", "conversion")
            .withGrain(Grain.MONTH)
            .withPeriod(new Period.Calendar(Grain.YEAR, DAY_OF_2025));
    QueryResult result = layer.run(query, asking(GUANGDONG));
    List<String> expected =
        naive.answer(query, result.period(), result.bases()).stream()
            .map(row -> row.toString().replaceAll("\\.\\d+", ""))
            .toList();
    assertThat(result.rows().stream().map(r -> r.toString().replaceAll("\\.\\d+", "")).toList())
        .isEqualTo(expected);
  }

  @Test
  void maskedColumnsReadAsNull() {
    Principal masked =
        new Principal("masked", Map.of(), Map.of("purchases", Set.of("user_id", "amount")));
    MetricQuery query = MetricQuery.of("buyers", "gmv", "orders").withPeriod(new Period.All());
    List<?> seen = layer.run(query, asking(masked)).rows().get(0);
    List<?> all = layer.run(query, asking(Principal.LOCAL)).rows().get(0);
    assertThat(seen.get(0)).isEqualTo(0L);
    assertThat(String.valueOf(seen.get(1))).startsWith("0");
    assertThat(seen.get(2)).isEqualTo(all.get(2));
    assertThat(all.get(0)).isNotEqualTo(0L);
  }

  @Test
  void aRowFilterOverAMaskedColumnStillFilters() {
    Principal principal =
        new Principal(
            "both",
            Map.of("purchases", "province = '广东'"),
            Map.of("purchases", Set.of("province")));
    MetricQuery query = MetricQuery.of("gmv").withPeriod(new Period.All());
    assertThat(layer.run(query, asking(principal)).rows())
        .isEqualTo(layer.run(query, asking(GUANGDONG)).rows());
    assertThat(layer.run(query.withDimensions(List.of("province")), asking(principal)).rows())
        .isEmpty();
  }
}
