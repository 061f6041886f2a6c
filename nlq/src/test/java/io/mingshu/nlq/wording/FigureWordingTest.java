package io.mingshu.nlq.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.text.Language;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureWordingTest {
  private final FigureWording figures = new FigureWording("CNY");

  @ParameterizedTest(name = "{1} {0}: {2}, {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "CURRENCY | 0           | ¥0.00      | ¥0.00",
        "CURRENCY | 152.3       | ¥152.30    | ¥152.30",
        "CURRENCY | 9999.99     | ¥9,999.99  | ¥9,999.99",
        "CURRENCY | 123456.78   | ¥12.35万   | ¥123.46K",
        "CURRENCY | 1234567     | ¥123.46万  | ¥1.23M",
        "CURRENCY | 123456789   | ¥1.23亿    | ¥123.46M",
        "CURRENCY | 12345678900 | ¥123.46亿  | ¥12.35B",
        "CURRENCY | -20000      | -¥2.00万   | -¥20.00K",
        "COUNT    | 12345       | 12,345     | 12,345",
        "COUNT    | 1234567     | 123.46万   | 1.23M",
        "PEOPLE   | 7           | 7          | 7",
        "PERCENT  | 0.283149    | 28.3%      | 28.3%",
        "PERCENT  | 0.04567     | 4.57%      | 4.57%",
        "PERCENT  | -0.5        | -50%       | -50%",
        "NUMBER   | 3.14159     | 3.14       | 3.14",
      })
  void writesFiguresAsPeopleDo(Unit unit, BigDecimal value, String zh, String en) {
    assertThat(figures.rounded(value, unit, Language.ZH)).isEqualTo(zh);
    assertThat(figures.rounded(value, unit, Language.EN)).isEqualTo(en);
  }

  @Test
  void thresholdsAreWrittenInFull() {
    assertThat(figures.exact(new BigDecimal("100000"), Unit.CURRENCY)).isEqualTo("¥100,000");
    assertThat(figures.exact(new BigDecimal("0.0512"), Unit.PERCENT)).isEqualTo("5.12%");
    assertThat(figures.exact(new BigDecimal("5E+2"), Unit.COUNT)).isEqualTo("500");
  }

  @Test
  void changesHaveASignAndPointsAreNoPercentages() {
    assertThat(figures.change(new BigDecimal("0.1234"))).isEqualTo("+12.3%");
    assertThat(figures.change(new BigDecimal("-0.02"))).isEqualTo("-2%");
    assertThat(figures.points(new BigDecimal("-0.0123"), Language.ZH)).isEqualTo("1.2个百分点");
    assertThat(figures.points(new BigDecimal("0.0012"), Language.EN)).isEqualTo("0.12 points");
  }

  @Test
  void otherCurrenciesHaveTheirSign() {
    assertThat(
            new FigureWording("GBP")
                .rounded(new BigDecimal("8911407.9"), Unit.CURRENCY, Language.EN))
        .isEqualTo("£8.91M");
    assertThat(new FigureWording("CHF").rounded(new BigDecimal("5"), Unit.CURRENCY, Language.EN))
        .isEqualTo("CHF 5.00");
  }
}
