package io.mingshu.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.gateway.answer.Answer;
import io.mingshu.semantic.chart.ChartSpec;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerPrinterTest {

  @Test
  void columnsStayAlignedUnderChineseHeadings() {
    Answer.Table table =
        table(
            List.of(column("province", "省份", Answer.Role.DIMENSION, ""), gmv()),
            row("广东", new BigDecimal("1234567.5")),
            row("内蒙古", new BigDecimal("98.1")));

    assertThat(new TextTable(table, 100).lines())
        .containsExactly(
            "省份             GMV",
            "──────  ────────────",
            "广东    1,234,567.50",
            "内蒙古         98.10");
  }

  @Test
  void ratesArePercentagesAndGapsAreDashes() {
    Answer.Table table =
        table(
            List.of(
                column("month", "月", Answer.Role.TIME, ""),
                column("rate", "转化率", Answer.Role.METRIC, "percent")),
            row("2026-05-01", new BigDecimal("0.28314")),
            row("2026-06-01", null));

    assertThat(new TextTable(table, 100).lines())
        .contains("2026-05-01  28.31%", "2026-06-01       –");
  }

  @Test
  void valuesAreNamedInTheAnswersLanguage() {
    Answer.Table table =
        new Answer.Table(
            List.of(column("province", "Province", Answer.Role.DIMENSION, ""), gmv()),
            List.of(row("广东", 1)),
            false,
            false,
            Map.of("province", Map.of("广东", "Guangdong")));

    assertThat(new TextTable(table, 100).lines().get(2)).startsWith("Guangdong");
  }

  @Test
  void groupsBecomeBarsThatBeginAtZero() {
    Answer.Table table =
        table(
            List.of(column("province", "省份", Answer.Role.DIMENSION, ""), gmv()),
            row("广东", 200),
            row("浙江", 100));

    List<String> bars = new TextChart(table, chart(ChartSpec.Type.BAR, "province")).lines();

    assertThat(bars)
        .containsExactly("广东 " + "█".repeat(40) + " 200.00", "浙江 " + "█".repeat(20) + " 100.00");
  }

  @Test
  void timeBecomesASparkLineWithItsGaps() {
    Answer.Table table =
        table(
            List.of(column("day", "日", Answer.Role.TIME, ""), gmv()),
            row("2026-06-01", 1),
            row("2026-06-02", null),
            row("2026-06-03", 8));

    assertThat(new TextChart(table, chart(ChartSpec.Type.LINE, "day")).lines())
        .containsExactly("▁ █");
  }

  @Test
  void stepsOfAFunnelHaveTheirRateFromTheFirst() {
    Answer.Table funnel =
        table(
            List.of(
                column("event", "事件", Answer.Role.DIMENSION, ""),
                column("users", "用户数", Answer.Role.METRIC, "people"),
                column("conversion_from_first", "转化率", Answer.Role.METRIC, "percent")),
            row("浏览", 200, 1.0),
            row("支付", 50, 0.25));

    assertThat(
            new TextChart(
                    funnel, chart(ChartSpec.Type.FUNNEL, "event", "users", "conversion_from_first"))
                .lines())
        .containsExactly(
            "浏览 " + "█".repeat(40) + " 200  100.00%", "支付 " + "█".repeat(10) + " 50  25.00%");
  }

  @Test
  void waysAndLifecyclesAreLeftToTheTable() {
    Answer.Table table =
        table(
            List.of(column("day", "日", Answer.Role.TIME, ""), gmv()),
            row("2026-06-01", 1),
            row("2026-06-02", 2));

    assertThat(new TextChart(table, chart(ChartSpec.Type.LIFECYCLE, "day")).lines()).isEmpty();
    assertThat(new TextChart(table, chart(ChartSpec.Type.SANKEY, "day")).lines()).isEmpty();
  }

  private static Answer.ColumnShown gmv() {
    return column("gmv", "GMV", Answer.Role.METRIC, "currency");
  }

  private static Answer.ColumnShown column(
      String name, String label, Answer.Role role, String unit) {
    return new Answer.ColumnShown(
        name,
        "string",
        label,
        role,
        Optional.empty(),
        Optional.empty(),
        unit.isEmpty() ? Optional.empty() : Optional.of(unit),
        Optional.empty(),
        Optional.empty());
  }

  private static Answer.ChartShown chart(ChartSpec.Type type, String x) {
    return chart(type, x, "gmv");
  }

  private static Answer.ChartShown chart(ChartSpec.Type type, String x, String... y) {
    return new Answer.ChartShown(
        type,
        Optional.of(x),
        Optional.empty(),
        List.of(y),
        Optional.empty(),
        Optional.empty(),
        "",
        List.of());
  }

  private static List<@Nullable Object> row(@Nullable Object... values) {
    return Arrays.asList(values);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  private static Answer.Table table(
      List<Answer.ColumnShown> columns, List<@Nullable Object>... rows) {
    return new Answer.Table(columns, Arrays.asList(rows), false, false, Map.of());
  }
}
