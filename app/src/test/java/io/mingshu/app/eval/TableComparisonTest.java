package io.mingshu.app.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TableComparisonTest {

  @Test
  void rowsInAnotherOrderAgreeUnlessOrderCounts() {
    var gold = rows(row("广东", 3), row("浙江", 2));
    var answer = rows(row("浙江", 2), row("广东", 3));

    assertThat(agree(gold, answer, false)).isTrue();
    assertThat(agree(gold, answer, true)).isFalse();
  }

  @Test
  void columnsMayBeInAnotherOrderAndMoreThanAsked() {
    var gold = rows(row("广东", 3), row("浙江", 2));
    var answer = rows(row(0.6, 3L, "广东"), row(0.4, 2L, "浙江"));

    assertThat(agree(gold, answer, true)).isTrue();
  }

  @Test
  void anAnswerWithFewerColumnsThanGoldDisagrees() {
    assertThat(agree(rows(row("广东", 3)), rows(row("广东")), false)).isFalse();
  }

  @Test
  void oneAnswerColumnCannotStandForTwoGoldColumns() {
    var gold = rows(row(5, 5));

    assertThat(agree(gold, rows(row(5, 6)), false)).isFalse();
    assertThat(agree(gold, rows(row(5, 6, 5)), false)).isTrue();
  }

  @Test
  void extraAndMissingRowsDisagree() {
    var gold = rows(row("广东", 3));

    assertThat(agree(gold, rows(row("广东", 3), row("浙江", 2)), false)).isFalse();
    assertThat(agree(gold, rows(), false)).isFalse();
    assertThat(agree(rows(), rows(), false)).isTrue();
  }

  @Test
  void columnsThatAgreeOneByOneMustAgreeRowByRow() {
    var gold = rows(row("广东", 3), row("浙江", 2));
    var answer = rows(row("广东", 2), row("浙江", 3));

    assertThat(agree(gold, answer, false)).isFalse();
  }

  @Test
  void duplicatesCount() {
    var gold = rows(row("a"), row("a"), row("b"));
    var answer = rows(row("a"), row("b"), row("b"));

    assertThat(agree(gold, answer, false)).isFalse();
  }

  @Test
  void numbersAgreeWithinTheirTolerance() {
    assertThat(CellComparison.EXACT.same(new BigDecimal("1000000.00"), 1_000_000.5)).isTrue();
    assertThat(CellComparison.EXACT.same(new BigDecimal("1000000.00"), 1_000_002.0)).isFalse();
    assertThat(CellComparison.EXACT.same(0, 1e-10)).isTrue();
    assertThat(CellComparison.APPROXIMATE.same(100, 101.9)).isTrue();
    assertThat(CellComparison.APPROXIMATE.same(100, 103)).isFalse();
  }

  @Test
  void missingIsNeitherZeroNorEmpty() {
    assertThat(CellComparison.EXACT.same(null, null)).isTrue();
    assertThat(CellComparison.EXACT.same(null, 0)).isFalse();
    assertThat(CellComparison.EXACT.same("", null)).isFalse();
  }

  @Test
  void datesAreWrittenAsAnswersWriteThem() {
    assertThat(CellComparison.EXACT.same(LocalDate.of(2026, 6, 1), "2026-06-01")).isTrue();
    assertThat(CellComparison.EXACT.same(LocalDateTime.of(2026, 6, 1, 0, 0), "2026-06-01"))
        .isTrue();
    assertThat(CellComparison.EXACT.same(LocalDateTime.of(2026, 6, 30, 14, 0), "2026-06-30T14:00"))
        .isTrue();
    assertThat(CellComparison.EXACT.same("2026-06-01", "2026-06-02")).isFalse();
  }

  @Test
  void aNumberIsNotItsText() {
    assertThat(CellComparison.EXACT.same(1, "1")).isFalse();
    assertThat(CellComparison.EXACT.same(true, 1)).isFalse();
  }

  @Test
  void nearValuesThatSortDifferentlyStillPair() {
    // Sorted by the first figure, the second ones cross over.
    var gold = rows(row(1.0, 5), row(1.0000000001, 9));
    var answer = rows(row(1.0000000001, 5), row(1.0, 9));

    assertThat(agree(gold, answer, false)).isTrue();
  }

  @Test
  void aLargeShuffledAnswerAgrees() {
    List<List<@Nullable Object>> gold = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      gold.add(row("item" + (i % 50), i, i * 0.37));
    }
    List<List<@Nullable Object>> answer = new ArrayList<>(gold);
    Collections.shuffle(answer, new Random(7));

    assertThat(agree(gold, answer, false)).isTrue();
  }

  private static boolean agree(
      List<List<@Nullable Object>> gold, List<List<@Nullable Object>> answer, boolean ordered) {
    return new TableComparison(CellComparison.EXACT, gold, answer, ordered)
        .agree(width(gold), width(answer));
  }

  private static int width(List<List<@Nullable Object>> rows) {
    return rows.isEmpty() ? 1 : rows.get(0).size();
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  private static List<List<@Nullable Object>> rows(List<@Nullable Object>... rows) {
    return new ArrayList<>(Arrays.asList(rows));
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }
}
