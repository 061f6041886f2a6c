package io.mingshu.semantic.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.Note.Code;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.plan.naive.NaiveShop;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.Ranking;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerNotesTest {
  private static final Asking ASKING = Asking.at(Instant.parse("2026-04-20T02:00:00Z"));
  private static final Period YEAR = new Period.Calendar(Grain.YEAR, LocalDate.of(2025, 1, 1));

  @TempDir private Path folder;
  private DuckDbBackend backend;
  private CatalogSemanticLayer layer;

  @BeforeEach
  void open() {
    backend = CornerShop.open(NaiveShop.random(3, 120), folder);
    layer = new CatalogSemanticLayer(CornerShop.catalog(), new DuckDbEngine(backend));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private List<Code> codes(MetricQuery query) {
    return layer.run(query, ASKING).notes().stream().map(Note::code).toList();
  }

  @Test
  void aWholePeriodInsideTheDataNeedsNoNote() {
    assertThat(codes(MetricQuery.of("gmv").withPeriod(YEAR))).isEmpty();
  }

  @Test
  void emptyValuesLeftOutAreSaid() {
    MetricQuery query = MetricQuery.of("gmv").withPeriod(YEAR);
    assertThat(codes(query.withDimensions(List.of("campaign"))))
        .containsExactly(Code.EMPTY_VALUES_LEFT_OUT);
    assertThat(
            codes(
                query
                    .withDimensions(List.of("campaign"))
                    .withFilter(new Filter.In("campaign", List.of("618"), false))))
        .isEmpty();
  }

  /** The second time it may be known from the first. */
  @Test
  void emptyValuesLeftOutAreSaidAgain() throws InterruptedException {
    MetricQuery query = MetricQuery.of("gmv").withPeriod(YEAR).withDimensions(List.of("campaign"));
    for (int i = 0; i < 5; i++) {
      assertThat(codes(query)).containsExactly(Code.EMPTY_VALUES_LEFT_OUT);
      Thread.sleep(50);
    }
  }

  @Test
  void whatIsNotOverOrNotWholeIsSaid() {
    assertThat(codes(MetricQuery.of("gmv").withPeriod(new Period.ToDate(Grain.YEAR))))
        .containsExactly(Code.INCOMPLETE_PERIOD);
    assertThat(codes(MetricQuery.of("gmv"))).containsExactly(Code.DEFAULT_PERIOD);
    Period days = new Period.Between(LocalDate.of(2025, 3, 4), LocalDate.of(2025, 3, 20));
    assertThat(codes(MetricQuery.of("gmv").withPeriod(days).withGrain(Grain.WEEK)))
        .containsExactly(Code.CLIPPED_BUCKET);
    assertThat(codes(MetricQuery.of("mau").withPeriod(days))).containsExactly(Code.NO_WHOLE_UNIT);
    assertThat(
            codes(
                MetricQuery.of("gmv").withPeriod(YEAR).withComparison(new Comparison.YearBefore())))
        .containsExactly(Code.BASE_INCOMPLETE);
  }

  @Test
  void aPeriodWithoutDataIsRefusedNamingTheRange() {
    Period before = new Period.Calendar(Grain.YEAR, LocalDate.of(2020, 1, 1));
    assertThatThrownBy(() -> layer.run(MetricQuery.of("gmv").withPeriod(before), ASKING))
        .isInstanceOfSatisfying(
            MingshuException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.PERIOD_OUTSIDE_DATA);
              assertThat(e.text().zh()).contains("2020-01-01").contains("2024-11");
            });
  }

  @Test
  void aTrendOfTooManyPointsIsRefusedBeforeItIsBuilt() {
    Period ages = new Period.Between(LocalDate.of(1, 1, 1), LocalDate.of(9999, 1, 1));
    MetricQuery query = MetricQuery.of("gmv").withPeriod(ages).withGrain(Grain.HOUR);
    assertThatThrownBy(() -> layer.run(query, ASKING))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_ROWS));
  }

  @Test
  void theRestIsWhatTheFirstGroupsLeave() {
    MetricQuery query = MetricQuery.of("gmv").withPeriod(YEAR).withDimensions(List.of("province"));
    QueryResult all = layer.run(query, ASKING);
    QueryResult folded = layer.run(query.withRanking(new Ranking(2, 0, List.of(), true)), ASKING);
    assertThat(folded.rows()).hasSize(3);
    assertThat(folded.rows().subList(0, 2)).isEqualTo(all.rows().subList(0, 2));
    assertThat(folded.rows().get(2).get(0)).isEqualTo("其他");
    assertThat(total(folded.rows())).isEqualByComparingTo(total(all.rows()));
  }

  private static BigDecimal total(List<List<@Nullable Object>> rows) {
    return rows.stream()
        .map(row -> new BigDecimal(String.valueOf(row.get(1))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void valuesWithQuotesAreOnlyValues() {
    MetricQuery query = MetricQuery.of("lines").withPeriod(YEAR);
    QueryResult one =
        layer.run(query.withFilter(new Filter.In("campaign", List.of("O'Hara"), false)), ASKING);
    QueryResult grouped = layer.run(query.withDimensions(List.of("campaign")), ASKING);
    assertThat(grouped.rows())
        .anyMatch(
            row -> "O'Hara".equals(row.get(0)) && row.get(1).equals(one.rows().get(0).get(0)));
  }
}
