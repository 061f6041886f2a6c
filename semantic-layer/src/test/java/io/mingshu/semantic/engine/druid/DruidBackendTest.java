package io.mingshu.semantic.engine.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.Backend.Statement;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.time.DayRange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DruidBackendTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String COLUMNS =
      "[\"COLUMN_NAME\",\"DATA_TYPE\"]\n[\"STRING\",\"STRING\"]\n[\"VARCHAR\",\"VARCHAR\"]\n";

  private ScriptedBroker broker;
  private DruidBackend druid;

  @BeforeEach
  void open() throws IOException {
    broker = new ScriptedBroker();
    druid = DruidBackend.open(DruidSettings.at(broker.address()), Map.of("orders", "order_time"));
  }

  @AfterEach
  void close() {
    druid.close();
    broker.close();
  }

  @Test
  void readsValuesByTheirSqlTypes() {
    broker.then(
        200,
        """
        ["s","n","d","x","y","b","c","t","u","day","e"]
        ["STRING","LONG","DOUBLE","DOUBLE","FLOAT","LONG","LONG","LONG","LONG","LONG","DOUBLE"]
        ["VARCHAR","BIGINT","DOUBLE","DECIMAL","FLOAT","BOOLEAN","BOOLEAN","TIMESTAMP","TIMESTAMP","DATE","DOUBLE"]
        ["上海\\n",9007199254740993,1.5,"NaN","-Infinity",true,0,"2026-03-01T00:10:00.123Z",0,"2026-03-01T00:00:00.000Z",2]
        [null,null,null,null,null,null,null,null,null,null,null]

        """);

    assertThat(execute("SELECT …"))
        .containsExactly(
            Arrays.asList(
                "上海\n",
                9007199254740993L,
                1.5,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                true,
                false,
                LocalDateTime.of(2026, 3, 1, 0, 10, 0, 123_000_000),
                LocalDateTime.of(1970, 1, 1, 0, 0),
                LocalDate.of(2026, 3, 1),
                2.0),
            Arrays.asList(null, null, null, null, null, null, null, null, null, null, null));
  }

  @Test
  void sendsParametersWithTheirTypesAndAsksForExactAnswers() {
    List<Object> parameters =
        List.of(
            "a\"b",
            7L,
            8,
            1.25,
            new BigDecimal("12.50"),
            new BigDecimal("100.00"),
            true,
            LocalDateTime.of(2026, 3, 1, 0, 0),
            LocalDate.of(2026, 3, 2),
            List.of("u1", "u2"));

    druid.execute(
        new Statement("SELECT ?", parameters),
        new Limits(Duration.ofSeconds(20), 10),
        Cancellation.none());

    JsonNode sent = broker.statements.get(0);
    assertThat(sent.path("parameters").toString())
        .isEqualTo(
            "[{\"type\":\"VARCHAR\",\"value\":\"a\\\"b\"},{\"type\":\"BIGINT\",\"value\":7},"
                + "{\"type\":\"BIGINT\",\"value\":8},{\"type\":\"DOUBLE\",\"value\":1.25},"
                + "{\"type\":\"DOUBLE\",\"value\":12.5},{\"type\":\"BIGINT\",\"value\":100},"
                + "{\"type\":\"BOOLEAN\",\"value\":true},"
                + "{\"type\":\"TIMESTAMP\",\"value\":1772323200000},"
                + "{\"type\":\"DATE\",\"value\":\"2026-03-02\"},"
                + "{\"type\":\"ARRAY\",\"value\":[\"u1\",\"u2\"]}]");
    JsonNode context = sent.path("context");
    assertThat(context.path("sqlQueryId").asText()).startsWith("mingshu-");
    assertThat(context.path("timeout").asLong()).isBetween(15_000L, 20_000L);
    assertThat(context.path("useApproximateCountDistinct").asBoolean(true)).isFalse();
    assertThat(context.path("useApproximateTopN").asBoolean(true)).isFalse();
    assertThat(context.path("sqlTimeZone").asText()).isEqualTo("Etc/UTC");
  }

  @Test
  void columnsHaveTheirNamesAndTypesOfTheCatalog() {
    broker.then(
        200,
        COLUMNS
            + """
            ["__time","TIMESTAMP"]
            ["order_id","VARCHAR"]
            ["quantity","BIGINT"]
            ["weight","DOUBLE"]
            ["pay_time__ms","BIGINT"]
            ["order_amount__e2","BIGINT"]
            ["is_member__bool","BIGINT"]
            ["users_sketch","COMPLEX<thetaSketch>"]

            """);

    assertThat(druid.columns("orders"))
        .containsExactly(
            Map.entry("order_time", ColumnType.INSTANT),
            Map.entry("order_id", ColumnType.STRING),
            Map.entry("quantity", ColumnType.INTEGER),
            Map.entry("weight", ColumnType.DOUBLE),
            Map.entry("pay_time", ColumnType.INSTANT),
            Map.entry("order_amount", ColumnType.DECIMAL),
            Map.entry("is_member", ColumnType.BOOLEAN));
    assertThat(druid.layout("orders").get("order_amount"))
        .isEqualTo(new DruidColumn("order_amount", ColumnType.DECIMAL, 2));
    assertThat(druid.layout("orders").get("order_time"))
        .extracting(DruidColumn::stored)
        .isEqualTo("__time");
    assertThat(broker.statements).hasSize(1);
  }

  @Test
  void whatIsNotThereIsNotRemembered() {
    broker.published = List.of();
    broker.served = List.of();
    broker.then(200, ScriptedBroker.NO_ROWS).then(200, COLUMNS + "[\"__time\",\"TIMESTAMP\"]\n\n");

    assertThat(druid.columns("later")).isEmpty();
    assertThat(druid.columns("later")).containsExactly(Map.entry("__time", ColumnType.INSTANT));
  }

  @Test
  void columnsAreReadAgainWhenDruidKnowsOneOfThemNoMore() {
    broker
        .then(200, COLUMNS + "[\"__time\",\"TIMESTAMP\"]\n[\"old\",\"VARCHAR\"]\n\n")
        .then(400, error("INVALID_INPUT", "Column 'old' not found in any table (line [1])"))
        .then(200, COLUMNS + "[\"__time\",\"TIMESTAMP\"]\n[\"new\",\"VARCHAR\"]\n\n");

    assertThat(druid.columns("orders")).containsKey("old");
    assertThatThrownBy(() -> execute("SELECT old FROM orders", "orders"))
        .satisfies(e -> assertCode(e, ErrorCode.ENGINE_FAILED));
    assertThat(druid.columns("orders")).containsKey("new").doesNotContainKey("old");
  }

  @Test
  void theDayRangeIsInTheZoneOfTheBusiness() {
    broker
        .then(200, COLUMNS + "[\"__time\",\"TIMESTAMP\"]\n[\"pay_time__ms\",\"BIGINT\"]\n\n")
        .then(200, moment("\"2026-03-01T16:00:00.000Z\""))
        .then(200, moment("\"2026-03-03T15:59:59.999Z\""))
        .thenNumber(1772380800000L)
        .thenNumber(1772380799999L)
        .then(200, moment("null"))
        .then(200, moment("null"));

    assertThat(druid.dayRange("orders", "order_time", SHANGHAI))
        .isEqualTo(new DayRange(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 3)));
    assertThat(druid.dayRange("orders", "pay_time", SHANGHAI))
        .isEqualTo(new DayRange(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1)));
    assertThat(druid.dayRange("orders", "order_time", SHANGHAI)).isNull();
    assertThat(druid.dayRange("orders", "no_such_column", SHANGHAI)).isNull();
    assertThat(broker.statements.get(3).path("query").asText())
        .isEqualTo("SELECT MIN(\"pay_time__ms\") FROM \"orders\"");
  }

  @Test
  void countsRows() {
    broker.thenNumber(42);

    assertThat(druid.rowCount("orders")).isEqualTo(42);
  }

  @Test
  void anAnswerWithoutItsEndIsNone() {
    String head = "[\"n\"]\n[\"LONG\"]\n[\"BIGINT\"]\n";
    for (String cut :
        List.of(head + "[1]\n[2]", head + "[1]\n[2]\n", head + "[1]\n[2", head, "[\"n\"]\n", "")) {
      broker.then(200, cut);
      assertThatThrownBy(() -> execute("SELECT n"))
          .as(cut)
          .satisfies(e -> assertCode(e, ErrorCode.ENGINE_FAILED))
          .hasMessageContaining("broke off");
    }
  }

  @Test
  void anErrorAmongTheRowsIsNoRow() {
    broker.then(
        200, "[\"n\"]\n[\"LONG\"]\n[\"BIGINT\"]\n[1]\n{\"error\":\"Unknown exception\"}\n\n");

    assertThatThrownBy(() -> execute("SELECT n"))
        .satisfies(e -> assertCode(e, ErrorCode.ENGINE_FAILED));
  }

  @Test
  void aConnectionThatBreaksWithinAnAnswerIsNoAnswer() {
    broker.then(
        exchange -> {
          exchange.sendResponseHeaders(200, 100_000);
          exchange.getResponseBody().write("[\"n\"]\n".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          exchange.close();
        });

    assertThatThrownBy(() -> execute("SELECT n"))
        .satisfies(e -> assertCode(e, ErrorCode.ENGINE_UNAVAILABLE));
    assertThat(broker.statements).hasSize(1);
  }

  @Test
  void tooManyRowsAreRefusedAndTheQueryIsCancelled() {
    broker.thenHangAfter("[\"n\"]\n[\"LONG\"]\n[\"BIGINT\"]\n[1]\n[2]\n[3]\n");

    assertThatThrownBy(
            () ->
                druid.execute(
                    new Statement("SELECT n", List.of()),
                    new Limits(Duration.ofSeconds(30), 2),
                    Cancellation.none()))
        .satisfies(e -> assertCode(e, ErrorCode.TOO_MANY_ROWS));
    assertThat(broker.nextCancelled()).isEqualTo(broker.lastId());
  }

  @Test
  void asManyRowsAsAllowedAreAnswered() {
    broker.then(200, "[\"n\"]\n[\"LONG\"]\n[\"BIGINT\"]\n[1]\n[2]\n\n");

    assertThat(
            druid
                .execute(
                    new Statement("SELECT n", List.of()),
                    new Limits(Duration.ofSeconds(30), 2),
                    Cancellation.none())
                .rows())
        .hasSize(2);
  }

  @Test
  void aLargeAnswerIsRefused() {
    DruidSettings small = DruidSettings.at(broker.address()).withMaxAnswerBytes(1_000);
    broker.thenHangAfter("[\"s\"]\n[\"STRING\"]\n[\"VARCHAR\"]\n[\"" + "x".repeat(2_000) + "\"]\n");

    try (DruidBackend careful = DruidBackend.open(small, Map.of())) {
      assertThatThrownBy(
              () ->
                  careful.execute(
                      new Statement("SELECT s", List.of()), Limits.DEFAULT, Cancellation.none()))
          .satisfies(e -> assertCode(e, ErrorCode.TOO_MANY_ROWS));
    }
    assertThat(broker.nextCancelled()).isEqualTo(broker.lastId());
  }

  @Test
  void healthIsASmallQuestion() {
    broker.thenNumber(1).then(500, error("RUNTIME_FAILURE", "boom"));

    druid.requireHealthy();
    assertThatThrownBy(druid::requireHealthy)
        .satisfies(e -> assertCode(e, ErrorCode.ENGINE_FAILED));
  }

  @Test
  void whatIsClosedIsNotAsked() {
    druid.close();

    assertThatThrownBy(() -> execute("SELECT n"))
        .satisfies(e -> assertCode(e, ErrorCode.ENGINE_UNAVAILABLE));
    assertThat(broker.statements).isEmpty();
  }

  private List<List<Object>> execute(String sql, String... tables) {
    return druid
        .execute(new Statement(sql, List.of(), Set.of(tables)), Limits.DEFAULT, Cancellation.none())
        .rows();
  }

  private static String moment(String value) {
    return "[\"t\"]\n[\"LONG\"]\n[\"TIMESTAMP\"]\n[" + value + "]\n\n";
  }

  static String error(String category, String message) {
    return "{\"error\":\"druidException\",\"errorCode\":\"x\",\"persona\":\"USER\",\"category\":\""
        + category
        + "\",\"errorMessage\":\""
        + message
        + "\",\"context\":{}}";
  }

  static void assertCode(Throwable e, ErrorCode code) {
    assertThat(e).isInstanceOf(MingshuException.class);
    assertThat(((MingshuException) e).code()).isEqualTo(code);
  }
}
