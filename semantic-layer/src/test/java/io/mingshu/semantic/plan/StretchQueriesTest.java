package io.mingshu.semantic.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.behaviour.ManyLogs;
import io.mingshu.semantic.behaviour.naive.EventLog;
import io.mingshu.semantic.behaviour.naive.Happening;
import io.mingshu.semantic.behaviour.naive.WallClock;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who came back from one stretch of time to another: what is said, and what is refused. */
class StretchQueriesTest {
  private static final WallClock CLOCK =
      new WallClock(ZoneId.of("Asia/Shanghai"), DayOfWeek.MONDAY);
  private static final Instant AS_OF = Instant.parse("2026-06-10T02:00:00Z");
  private static final String FIRST_DAYS =
      ",'period':{'type':'between','from':'2026-06-01','to':'2026-06-02'}";

  @TempDir private Path folder;
  private DuckDbBackend backend;
  private CatalogSemanticLayer layer;

  @BeforeEach
  void open() throws SQLException {
    EventLog log =
        EventLog.of(
            event("ann", "2026-06-01T01:00:00Z", "phone"),
            event("ann", "2026-06-02T01:00:00Z", "desk"),
            event("bea", "2026-06-02T01:00:00Z", "desk"),
            event("ann", "2026-06-08T01:00:00Z", "phone"),
            event("cay", "2026-06-09T01:00:00Z", "phone"));
    ManyLogs logs = new ManyLogs();
    logs.add("one", log, Map.of("ann", AS_OF));
    Path file = folder.resolve("logs.duckdb");
    logs.writeTo(file);
    backend = DuckDbBackend.open(file, new DuckDbSettings(1, 256, 1));
    layer = new CatalogSemanticLayer(ManyLogs.catalog("one", CLOCK), new DuckDbEngine(backend));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private static Happening event(String user, String at, String device) {
    return new Happening(user, "view", Instant.parse(at), Map.of("device", device));
  }

  private static SemanticQuery query(String within, String more) {
    String json =
        "{'kind':'retention','cohorts':'each_interval','pooled':true,'within':%s%s}"
            .formatted(within, more);
    return QueryJson.read(json.replace('\'', '"'));
  }

  private static String during(String from, String to) {
    return "{'type':'during','period':{'type':'between','from':'%s','to':'%s'}}"
        .formatted(from, to);
  }

  private static String after(int days) {
    return "{'type':'after','count':%s,'unit':'day'}".formatted(days);
  }

  private QueryResult run(String within, String more) {
    SemanticQuery query = query(within, more + FIRST_DAYS);
    assertThat(layer.validate(query)).isEmpty();
    return layer.run(query, Asking.at(AS_OF));
  }

  @Test
  void whoeverStartedOftenCountsOnce() {
    QueryResult result = run(during("2026-06-05", "2026-06-08"), "");

    assertThat(result.columns())
        .extracting(column -> column.name())
        .containsExactly("cohort_users", "retained_users", "rate");
    assertThat(result.rows()).containsExactly(List.of(2L, 1L, 0.5));
    assertThat(result.notes()).extracting(Note::code).containsExactly(Note.Code.STRETCHES);
    assertThat(result.notes().get(0).text().en())
        .contains("2026-06-01 to 2026-06-02")
        .contains("2026-06-05 to 2026-06-08");
  }

  @Test
  void thoseLostAreTheOthers() {
    assertThat(run(after(7), ",'lost':true").rows()).containsExactly(List.of(2L, 1L, 0.5));
  }

  @Test
  void groupsMayAddUpToMoreThanAll() {
    QueryResult result = run(after(7), ",'groupBy':'device'");

    assertThat(result.rows())
        .containsExactly(List.of("desk", 2L, 1L, 0.5), List.of("phone", 1L, 1L, 1.0));
    assertThat(result.notes()).extracting(Note::code).contains(Note.Code.OVERLAPPING_GROUPS);
  }

  @Test
  void aPeriodThatRunsOnIsTheLeastThatThereIs() {
    QueryResult sinceThen =
        run("{'type':'during','period':{'type':'since','from':'2026-06-05'}}", "");

    assertThat(sinceThen.rows()).containsExactly(List.of(2L, 1L, 0.5));
    assertThat(sinceThen.notes()).extracting(Note::code).contains(Note.Code.LOWER_BOUND);
  }

  @Test
  void daysThatAreNotOverAreNotTold() {
    refused(after(8), ErrorCode.COHORTS_INCOMPLETE, "2026-06-03 to 2026-06-10");
  }

  @Test
  void theSecondFollowsTheFirst() {
    refused(during("2026-06-02", "2026-06-08"), ErrorCode.INVALID_QUERY, "2026-06-02");
    refused(during("2026-05-01", "2026-05-31"), ErrorCode.INVALID_QUERY, "2026-05-31");
  }

  @Test
  void whatIsToComeIsNotTold() {
    refused(during("2026-07-01", "2026-07-08"), ErrorCode.COHORTS_INCOMPLETE, "2026-07-01");
  }

  private void refused(String within, ErrorCode code, String words) {
    assertThatThrownBy(() -> run(within, ""))
        .isInstanceOfSatisfying(
            MingshuException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.text().en()).contains(words);
            });
  }

  @Test
  void onlyWhatMovesWithThePeriodIsCompared() {
    String before = ",'comparison':{'type':'days_before','days':1}";
    String later = ",'period':{'type':'between','from':'2026-06-02','to':'2026-06-02'}";

    QueryResult both = layer.run(query(after(7), before + later), Asking.at(AS_OF));
    assertThat(both.rows().get(0).subList(0, 4)).isEqualTo(List.of(2L, 1L, 1L, 1L));
    assertThat(layer.validate(query(during("2026-06-05", "2026-06-08"), before + later)))
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",'unit':'week'",
        ",'returns':[{'first':1,'last':1}]",
        ",'unfinished':true",
        ",'pooled':false"
      })
  void whatIsOfIntervalsDoesNotGoTogetherWithIt(String part) {
    String json =
        "{'kind':'retention','cohorts':'each_interval','within':%s%s%s%s}"
            .formatted(after(7), FIRST_DAYS, part.contains("pooled") ? "" : ",'pooled':true", part);

    assertThat(layer.validate(QueryJson.read(json.replace('\'', '"')))).isNotEmpty();
  }

  @Test
  void theFirstIsNamedAndTheSecondHasALength() {
    assertThat(layer.validate(query(after(7), ""))).isNotEmpty();
    assertThat(layer.validate(query(after(0), FIRST_DAYS))).isNotEmpty();
    assertThat(layer.validate(query("{'type':'during'}", FIRST_DAYS))).isNotEmpty();
  }
}
