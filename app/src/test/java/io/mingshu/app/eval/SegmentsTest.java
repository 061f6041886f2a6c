package io.mingshu.app.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.app.TinyShop;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.catalog.Rfm;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The demo catalog's segments have the members that SQL written by hand finds. */
class SegmentsTest {
  private static final Asking ASKING = Asking.at(OffsetDateTime.parse(TinyShop.AS_OF).toInstant());

  private static Optional<Workbench> workbench = Optional.empty();
  private static Optional<GoldSql> gold = Optional.empty();

  @BeforeAll
  static void open() {
    open(TinyShop.folder());
  }

  static void open(Path folder) {
    workbench = Optional.of(Workbench.open(folder, Optional.empty(), Progress.NONE));
    gold = Optional.of(GoldSql.over(DataSet.open(folder)));
  }

  @AfterAll
  static void close() {
    workbench.ifPresent(Workbench::close);
    gold.ifPresent(GoldSql::close);
  }

  private static SemanticLayer layer() {
    return workbench.orElseThrow().answering().layer();
  }

  private static List<String> texts(String sql) {
    return gold.orElseThrow().run("segment", sql).rows().stream()
        .map(row -> String.valueOf(row.get(0)))
        .sorted()
        .toList();
  }

  private static Filter.In in(String segment, String value) {
    return new Filter.In(segment, List.of(value), false);
  }

  static Stream<String> segments() {
    return SegmentGold.ofSegments().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("segments")
  void membersAreThoseOfTheRule(String segment) {
    List<String> expected = texts(SegmentGold.of(segment));

    assertThat(layer().members(in(segment, "true"), ASKING)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("segments")
  void theirNumberAndTheOthersAreAll(String segment) {
    long members = texts(SegmentGold.of(segment)).size();
    long everybody = texts("SELECT user_id FROM users").size();
    MetricQuery size = MetricQuery.of("people/all");

    assertThat(figure(size.withFilter(in(segment, "true")))).isEqualTo(members);
    assertThat(figure(size.withFilter(in(segment, "false")))).isEqualTo(everybody - members);
  }

  @ParameterizedTest
  @EnumSource
  void groupsOfRfmAreThoseOfTheScores(Rfm.Group group) {
    List<String> expected =
        texts(
            "SELECT user_id FROM ("
                + SegmentGold.ofRfm()
                + ") WHERE name = '"
                + group.code()
                + "'");

    assertThat(layer().members(in("rfm", group.code()), ASKING)).isEqualTo(expected);
  }

  @Test
  void rfmIsADimension() {
    List<List<Object>> expected =
        List.copyOf(
            gold.orElseThrow()
                .run("rfm", "SELECT name, count(*) FROM (" + SegmentGold.ofRfm() + ") GROUP BY 1")
                .rows());

    assertThat(
            layer().run(MetricQuery.of("people/all").withDimensions(List.of("rfm")), ASKING).rows())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aSegmentFiltersAnyFactOfItsPeople() {
    String members = SegmentGold.of("high_value");
    MetricQuery may =
        MetricQuery.of("gmv", "pv")
            .withPeriod(new Period.Between(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31)));
    List<?> expected =
        gold.orElseThrow()
            .run(
                "gmv",
                "WITH s AS ("
                    + members
                    + ") SELECT (SELECT sum(order_amount) FROM order_items WHERE user_id IN (FROM s)"
                    + " AND CAST(order_time + INTERVAL 8 HOUR AS DATE) BETWEEN DATE '2026-05-01'"
                    + " AND DATE '2026-05-31'), (SELECT count(*) FROM events WHERE user_id IN (FROM"
                    + " s) AND event_type = 'view' AND CAST(event_time + INTERVAL 8 HOUR AS DATE)"
                    + " BETWEEN DATE '2026-05-01' AND DATE '2026-05-31')")
            .rows()
            .get(0);

    List<?> found = layer().run(may.withFilter(in("high_value", "true")), ASKING).rows().get(0);
    assertThat(found.get(0)).asString().isEqualTo(String.valueOf(expected.get(0)));
    assertThat(found.get(1)).isEqualTo(expected.get(1));
  }

  private static Object figure(MetricQuery query) {
    return layer().run(query, ASKING).rows().get(0).get(0);
  }
}
