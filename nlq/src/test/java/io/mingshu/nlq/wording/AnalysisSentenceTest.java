package io.mingshu.nlq.wording;

import static io.mingshu.nlq.wording.Shop.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What is said first of tables of cohorts and stages: figures of theirs, not that there are some.
 */
class AnalysisSentenceTest {
  private static final Catalog CATALOG = CatalogReader.builtIn("demo-shop");

  private static Column column(String name, String type, Optional<Unit> unit) {
    return new Column(
        name,
        type,
        Text.same(name),
        Optional.empty(),
        Optional.empty(),
        unit,
        Optional.empty(),
        Optional.empty());
  }

  private static final Column START = column("cohort", "date", Optional.empty());
  private static final Column NUMBER = column("period_number", "integer", Optional.empty());
  private static final Column RATE = column("rate", "decimal", Optional.of(Unit.PERCENT));

  private static String sentence(BehaviourQuery query, QueryResult result, Language language) {
    return new AnswerWording(CATALOG).of(query, result, language);
  }

  @Test
  void ofAMatrixTheBestAndTheWorstCohort() {
    QueryResult matrix =
        Shop.answer(
            List.of(START, NUMBER, RATE),
            row("2026-06-01", 0, 1),
            row("2026-06-01", 1, 0.6),
            row("2026-06-01", 2, 0.1),
            row("2026-06-08", 0, 1),
            row("2026-06-08", 1, 0.5));
    BehaviourQuery weekly = RetentionQuery.of(Cohorts.SIGNUP, Grain.WEEK);

    assertThat(sentence(weekly, matrix, Language.ZH))
        .endsWith("第1周留存率最高60%（2026-06-01那批），最低50%（2026-06-08那批）。");
    assertThat(sentence(weekly, matrix, Language.EN))
        .endsWith(
            "a rate for week 1 of 60% (cohort of 2026-06-01) at best, 50% (cohort of 2026-06-08) at"
                + " worst.");
  }

  @Test
  void ofACurveItsFirstReturnAndItsLast() {
    QueryResult curve =
        Shop.answer(List.of(NUMBER, RATE), row(0, 1), row(1, 0.3), row(2, 0.2), row(7, 0.05));

    assertThat(sentence(RetentionQuery.of(Cohorts.SIGNUP, Grain.DAY), curve, Language.ZH))
        .endsWith("第1天留存率30%，第7天留存率5%。");
    assertThat(sentence(RetentionQuery.of(Cohorts.SIGNUP, Grain.DAY), curve, Language.EN))
        .endsWith("30% for day 1, 5% for day 7.");
  }

  @Test
  void ofDaysTogetherWhichTheyAre() {
    QueryResult compared =
        Shop.answer(
            List.of(NUMBER, column("period_last", "integer", Optional.empty()), RATE),
            row(1, 30, 0.3),
            row(1, 60, 0.4));

    assertThat(sentence(RetentionQuery.of(Cohorts.FIRST_EVER, Grain.DAY), compared, Language.ZH))
        .endsWith("第1–30天留存率30%，第1–60天留存率40%。");
  }

  @Test
  void ofALifecycleTheLastIntervalThatIsOver() {
    QueryResult stages =
        Shop.answer(
            List.of(START, column("new", "integer", Optional.of(Unit.PEOPLE))),
            row("2026-06-15", 7),
            row("2026-06-22", 9),
            row("2026-06-29", 2));

    assertThat(sentence(LifecycleQuery.by(Grain.WEEK), stages, Language.EN))
        .endsWith("in the latest interval (2026-06-22): new 9.");
  }
}
