package io.mingshu.gateway.http;

import io.mingshu.gateway.answer.Answering;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpreter;
import io.mingshu.nlq.Issue;
import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Capabilities;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.plan.QueryProblem;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.TimeRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * A shop whose answers are scripted, for what only the server decides: limits, errors, shutdown.
 * {@code GMV} is answered with 42; {@code slow} runs until it is released or cancelled; {@code
 * broken} fails inside; {@code which} is asked back; everything else is declined. A conversation's
 * previous query is named in the reading.
 */
final class ScriptedShop {
  static final String SECRET = "connection string of the engine";

  private static final Catalog CATALOG =
      CatalogReader.check(
              "shop.yaml",
              """
              catalog: shop
              label: {zh: 小店, en: Corner shop}
              time_zone: Asia/Shanghai
              week_start: monday
              currency: CNY
              default_period: {type: last, count: 30, unit: day}
              facts:
                - {name: orders, label: {zh: 订单, en: orders}, table: orders, times: [order_time]}
              dimensions: []
              metrics:
                - name: gmv
                  label: {zh: GMV, en: GMV}
                  description: {zh: 订单金额之和, en: Sum of order amounts}
                  unit: currency
                  aggregate: {fact: orders, function: sum, expression: amount, time: order_time}
              """)
          .catalog()
          .orElseThrow();

  final CountDownLatch started = new CountDownLatch(1);
  final CountDownLatch release = new CountDownLatch(1);
  final CountDownLatch cancelled = new CountDownLatch(1);

  Answering answering() {
    return new Answering(interpreter(), new Layer());
  }

  private static Interpreter interpreter() {
    return question -> {
      Language language = question.language().orElse(Language.ZH);
      String text = question.text();
      if (text.equals("GMV") || text.equals("slow") || text.equals("broken")) {
        String reading =
            text + (question.conversation().last().isPresent() ? " after another" : "");
        return new Interpretation.Understood(
            language,
            text.equals("GMV")
                ? MetricQuery.of("gmv")
                : MetricQuery.of("gmv").withDimensions(List.of(text)),
            Text.same(reading),
            List.of(),
            List.of(),
            List.of(),
            Interpretation.Origin.QUESTION);
      }
      if (text.equals("which")) {
        Text back = new Text("哪一个？", "Which?");
        return new Interpretation.Clarify(
            language,
            back,
            List.of(
                new Interpretation.Option(Text.same("GMV"), "GMV"),
                new Interpretation.Option(Text.same("slow"), "slow")),
            List.of(new Issue(Issue.Code.AMBIGUOUS_WORD, text, back, List.of())),
            Interpretation.Origin.QUESTION);
      }
      return new Interpretation.Declined(
          language,
          List.of(
              new Issue(
                  Issue.Code.UNKNOWN_WORD,
                  text,
                  new Text("我不认识 " + text, "I don't know " + text),
                  List.of("GMV"))));
    };
  }

  private final class Layer implements SemanticLayer {
    @Override
    public List<String> members(Filter.In groups, Asking asking) {
      return List.of();
    }

    @Override
    public Catalog catalog() {
      return CATALOG;
    }

    @Override
    public Backend backend() {
      return new Engine();
    }

    @Override
    public DataRange dataRange() {
      return new DataRange(
          Map.of("orders", new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 6, 30))));
    }

    @Override
    public List<QueryProblem> validate(SemanticQuery query) {
      if (((MetricQuery) query).metrics().isEmpty()) {
        return List.of(
            new QueryProblem(
                ErrorCode.INVALID_QUERY, "", new Text("没有指标", "There is no metric"), List.of()));
      }
      return ((MetricQuery) query)
          .metrics().stream()
              .filter(m -> !m.equals("gmv"))
              .map(
                  m ->
                      new QueryProblem(
                          ErrorCode.UNKNOWN_METRIC,
                          m,
                          new Text("没有指标 " + m, "There is no metric " + m),
                          List.of("gmv")))
              .toList();
    }

    @Override
    public String plan(SemanticQuery query, Asking asking) {
      return "SELECT 42";
    }

    @Override
    public QueryResult run(SemanticQuery query, Asking asking) {
      List<String> script = ((MetricQuery) query).dimensions();
      asking.progress().planned();
      asking.progress().running();
      if (script.contains("broken")) {
        throw new IllegalStateException(SECRET);
      }
      if (script.contains("slow")) {
        asking.cancellation().onCancel(cancelled::countDown);
        asking.cancellation().onCancel(release::countDown);
        started.countDown();
        await(release);
      }
      asking.progress().rows(1);
      return fortyTwo();
    }
  }

  private static QueryResult fortyTwo() {
    Column gmv =
        new Column(
            "gmv",
            "decimal",
            Text.same("GMV"),
            Optional.of("gmv"),
            Optional.of(Measure.VALUE),
            Optional.of(Metric.Unit.CURRENCY),
            Optional.empty(),
            Optional.empty());
    LocalDateTime from = LocalDateTime.of(2026, 6, 1, 0, 0);
    return new QueryResult(
        List.of(gmv),
        List.of(List.of(new BigDecimal("42.00"))),
        new TimeRange(from, from.plusDays(30), true),
        List.of(),
        List.of(),
        "SELECT 42",
        "LogicalValues(tuples=[[{ 42 }]])",
        "duckdb",
        false,
        List.of(),
        0.5,
        1.5);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Engine implements Backend {
    @Override
    public String name() {
      return "duckdb";
    }

    @Override
    public Capabilities capabilities() {
      return new Capabilities(true, false, false, true, Capabilities.NO_SHARES, false);
    }

    @Override
    public Map<String, ColumnType> columns(String table) {
      return Map.of();
    }

    @Override
    public long rowCount(String table) {
      return 0;
    }

    @Override
    public @Nullable DayRange dayRange(String table, String timeColumn, ZoneId zone) {
      return null;
    }

    @Override
    public Rows execute(Statement statement, Limits limits, Cancellation cancellation) {
      return new Rows(List.of(List.of(1)));
    }

    @Override
    public void close() {}
  }
}
