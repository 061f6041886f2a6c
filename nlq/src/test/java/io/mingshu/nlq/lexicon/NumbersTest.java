package io.mingshu.nlq.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

  /** The longest number at the start of the text. */
  private static Optional<NumberWord> first(String text) {
    Chart chart = new Chart(text);
    new Numbers("CNY").extend(chart);
    return chart.at(0).stream()
        .max(Comparator.comparingInt(Edge::length))
        .map(edge -> (NumberWord) edge.meaning());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12        | 12
          1,200     | 1200
          1.5万     | 15000
          2k        | 2000
          1.5w      | 15000
          三百万    | 3000000
          十二      | 12
          二十      | 20
          两千五百  | 2500
          一亿二千万 | 120000000
          二〇二五  | 2025
          twelve    | 12
          20%       | 0.2
          百分之二十 | 0.2
          百分之5   | 0.05
          3个百分点 | 0.03
          """)
  void readsNumbers(String text, String value) {
    assertThat(first(text).orElseThrow().value()).isEqualByComparingTo(value);
  }

  @Test
  void neverSplitsARunOfDigits() {
    Chart chart = new Chart("2026");
    new Numbers("CNY").extend(chart);
    assertThat(chart.at(0)).extracting(Edge::end).containsOnly(4);
    assertThat(chart.at(2)).isEmpty();
  }

  /** Two or three hundred is no number, and not three hundred either. */
  @Test
  void dropsNoDigit() {
    assertThat(first("两三百")).isEmpty();
    assertThat(first("十二三")).isEmpty();
    assertThat(first("三百零五").orElseThrow().value()).isEqualByComparingTo("305");
    assertThat(first("一万亿").orElseThrow().value()).isEqualByComparingTo("1000000000000");
  }

  @Test
  void takesNoEndlessRunForANumber() {
    assertThat(first("一二三四五六七八九十百千万亿".repeat(100))).isEmpty();
  }

  @Test
  void unitsAloneAreNoNumber() {
    assertThat(first("百万")).isEmpty();
    assertThat(first("万元")).isEmpty();
    assertThat(first("一万亿万亿")).isEmpty();
  }
}
