package io.mingshu.druid.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshu.druid.load.Granularity.Span;
import io.mingshu.druid.load.TableExport.Exported;
import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.druid.DruidColumn;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IngestionSpecTest {
  private static final Span JUNE =
      new Span(Instant.parse("2026-05-31T16:00:00Z"), Instant.parse("2026-06-30T16:00:00Z"));

  @Test
  void replacesTheWholeSpanInSegmentsOfAMonth() {
    JsonNode spec = IngestionSpec.of(orders(), JUNE).path("spec");

    JsonNode granularity = spec.at("/dataSchema/granularitySpec");
    assertThat(granularity.at("/segmentGranularity/period").asText()).isEqualTo("P1M");
    assertThat(granularity.at("/segmentGranularity/timeZone").asText()).isEqualTo("UTC");
    assertThat(granularity.path("rollup").asBoolean(true)).isFalse();
    assertThat(granularity.at("/intervals/0").asText())
        .isEqualTo("2026-05-31T16:00:00Z/2026-06-30T16:00:00Z");
    assertThat(spec.at("/ioConfig/dropExisting").asBoolean()).isTrue();
    assertThat(spec.at("/ioConfig/appendToExisting").asBoolean(true)).isFalse();
    assertThat(spec.at("/ioConfig/inputSource/files/0").asText()).isEqualTo("/x/o-0.json.zst");
    assertThat(spec.at("/tuningConfig/maxParseExceptions").asInt(-1)).isZero();
  }

  @Test
  void columnsCarryTheirMeaningInTheirNames() {
    JsonNode dimensions =
        IngestionSpec.of(orders(), JUNE).at("/spec/dataSchema/dimensionsSpec/dimensions");

    assertThat(dimensions.toString())
        .isEqualTo(
            "[{\"type\":\"string\",\"name\":\"order_id\"},"
                + "{\"type\":\"long\",\"name\":\"pay_time__ms\"},"
                + "{\"type\":\"long\",\"name\":\"paid_amount__e2\"}]");
  }

  @Test
  void aRollupAddsUpTheSameFilesByBusinessDay() {
    TableLayout orders = orders().layout();
    RollupLayout rollup =
        new RollupLayout(
            "payments_daily",
            orders,
            orders.column("pay_time").orElseThrow(),
            ZoneId.of("Asia/Shanghai"),
            List.of(),
            List.of(orders.column("paid_amount").orElseThrow()),
            List.of(orders.column("order_id").orElseThrow()));
    RollupTotals totals = new RollupTotals(rollup, 10, Optional.of(JUNE), 5, List.of("100"));

    JsonNode spec =
        IngestionSpec.of(totals, JUNE, List.of(Path.of("/x/o-0.json.zst"))).path("spec");

    assertThat(spec.at("/dataSchema/transformSpec").toString())
        .isEqualTo(
            "{\"transforms\":[{\"type\":\"expression\",\"name\":\"__time\",\"expression\":"
                + "\"nvl(timestamp_floor(\\\"pay_time__ms\\\", 'P1D', null, 'Asia/Shanghai'), 0)\"}],"
                + "\"filter\":{\"type\":\"not\",\"field\":"
                + "{\"type\":\"null\",\"column\":\"pay_time__ms\"}}}");
    assertThat(spec.at("/dataSchema/metricsSpec").toString())
        .isEqualTo(
            "[{\"type\":\"count\",\"name\":\"row_count\"},"
                + "{\"type\":\"longSum\",\"name\":\"paid_amount__e2\","
                + "\"fieldName\":\"paid_amount__e2\"},"
                + "{\"type\":\"thetaSketch\",\"name\":\"order_id__theta\","
                + "\"fieldName\":\"order_id\",\"size\":16384}]");
    assertThat(spec.at("/dataSchema/granularitySpec/rollup").asBoolean()).isTrue();
    assertThat(spec.at("/tuningConfig/forceGuaranteedRollup").asBoolean()).isTrue();
    assertThat(spec.at("/ioConfig/inputSource/files/0").asText()).isEqualTo("/x/o-0.json.zst");
  }

  private static Exported orders() {
    TableLayout layout =
        new TableLayout(
            "orders",
            Optional.of(new DruidColumn("order_time", ColumnType.INSTANT, 0)),
            List.of(
                new DruidColumn("order_id", ColumnType.STRING, 0),
                new DruidColumn("pay_time", ColumnType.INSTANT, 0),
                new DruidColumn("paid_amount", ColumnType.DECIMAL, 2)));
    return new Exported(
        layout,
        10,
        0,
        Optional.of(JUNE),
        Granularity.MONTH,
        List.of("100"),
        List.of(Path.of("/x/o-0.json.zst")));
  }
}
