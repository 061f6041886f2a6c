package io.mingshu.semantic.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.behaviour.ManyLogs;
import io.mingshu.semantic.behaviour.SideBySide;
import io.mingshu.semantic.behaviour.naive.EventLog;
import io.mingshu.semantic.behaviour.naive.Happening;
import io.mingshu.semantic.behaviour.naive.WallClock;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An analysis that compares is two analyses side by side. */
class ComparedAnalysesTest {
  private static final WallClock CLOCK =
      new WallClock(ZoneId.of("Asia/Shanghai"), DayOfWeek.MONDAY);
  private static final Instant AS_OF = Instant.parse("2026-03-20T02:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2025, 12, 1);
  private static final int DAYS = 109;
  private static final List<String> EVENTS = List.of("view", "search", "cart", "pay");
  private static final String EVENT = "{'type':'in','dimension':'event','values':['%s']}";
  private static final String VIEW_TO_PAY =
      "'kind':'funnel','steps':[{'event':%s},{'event':%s},{'event':%s}]"
          .formatted(EVENT.formatted("view"), EVENT.formatted("cart"), EVENT.formatted("pay"));
  private static final String FEBRUARY =
      ",'period':{'type':'calendar','unit':'month','start':'2026-02-01'}";
  private static final String JANUARY =
      ",'period':{'type':'calendar','unit':'month','start':'2026-01-01'}";
  private static final String BEFORE = ",'comparison':{'type':'previous_period'}";

  @TempDir private Path folder;
  private DuckDbBackend backend;
  private CatalogSemanticLayer layer;

  @BeforeEach
  void open() throws SQLException {
    Random random = new Random(7);
    List<Happening> events = new ArrayList<>();
    Map<String, Instant> signups = new HashMap<>();
    for (int i = 0; i < 900; i++) {
      String user = "u" + random.nextInt(40);
      Instant at =
          FIRST.atStartOfDay(CLOCK.zone()).toInstant().plusSeconds(random.nextInt(DAYS * 86_400));
      String device =
          random.nextInt(5) == 0 && at.isAfter(AS_OF.minusSeconds(30 * 86_400))
              ? "watch"
              : random.nextBoolean() ? "phone" : "desk";
      events.add(
          new Happening(
              user,
              EVENTS.get(random.nextInt(EVENTS.size())),
              at,
              Map.of(
                  "device",
                  device,
                  "session",
                  user + at.getEpochSecond() / 86_400,
                  "page",
                  List.of("home", "item", "cart").get(random.nextInt(3)))));
      signups.merge(user, at, (a, b) -> a.isBefore(b) ? a : b);
    }
    for (int i = 0; i < 60; i++) {
      signups.put(
          "v" + i,
          FIRST.atStartOfDay(CLOCK.zone()).toInstant().plusSeconds(random.nextInt(DAYS * 86_400)));
    }
    ManyLogs logs = new ManyLogs();
    logs.add("one", new EventLog(events), signups);
    Path file = folder.resolve("logs.duckdb");
    logs.writeTo(file);
    backend = DuckDbBackend.open(file, new DuckDbSettings(1, 256, 1));
    layer = new CatalogSemanticLayer(ManyLogs.catalog("one", CLOCK), new DuckDbEngine(backend));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private QueryResult run(String json) {
    SemanticQuery query = QueryJson.read(("{" + json + "}").replace('\'', '"'));
    assertThat(layer.validate(query)).isEmpty();
    return layer.run(query, Asking.at(AS_OF));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FUNNEL",
        "FUNNEL,'breakdown':{'dimension':'device'}",
        "FUNNEL,'view':{'type':'conversion'}",
        "FUNNEL,'view':{'type':'conversion'},'breakdown':{'dimension':'device'}",
        "FUNNEL,'view':{'type':'losses'}",
        "FUNNEL,'view':{'type':'steps','times':true},'order':'any'",
        "'kind':'conversion','base':VIEW,'conversion':PAY,'windowDays':3",
        "'kind':'stickiness','unit':'day'",
        "'kind':'stickiness','unit':'week','cumulative':true,'activity':VIEW",
        "'kind':'retention','pooled':true,'cohorts':'signup'",
        "'kind':'retention','pooled':true,'cohorts':'each_interval','unit':'week'",
        "'kind':'retention','pooled':true,'cohorts':'each_interval','groupBy':'device','returns':[{'first':1},{'first':7,'last':7}]",
        "'kind':'path','page':'home','count':100,'depth':3",
      })
  void isTheSameQuestionAskedTwice(String question) {
    String asked =
        question
            .replace("FUNNEL", VIEW_TO_PAY)
            .replace("VIEW", EVENT.formatted("view"))
            .replace("PAY", EVENT.formatted("pay"));
    QueryResult february = run(asked + FEBRUARY);
    QueryResult january = run(asked + JANUARY);
    for (String comparison :
        List.of(
            BEFORE,
            ",'comparison':{'type':'with','base':{'type':'calendar','unit':'month','start':'2026-01-01'}}")) {
      QueryResult both = run(asked + FEBRUARY + comparison);

      assertThat(both.period()).isEqualTo(february.period());
      assertThat(both.base()).contains(january.period());
      assertThat(both.rows()).isNotEmpty();
      SideBySide.check(
          both, SideBySide.byKey(february), SideBySide.byKey(january), question.contains("'path'"));
    }
    QueryResult swapped =
        run(
            asked
                + JANUARY
                + ",'comparison':{'type':'with','base':{'type':'calendar','unit':'month','start':'2026-02-01'}}");
    assertThat(swapped.rows()).isEqualTo(run(asked + FEBRUARY + BEFORE).rows());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FUNNEL,'view':{'type':'trend','grain':'week'}",
        "FUNNEL,'view':{'type':'trend','grain':'week','toStep':2},'breakdown':{'dimension':'device'}",
        "'kind':'lifecycle','grain':'week'",
        "'kind':'lifecycle','grain':'week','activity':VIEW",
        "'kind':'conversion','base':VIEW,'conversion':PAY,'windowDays':3,'grain':'week'"
      })
  void anIntervalIsComparedWithTheOneBeforeIt(String question) {
    String asked =
        question
            .replace("FUNNEL", VIEW_TO_PAY)
            .replace("VIEW", EVENT.formatted("view"))
            .replace("PAY", EVENT.formatted("pay"));
    String weeks = ",'period':{'type':'between','from':'2026-01-%s','to':'2026-02-%s'}";
    QueryResult now = run(asked + weeks.formatted("12", "15"));
    QueryResult before = run(asked + weeks.formatted("05", "08"));
    QueryResult both = run(asked + weeks.formatted("12", "15") + BEFORE);

    Map<List<Object>, Map<String, Object>> aWeekLater = new LinkedHashMap<>();
    SideBySide.byKey(before).forEach((key, row) -> aWeekLater.put(later(key), row));
    assertThat(both.base()).contains(before.period());
    SideBySide.check(both, SideBySide.byKey(now), aWeekLater, false);
  }

  private static List<Object> later(List<Object> key) {
    List<Object> moved = new ArrayList<>(key);
    moved.replaceAll(value -> value instanceof LocalDate start ? start.plusWeeks(1) : value);
    return moved;
  }

  private static double number(@Nullable Object value) {
    return Double.parseDouble(String.valueOf(value));
  }

  private static List<String> names(QueryResult result) {
    return result.columns().stream().map(column -> column.name()).toList();
  }

  private static Object cell(QueryResult result, int row, String column) {
    return result.rows().get(row).get(names(result).indexOf(column));
  }

  private static List<Note.Code> notes(QueryResult result) {
    return result.notes().stream().map(Note::code).toList();
  }

  @Test
  void eachFigureHasWhatItWasItsDifferenceAndItsChange() {
    QueryResult result = run(VIEW_TO_PAY + ",'view':{'type':'conversion'}" + FEBRUARY + BEFORE);

    assertThat(names(result))
        .startsWith("users", "users_previous", "users_difference", "users_change")
        .contains("conversion", "conversion_previous", "conversion_difference")
        .hasSize(16);
    assertThat(result.columns().get(1).label().zh()).isEqualTo("进入用户数（对比期）");
    assertThat(result.columns().get(2).label().en()).isEqualTo("Users who began, difference");
  }

  @Test
  void aGroupThatWasNotThereHadNobody() {
    String march = ",'period':{'type':'between','from':'2026-03-01','to':'2026-03-19'}";
    QueryResult result =
        run(
            VIEW_TO_PAY
                + ",'view':{'type':'conversion'},'breakdown':{'dimension':'device'}"
                + march
                + ",'comparison':{'type':'with','base':{'type':'between','from':'2025-12-03','to':'2025-12-20'}}");

    assertThat(result.rows())
        .extracting(row -> row.get(0))
        .containsExactly("desk", "phone", "watch");
    assertThat(cell(result, 2, "users_previous")).isEqualTo(0L);
    assertThat(cell(result, 2, "conversion_previous")).isNull();
    assertThat(cell(result, 2, "users_change")).isNull();
  }

  /** What was lost at that step before, and not what was lost most. */
  @Test
  void theLargestLossIsComparedAtItsOwnStep() {
    String funnel = VIEW_TO_PAY + ",'view':{'type':'losses'%s}";
    QueryResult largest = run(funnel.formatted(",'largest':'people'") + FEBRUARY + BEFORE);
    QueryResult all = run(funnel.formatted("") + FEBRUARY + BEFORE);

    assertThat(largest.rows()).hasSize(1);
    assertThat(all.rows()).contains(largest.rows().get(0));
  }

  @Test
  void theMostFrequentWaysAreLookedUpAmongAllThatThereWere() {
    String ways = "'kind':'path','page':'home','depth':2,'count':%s";
    QueryResult few = run(ways.formatted(1) + FEBRUARY + BEFORE);
    QueryResult all = run(ways.formatted(1000) + FEBRUARY + BEFORE);

    assertThat(few.rows()).containsExactly(all.rows().get(0));
    assertThat(cell(few, 0, "share_previous")).isNotNull();
  }

  @Test
  void returnsThatAreNotOverYetAreEmptyBesideThoseThatWere() {
    String weeks = ",'period':{'type':'between','from':'2026-03-02','to':'2026-03-15'}";
    QueryResult result =
        run(
            "'kind':'retention','pooled':true,'cohorts':'each_interval','unit':'week','returns':[{'first':1,'last':1},{'first':2,'last':2}]"
                + weeks
                + BEFORE);

    assertThat(result.rows()).hasSize(2);
    assertThat(cell(result, 1, "cohort_users")).isNull();
    assertThat(cell(result, 1, "rate")).isNull();
    assertThat(cell(result, 1, "rate_previous")).isNotNull();
    assertThat(cell(result, 1, "rate_difference")).isNull();
    assertThat(notes(result)).contains(Note.Code.IMMATURE_LEFT_OUT);
  }

  /** A week so far is compared with as much of the week before. */
  @Test
  void anIntervalSoFarIsComparedWithAsMuchOfTheOneBefore() {
    String trend = VIEW_TO_PAY + ",'view':{'type':'trend','grain':'week'}";
    QueryResult soFar = run(trend + ",'period':{'type':'to_date','unit':'week'}" + BEFORE);
    QueryResult before =
        run(trend + ",'period':{'type':'between','from':'2026-03-09','to':'2026-03-12'}");

    assertThat(soFar.rows()).hasSize(1);
    assertThat(soFar.base().orElseThrow().until().toString()).isEqualTo("2026-03-13T10:00");
    assertThat(number(cell(soFar, 0, "users_previous")))
        .isGreaterThanOrEqualTo(number(cell(before, 0, "users")));
  }

  @Test
  void aLifecycleOfAnIntervalSoFarHasNothingLikeIt() {
    QueryResult result =
        run(
            "'kind':'lifecycle','grain':'week','period':{'type':'between','from':'2026-03-09','to':'2026-03-19'}"
                + BEFORE);

    assertThat(result.rows()).hasSize(2);
    assertThat(cell(result, 0, "retained_users_previous")).isNotNull();
    assertThat(cell(result, 1, "retained_users")).isNotNull();
    assertThat(cell(result, 1, "retained_users_previous")).isNull();
    assertThat(notes(result)).contains(Note.Code.NOT_COMPARED);
  }

  /** The first day of February beside the first of January, and so on. */
  @Test
  void intervalsOfANamedPeriodAreComparedInTheirOrder() {
    String trend = VIEW_TO_PAY + ",'view':{'type':'trend','grain':'day'}";
    QueryResult january = run(trend + JANUARY);
    QueryResult february =
        run(
            trend
                + FEBRUARY
                + ",'comparison':{'type':'with','base':{'type':'calendar','unit':'month','start':'2026-01-01'}}");

    assertThat(february.rows()).hasSize(28);
    IntStream.range(0, 28)
        .forEach(
            i ->
                assertThat(cell(february, i, "users_previous"))
                    .isEqualTo(cell(january, i, "users")));
    assertThat(notes(february)).doesNotContain(Note.Code.NOT_COMPARED);

    QueryResult longer =
        run(
            trend
                + JANUARY
                + ",'comparison':{'type':'with','base':{'type':'between','from':'2025-12-02','to':'2025-12-11'}}");
    assertThat(longer.rows()).hasSize(31);
    assertThat(cell(longer, 9, "users_previous")).isNotNull();
    assertThat(cell(longer, 10, "users_previous")).isNull();
    assertThat(notes(longer)).contains(Note.Code.NOT_COMPARED);
  }

  /** Those who began last have less time: said, because it makes every conversion fall. */
  @Test
  void anOpenWindowBesideClosedOnesIsSaid() {
    QueryResult result =
        run(VIEW_TO_PAY + ",'period':{'type':'last','count':7,'unit':'day'}" + BEFORE);

    Optional<String> open =
        result.notes().stream()
            .filter(n -> n.code() == Note.Code.OPEN_WINDOW)
            .map(n -> n.text().zh())
            .findFirst();
    assertThat(open).hasValueSatisfying(text -> assertThat(text).contains("偏低"));
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertThat(problems("'kind':'retention','cohorts':'signup'" + BEFORE))
        .singleElement()
        .asString()
        .contains("pooled");
    assertThat(
            problems(VIEW_TO_PAY + ",'view':{'type':'time_to_convert','from':1,'to':2}" + BEFORE))
        .singleElement()
        .asString()
        .contains("medians");
    assertThat(
            problems(
                VIEW_TO_PAY
                    + ",'comparison':{'type':'with','base':{'type':'campaign','name':'none'}}"))
        .singleElement()
        .asString()
        .contains("no campaign none");
  }

  private List<String> problems(String json) {
    return layer.validate(QueryJson.read(("{" + json + "}").replace('\'', '"'))).stream()
        .map(problem -> problem.text().en())
        .toList();
  }
}
