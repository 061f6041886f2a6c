package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.naive.NaiveAnswers;
import io.mingshu.semantic.plan.naive.NaiveShop;
import io.mingshu.semantic.plan.naive.RandomQueries;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.time.BusinessCalendar;
import io.mingshu.semantic.time.DayRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers of a layer beside those of plain loops over the same rows. */
public final class NaiveComparison {
  private static final Instant AS_OF = Instant.parse("2026-04-20T02:00:00Z");

  /** The metrics of who comes back. */
  public static final List<String> WHO_COMES_BACK =
      List.of(
          "retention_d1",
          "retention_d1/cohort_users",
          "retention_d1/retained_users",
          "cart_retention_w2",
          "retention_m1",
          "ltv_20",
          "again_d7",
          "again_m1",
          "rebuyers_w3",
          "first_again_m1",
          "first_back_d7",
          "churned",
          "churn_base",
          "churn_rate",
          "newcomers",
          "kept_users",
          "resurrected",
          "dormant");

  private final SemanticLayer layer;
  private final NaiveAnswers naive;
  private final List<String> differences = new ArrayList<>();
  private int answered;
  private int withRows;

  public NaiveComparison(SemanticLayer layer, NaiveShop shop) {
    Catalog catalog = layer.catalog();
    this.layer = layer;
    this.naive =
        new NaiveAnswers(
            shop,
            new BusinessCalendar(catalog),
            catalog.weekStart(),
            catalog.zone(),
            LocalDate.ofInstant(AS_OF, catalog.zone()),
            (query, range) ->
                new Circumstances.Resolver(catalog)
                    .before(range, query, catalog.defaultPeriod(), AS_OF, days(query)));
  }

  /** The days that have rows of the facts which a query's metrics are placed by. */
  private @Nullable DayRange days(MetricQuery query) {
    MetricExpander expander = new MetricExpander(layer.catalog());
    return MetricPlanner.metrics(query).stream()
        .flatMap(metric -> expander.placed(metric).stream())
        .flatMap(rows -> layer.dataRange().of(rows.fact()).stream())
        .reduce(
            (a, b) ->
                new DayRange(
                    a.first().isBefore(b.first()) ? a.first() : b.first(),
                    a.last().isAfter(b.last()) ? a.last() : b.last()))
        .orElse(null);
  }

  /** Compares so many answers to random queries of some metrics. */
  public NaiveComparison random(long seed, int count, List<String> metrics) {
    RandomQueries queries = new RandomQueries(seed);
    int until = answered + count;
    while (answered < until) {
      compare(queries.next(metrics));
    }
    return this;
  }

  /** Compares so many answers to random queries. */
  public NaiveComparison random(long seed, int count) {
    RandomQueries queries = new RandomQueries(seed);
    while (answered < count) {
      compare(queries.next());
    }
    return this;
  }

  public void compare(MetricQuery query) {
    Optional<QueryResult> result = run(query);
    if (result.isPresent()) {
      answered++;
      withRows += result.get().rows().isEmpty() ? 0 : 1;
      List<List<@Nullable Object>> expected =
          naive.answer(
              new MetricExpander(layer.catalog()).withPeople(query),
              result.get().period(),
              result.get().bases());
      if (!equal(expected, result.get().rows())) {
        differences.add(describe(query, expected, result.get()));
      }
    }
  }

  /** What differs or failed, each with its query and SQL. */
  public List<String> differences() {
    return List.copyOf(differences);
  }

  public int answered() {
    return answered;
  }

  /** How many of the answers are not empty. */
  public int withRows() {
    return withRows;
  }

  private Optional<QueryResult> run(MetricQuery query) {
    if (!layer.validate(query).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(layer.run(query, Asking.at(AS_OF)));
    } catch (MingshuException e) {
      boolean refused =
          e.code() == ErrorCode.PERIOD_OUTSIDE_DATA
              || e.code() == ErrorCode.COHORTS_INCOMPLETE
              || e.code() == ErrorCode.INVALID_QUERY;
      if (!refused) {
        differences.add(QueryJson.write(query) + "\n" + e + " " + e.getCause());
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      differences.add(
          QueryJson.write(query) + "\n" + e + " at " + List.of(e.getStackTrace()).subList(0, 6));
      return Optional.empty();
    }
  }

  private static boolean equal(
      List<List<@Nullable Object>> expected, List<List<@Nullable Object>> actual) {
    if (expected.size() != actual.size()) {
      return false;
    }
    for (int i = 0; i < expected.size(); i++) {
      if (expected.get(i).size() != actual.get(i).size()) {
        return false;
      }
      for (int j = 0; j < expected.get(i).size(); j++) {
        if (!equalCells(expected.get(i).get(j), actual.get(i).get(j))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean equalCells(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Number left && actual instanceof Number right) {
      boolean inexact = left instanceof Double || right instanceof Double;
      double tolerance = 1e-9 * Math.max(1, Math.abs(left.doubleValue()));
      return inexact
          ? Math.abs(left.doubleValue() - right.doubleValue()) <= tolerance
          : new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
    }
    return expected == null ? actual == null : expected.equals(actual);
  }

  private static String describe(
      MetricQuery query, List<List<@Nullable Object>> expected, QueryResult result) {
    StringBuilder text = new StringBuilder(QueryJson.write(query));
    text.append("\nperiod ").append(result.period()).append(" base ").append(result.base());
    text.append("\nexpected ").append(expected.size()).append(" rows, got ");
    text.append(result.rows().size());
    for (int i = 0; i < Math.max(expected.size(), result.rows().size()); i++) {
      Object left = i < expected.size() ? expected.get(i) : "–";
      Object right = i < result.rows().size() ? result.rows().get(i) : "–";
      if (!left.toString().equals(right.toString())) {
        text.append("\n  ").append(left).append("\n  ").append(right);
        break;
      }
    }
    return text.append('\n').append(result.sql()).append('\n').toString();
  }
}
