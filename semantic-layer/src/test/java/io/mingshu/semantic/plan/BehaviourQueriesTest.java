package io.mingshu.semantic.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.behaviour.ManyLogs;
import io.mingshu.semantic.behaviour.naive.EventLog;
import io.mingshu.semantic.behaviour.naive.Happening;
import io.mingshu.semantic.behaviour.naive.WallClock;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What surrounds analyses of behaviour: refusals, security, limits, notes. */
class BehaviourQueriesTest {
  private static final WallClock CLOCK =
      new WallClock(ZoneId.of("Asia/Shanghai"), DayOfWeek.MONDAY);
  private static final Instant AS_OF = Instant.parse("2026-06-10T02:00:00Z");
  private static final String VIEW_TO_PAY =
      "{'kind':'funnel','steps':[{'event':{'type':'in','dimension':'event','values':['view']}},"
          + "{'event':{'type':'in','dimension':'event','values':['pay']}}]%s,"
          + "'period':{'type':'between','from':'2026-06-01','to':'2026-06-09'}}";

  @TempDir private Path folder;
  private DuckDbBackend backend;
  private CatalogSemanticLayer layer;

  @BeforeEach
  void open() throws SQLException {
    List<Happening> events = new ArrayList<>();
    for (String user : List.of("ann", "bea")) {
      events.add(
          event(user, "view", "2026-06-01T01:00:00Z", user.equals("ann") ? "phone" : "desk"));
      events.add(event(user, "pay", "2026-06-02T01:00:00Z", "phone"));
    }
    ManyLogs logs = new ManyLogs();
    logs.add("one", new EventLog(events), Map.of("ann", AS_OF));
    Path file = folder.resolve("logs.duckdb");
    logs.writeTo(file);
    backend = DuckDbBackend.open(file, new DuckDbSettings(1, 256, 1));
    layer = new CatalogSemanticLayer(ManyLogs.catalog("one", CLOCK), new DuckDbEngine(backend));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private static Happening event(String user, String name, String at, String device) {
    return new Happening(user, name, Instant.parse(at), Map.of("device", device));
  }

  private static SemanticQuery query(String json) {
    return QueryJson.read(json.replace('\'', '"'));
  }

  private static SemanticQuery funnel(String more) {
    return query(VIEW_TO_PAY.formatted(more));
  }

  @Test
  void aFunnelHasARowForEachStep() {
    QueryResult result = layer.run(funnel(""), Asking.at(AS_OF));

    assertThat(result.columns())
        .extracting(column -> column.name())
        .containsExactly(
            "step", "event", "users", "conversion_from_first", "conversion_from_previous");
    assertThat(result.columns().get(1).dimension()).contains("event");
    assertThat(result.rows())
        .containsExactly(List.of(1L, "view", 2L, 1.0, 1.0), List.of(2L, "pay", 2L, 1.0, 1.0));
    assertThat(result.notes()).extracting(Note::code).containsExactly(Note.Code.OPEN_WINDOW);
  }

  @Test
  void aConversionIsOneRowOrOneForEachGroup() {
    QueryResult all = layer.run(funnel(",'view':{'type':'conversion'}"), Asking.at(AS_OF));
    assertThat(all.columns())
        .extracting(column -> column.name())
        .containsExactly("users", "converted_users", "conversion", "loss");
    assertThat(all.rows()).containsExactly(List.of(2L, 2L, 1.0, 0.0));

    QueryResult each =
        layer.run(
            funnel(",'view':{'type':'conversion'},'breakdown':{'dimension':'device'}"),
            Asking.at(AS_OF));
    assertThat(each.rows())
        .allSatisfy(row -> assertThat(row.subList(1, 5)).isEqualTo(List.of(1L, 1L, 1.0, 0.0)))
        .hasSize(2);
  }

  @Test
  void lossesAreOfEachStepOrOfTheWorst() {
    String toNothing =
        "{'kind':'funnel','steps':["
            + "{'event':{'type':'in','dimension':'event','values':['view'],'negated':false}},"
            + "{'event':{'type':'in','dimension':'event','values':['pay'],'negated':false}},"
            + "{'event':{'type':'in','dimension':'event','values':['cart'],'negated':false}}],"
            + "'view':{'type':'losses'%s},"
            + "'period':{'type':'between','from':'2026-06-01','to':'2026-06-03'}}";
    assertThat(layer.run(query(toNothing.formatted("")), Asking.at(AS_OF)).rows())
        .containsExactly(
            List.of(2L, "pay", 2L, 1.0, 0L, 0.0), List.of(3L, "cart", 0L, 0.0, 2L, 1.0));
    for (String by : List.of("people", "rate")) {
      assertThat(
              layer
                  .run(query(toNothing.formatted(",'largest':'" + by + "'")), Asking.at(AS_OF))
                  .rows())
          .containsExactly(List.of(3L, "cart", 0L, 0.0, 2L, 1.0));
    }
  }

  /** Of those of the 1st two came back the next day; of those of the 2nd none, on the 3rd. */
  @Test
  void pooledRetentionIsOneRowForEachReturn() {
    QueryResult pooled =
        layer.run(
            query(
                "{'kind':'retention','cohorts':'each_interval','unit':'day','pooled':true,"
                    + "'returns':[{'first':1,'last':1},{'first':1,'last':2}],"
                    + "'period':{'type':'between','from':'2026-06-01','to':'2026-06-02'}}"),
            Asking.at(AS_OF));

    assertThat(pooled.rows())
        .containsExactly(List.of(1L, 1L, 4L, 2L, 0.5), List.of(1L, 2L, 4L, 2L, 0.5));
  }

  /** The first of June is the 92nd day after the first of March. */
  @Test
  void retentionKnowsMoreIntervalsThanANumberHasBits() {
    QueryResult result =
        layer.run(
            query(
                "{'kind':'retention','cohorts':'first_ever','unit':'day',"
                    + "'returns':[{'first':1,'last':1},{'first':2,'last':2}],"
                    + "'period':{'type':'between','from':'2026-03-01','to':'2026-06-09'}}"),
            Asking.at(AS_OF));

    assertThat(result.rows())
        .filteredOn(row -> !Long.valueOf(0).equals(row.get(2)))
        .containsExactly(
            List.of(LocalDate.of(2026, 6, 1), 1L, 2L, 2L, 1.0),
            List.of(LocalDate.of(2026, 6, 1), 2L, 2L, 0L, 0.0));
  }

  /** Equal figures by one row for each person, and by one for each person and month. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aMonthThatIsNotOverIsToldOnlyWhereAskedTo(int occurrences) {
    String months =
        "{'kind':'retention','cohorts':'first_ever','unit':'month','unfinished':%s,"
            + "'occurrences':%s,'period':{'type':'between','from':'2026-06-01','to':'2026-06-02'}}";

    assertThat(layer.run(query(months.formatted(false, occurrences)), Asking.at(AS_OF)).rows())
        .isEmpty();
    QueryResult soFar = layer.run(query(months.formatted(true, occurrences)), Asking.at(AS_OF));
    assertThat(soFar.rows()).extracting(row -> row.get(2)).containsExactly(2L);
    assertThat(soFar.notes()).extracting(Note::code).contains(Note.Code.LOWER_BOUND);
  }

  @Test
  void rowsThatTheAskerMayNotSeeAreInNoAnalysis() {
    Principal phones = new Principal("phones", Map.of("happenings", "device = 'phone'"), Map.of());
    Asking asking = new Asking(AS_OF, phones, Limits.DEFAULT, Cancellation.none(), false);

    assertThat(layer.run(funnel(""), asking).rows())
        .extracting(row -> row.get(2))
        .containsExactly(1L, 1L);
  }

  @Test
  void whatIsMaskedSplitsNobody() {
    Principal masked = new Principal("masked", Map.of(), Map.of("happenings", Set.of("device")));
    Asking asking = new Asking(AS_OF, masked, Limits.DEFAULT, Cancellation.none(), false);

    assertThat(layer.run(funnel(",'breakdown':{'dimension':'device'}"), asking).rows()).isEmpty();
  }

  @Test
  void theRowsOfAnAnswerAreLimited() {
    Asking asking =
        new Asking(
            AS_OF,
            Principal.LOCAL,
            new Limits(Duration.ofSeconds(30), 1),
            Cancellation.none(),
            false);

    assertThatThrownBy(() -> layer.run(funnel(""), asking))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_ROWS));
  }

  @Test
  void aCancelledAnalysisEnds() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    Asking asking = new Asking(AS_OF, Principal.LOCAL, Limits.DEFAULT, cancellation, false);

    assertThatThrownBy(() -> layer.run(funnel(""), asking))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.QUERY_CANCELLED));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kind':'funnel','steps':[]} | 2 to 10 steps",
        "{'kind':'funnel','funnel':'buy'} | no funnel buy",
        "{'kind':'retention','cohorts':'signup','start':{'type':'is_null','dimension':'page'}} | no start event",
        "{'kind':'retention','cohorts':'each_interval','groupBy':'person'} | Personal data",
        "{'kind':'retention','cohorts':'signup','groupBy':'device'} | no dimension device",
        "{'kind':'retention','cohorts':'each_interval','returns':[{'first':0,'last':3}]} | period 1 or later",
        "{'kind':'path','page':'home','depth':9} | 2 to 8 pages",
        "{'kind':'lifecycle','activity':{'type':'in','dimension':'evnt','values':['view']}} | no dimension evnt",
        "{'kind':'lifecycle','activity':{'type':'top','dimension':'page','metric':'events','count':1}} | its own dimensions",
        "{'kind':'stickiness','occurrences':-1} | At least one",
        "{'kind':'conversion','base':{'type':'is_null','dimension':'page'}} | a base event and a conversion"
      })
  void whatCannotBeAskedIsRefused(String json, String message) {
    assertThat(layer.validate(query(json)))
        .extracting(problem -> problem.text().en())
        .anyMatch(text -> text.contains(message));
  }

  @Test
  void exclusionsNeedAnOrder() {
    String exclusion =
        ",'exclusions':[{'event':{'type':'in','dimension':'event','values':['cart']},'after':1,"
            + "'before':2}]";

    assertThat(layer.validate(funnel(exclusion))).isEmpty();
    assertThat(layer.validate(funnel(exclusion + ",'order':'any'"))).hasSize(1);
  }
}
