package io.mingshu.semantic.engine.druid;

import static io.mingshu.semantic.engine.druid.DruidBackendTest.assertCode;
import static io.mingshu.semantic.engine.druid.DruidBackendTest.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.engine.Backend.Statement;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A broker answers from what is served at the moment, and says nothing about the rest. */
class CoverageTest {
  private static final String NUMBER = "[\"n\"]\n[\"LONG\"]\n[\"BIGINT\"]\n[%d]\n\n";

  private ScriptedBroker broker;
  private DruidBackend druid;

  @BeforeEach
  void open() throws IOException {
    broker = new ScriptedBroker();
    druid = DruidBackend.open(DruidSettings.at(broker.address()), Map.of());
  }

  @AfterEach
  void close() {
    druid.close();
    broker.close();
  }

  @Test
  void daysWithoutRowsAreNoLoss() {
    broker.served = List.of(1, 2, 9);
    broker.published = List.of(1, 2, 9);
    broker.thenNumber(7);

    assertThat(ask()).isEqualTo(7L);
  }

  @Test
  void aDayThatNobodyServesIsALoss() {
    broker.served = List.of(1, 3);
    broker.thenNumber(7);

    assertThatThrownBy(this::ask)
        .satisfies(e -> assertCode(e, ErrorCode.ENGINE_UNAVAILABLE))
        .hasMessageContaining("not being served");
  }

  @Test
  void unlessItWasNotAskedFor() {
    broker.served = List.of(1, 3);
    broker.explained = "2026-03-03T00:00:00.000Z/2026-03-09T00:00:00.000Z";
    broker.thenNumber(7);

    assertThat(ask()).isEqualTo(7L);
  }

  @Test
  void itIsFoundAfterAWholeAnswerToo() {
    broker.thenNumber(7);
    assertThat(ask()).isEqualTo(7L);
    broker.served = List.of(1, 2);
    broker.thenNumber(5);

    assertThatThrownBy(this::ask).satisfies(e -> assertCode(e, ErrorCode.ENGINE_UNAVAILABLE));
  }

  @Test
  void whatIsGoneOnPurposeIsNotMissed() {
    broker.thenNumber(7);
    assertThat(ask()).isEqualTo(7L);
    broker.served = List.of(1, 2);
    broker.published = List.of(1, 2);
    broker.thenNumber(5).thenNumber(5);

    assertThat(ask()).isEqualTo(5L);
  }

  @Test
  void whatChangesMeanwhileIsAskedAgain() {
    broker
        .then(
            exchange -> {
              broker.served = List.of(1, 2, 3, 4);
              ScriptedBroker.send(exchange, 200, NUMBER.formatted(6));
            })
        .thenNumber(7);

    assertThat(ask()).isEqualTo(7L);
  }

  @Test
  void whatChangesAllTheTimeIsNotAnswered() {
    broker
        .then(
            exchange -> {
              broker.served = List.of(1, 2, 3, 4);
              ScriptedBroker.send(exchange, 200, NUMBER.formatted(6));
            })
        .then(
            exchange -> {
              broker.served = List.of(1, 2, 3, 4, 5);
              ScriptedBroker.send(exchange, 200, NUMBER.formatted(7));
            });

    assertThatThrownBy(this::ask)
        .satisfies(e -> assertCode(e, ErrorCode.ENGINE_UNAVAILABLE))
        .hasMessageContaining("replaced or moved");
  }

  @Test
  void aGapOfAMomentIsSeenInTheHeader() {
    broker
        .then(
            exchange -> {
              exchange
                  .getResponseHeaders()
                  .set(
                      "X-Druid-Response-Context",
                      "{\"uncoveredIntervals\":[\"2026-03-02T00:00:00.000Z/2026-03-03T00:00:00.000Z\"],"
                          + "\"uncoveredIntervalsOverflowed\":false}");
              ScriptedBroker.send(exchange, 200, NUMBER.formatted(6));
            })
        .thenNumber(7);

    assertThat(ask()).isEqualTo(7L);
  }

  @Test
  void theEndsOfTimeAreNoGap() {
    broker.then(
        exchange -> {
          exchange
              .getResponseHeaders()
              .set(
                  "X-Druid-Response-Context",
                  "{\"uncoveredIntervals\":[\"-146136543-09-08T08:23:32.096Z/2026-03-01T00:00:00.000Z\","
                      + "\"2026-03-04T00:00:00.000Z/146140482-04-24T15:36:27.903Z\"]}");
          ScriptedBroker.send(exchange, 200, NUMBER.formatted(7));
        });

    assertThat(ask()).isEqualTo(7L);
    assertThat(broker.statements).hasSize(1);
  }

  @Test
  void aHeaderThatTellsAllSparesTheQuestions() {
    broker
        .thenNumber(7)
        .then(withGap("2026-03-04", "2026-03-09"))
        .then(withGap("2026-03-04", "2026-03-09"));
    ask();
    int questions = broker.candidates.get();

    ask();
    assertThat(broker.candidates).hasValue(questions);
    ask("SELECT COUNT(*) FROM orders a JOIN orders b ON a.n = b.n");
    assertThat(broker.candidates).as("a join's header does not tell all").hasValue(questions + 2);
  }

  @Test
  void aHeaderThatTellsOfALossIsHeard() {
    broker.thenNumber(7).then(withGap("2026-03-02", "2026-03-03"));
    ask();
    broker.served = List.of(1, 3);

    assertThatThrownBy(this::ask).satisfies(e -> assertCode(e, ErrorCode.ENGINE_UNAVAILABLE));
  }

  @Test
  void oneScanIsNotMoreThanOne() {
    for (String sql :
        List.of(
            "SELECT a, SUM(n) FROM t GROUP BY a",
            "SELECT COUNT(DISTINCT u), SUM(n) FROM t",
            "SELECT SUM(CASE WHEN a THEN n END), MIN(n) FILTER (WHERE a) FROM t")) {
      assertThat(isOneScan(sql)).as(sql).isTrue();
    }
    for (String sql :
        List.of(
            "SELECT COUNT(DISTINCT u), COUNT(DISTINCT v) FROM t",
            "SELECT COUNT(DISTINCT u) FILTER (WHERE a) FROM t",
            "SELECT COUNT(DISTINCT CASE WHEN a THEN u END) FROM t",
            "SELECT n FROM t WHERE u IN (SELECT u FROM t)",
            "WITH x AS (TABLE t) SELECT n FROM x",
            "SELECT ROW_NUMBER() OVER (ORDER BY n) FROM t",
            "SELECT n FROM t UNION ALL SELECT n FROM t",
            "select n from t join t")) {
      assertThat(isOneScan(sql)).as(sql).isFalse();
    }
    assertThat(OneScan.is(new Statement("SELECT n FROM t, s", List.of(), Set.of("t", "s"))))
        .isFalse();
  }

  private static boolean isOneScan(String sql) {
    return OneScan.is(new Statement(sql, List.of(), Set.of("t")));
  }

  private static ScriptedBroker.Reply withGap(String start, String end) {
    return exchange -> {
      exchange
          .getResponseHeaders()
          .set(
              "X-Druid-Response-Context",
              "{\"uncoveredIntervals\":[\"%sT00:00:00.000Z/%sT00:00:00.000Z\"],\"uncoveredIntervalsOverflowed\":false}"
                  .formatted(start, end));
      ScriptedBroker.send(exchange, 200, NUMBER.formatted(7));
    };
  }

  @Test
  void unionsDoNotAskForGaps() {
    ask("SELECT n FROM orders UNION ALL SELECT n FROM orders");
    ask("SELECT n FROM orders");

    assertThat(broker.statements.get(0).path("context").has("uncoveredIntervalsLimit")).isFalse();
    assertThat(broker.statements.get(1).path("context").has("uncoveredIntervalsLimit")).isTrue();
  }

  @Test
  void aTableThatVanishedIsNotATableThatIsMissing() {
    broker.served = List.of();
    broker.then(400, error("INVALID_INPUT", "Object 'orders' not found (line [1])"));
    assertThatThrownBy(this::ask).satisfies(e -> assertCode(e, ErrorCode.ENGINE_UNAVAILABLE));

    broker.published = List.of();
    broker.then(400, error("INVALID_INPUT", "Object 'orders' not found (line [1])"));
    assertThatThrownBy(this::ask).satisfies(e -> assertCode(e, ErrorCode.DATA_MISSING));
  }

  @Test
  void norHasItNoColumns() {
    broker.served = List.of();

    assertThatThrownBy(() -> druid.columns("orders"))
        .satisfies(e -> assertCode(e, ErrorCode.ENGINE_UNAVAILABLE));
  }

  @Test
  void anEarlierVersionIsServedUntilALaterOneIsThere() {
    Segment day1 = new Segment(day(1, 2), "v1", 0);
    Segment day2 = new Segment(day(2, 3), "v1", 0);
    Segment both = new Segment(day(1, 3), "v2", 0);

    assertThat(Coverage.isMissing(both, Set.of(day1, day2))).isFalse();
    assertThat(Coverage.isMissing(both, Set.of(day1))).isTrue();
    assertThat(Coverage.isMissing(both, Set.of(day2))).isTrue();
    assertThat(Coverage.isMissing(day1, Set.of(both))).isTrue();
    assertThat(Coverage.isMissing(new Segment(day(1, 2), "v1", 1), Set.of(day1)))
        .as("a part that was added")
        .isTrue();
  }

  private static Interval day(int first, int end) {
    return new Interval(first * 86_400_000L, end * 86_400_000L);
  }

  private Object ask() {
    return ask("SELECT COUNT(*) AS n FROM orders").get(0).get(0);
  }

  private List<List<Object>> ask(String sql) {
    return druid
        .execute(
            new Statement(sql, List.of(), Set.of("orders")), Limits.DEFAULT, Cancellation.none())
        .rows();
  }
}
