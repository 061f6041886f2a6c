package io.mingshu.nlq.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.CatalogInterpreter;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpreter;
import io.mingshu.nlq.Question;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.StickinessQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is offered as a next question is a question that we understand, and as it was meant. */
class SuggestionsReadBackTest {
  private static final Catalog CATALOG = CatalogReader.builtIn("demo-shop");
  private static final PeriodResolver PERIODS = new PeriodResolver(CATALOG);
  private static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");
  private static final DataRange DATA =
      new DataRange(
          CATALOG.facts().stream().collect(Collectors.toMap(Fact::name, fact -> Shop.DATA)));
  private static final Interpreter INTERPRETER =
      new CatalogInterpreter(CATALOG, () -> DATA, PERIODS);

  static Stream<MetricQuery> queries() {
    List<Period> periods =
        List.of(
            new Period.Previous(Grain.MONTH, 1),
            new Period.Last(7, Grain.DAY, false),
            new Period.Calendar(Grain.MONTH, LocalDate.parse("2026-05-01")),
            new Period.Calendar(Grain.QUARTER, LocalDate.parse("2026-01-01")),
            new Period.Between(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-15")),
            new Period.Campaign("618", Optional.empty(), false),
            new Period.DaysAgo(1));
    return Stream.of("gmv", "uv", "conversion_rate", "aov")
        .flatMap(metric -> periods.stream().map(p -> MetricQuery.of(metric).withPeriod(p)))
        .flatMap(
            query ->
                Stream.of(
                    query,
                    query.withDimensions(List.of("province")),
                    query.withFilter(new Filter.In("province", List.of("广东"), false))));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void suggestionsAreUnderstoodAsTheyWereMeant(MetricQuery query) {
    Suggestions suggestions = new Suggestions(CATALOG);
    for (Language language : Language.values()) {
      for (String question : suggestions.of(query, language)) {
        Interpretation reading = INTERPRETER.interpret(Question.of(question, AS_OF));

        assertThat(reading)
            .as(question)
            .isInstanceOfSatisfying(
                Interpretation.Understood.class,
                understood -> assertSameSubject((MetricQuery) understood.query(), query, question));
      }
    }
  }

  static Stream<BehaviourQuery> analyses() {
    Optional<Period> month = Optional.of(new Period.Previous(Grain.MONTH, 1));
    Filter view = new Filter.In("event_type", List.of("view"), false);
    Filter pay = new Filter.In("event_type", List.of("pay"), false);
    Stream<BehaviourQuery> plain =
        Stream.of(
            LifecycleQuery.by(Grain.DAY),
            LifecycleQuery.by(Grain.WEEK),
            LifecycleQuery.by(Grain.MONTH),
            StickinessQuery.by(Grain.DAY),
            StickinessQuery.by(Grain.WEEK),
            PathQuery.of(PathQuery.Direction.FROM, "home"),
            PathQuery.of(PathQuery.Direction.TO, "checkout"),
            RetentionQuery.of(RetentionQuery.Cohorts.SIGNUP, Grain.DAY),
            RetentionQuery.of(RetentionQuery.Cohorts.SIGNUP, Grain.WEEK),
            RetentionQuery.of(RetentionQuery.Cohorts.SIGNUP, Grain.MONTH),
            funnel(Optional.empty(), List.of(FunnelQuery.Step.of(view), FunnelQuery.Step.of(pay))));
    Stream<BehaviourQuery> named =
        CATALOG.funnels().stream().map(f -> funnel(Optional.of(f.name()), List.of()));
    return Stream.concat(plain, named)
        .map(query -> query.within(Optional.empty(), month))
        .flatMap(query -> Stream.of(query, query.withGroup(Optional.of("gender"))));
  }

  private static FunnelQuery funnel(Optional<String> name, List<FunnelQuery.Step> steps) {
    return new FunnelQuery(
        name,
        steps,
        FunnelQuery.Order.ORDERED,
        Optional.empty(),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("analyses")
  void suggestionsForAnalysesAreTheSameAnalysisSplitOrCompared(BehaviourQuery query) {
    Suggestions suggestions = new Suggestions(CATALOG);
    for (Language language : Language.values()) {
      List<String> questions = suggestions.of(query, language);

      assertThat(questions)
          .hasSizeGreaterThanOrEqualTo(
              query.groupBy().isPresent() && query instanceof RetentionQuery ? 0 : 1);
      for (String question : questions) {
        assertThat(INTERPRETER.interpret(Question.of(question, AS_OF)))
            .as(question)
            .isInstanceOfSatisfying(
                Interpretation.Understood.class,
                understood -> {
                  BehaviourQuery read = (BehaviourQuery) understood.query();
                  assertThat(read.groupBy().isPresent() || read.comparison().isPresent()).isTrue();
                  assertThat(read.withGroup(query.groupBy()).withComparison(Optional.empty()))
                      .as(question)
                      .isEqualTo(query);
                });
      }
    }
  }

  private static void assertSameSubject(MetricQuery read, MetricQuery meant, String question) {
    assertThat(read.metrics()).as(question).isEqualTo(meant.metrics());
    assertThat(read.filter()).as(question).isEqualTo(meant.filter());
    assertThat(PERIODS.resolve(read.period().orElseThrow(), Shop.NOW, Shop.DATA))
        .as(question)
        .isEqualTo(PERIODS.resolve(meant.period().orElseThrow(), Shop.NOW, Shop.DATA));
  }
}
