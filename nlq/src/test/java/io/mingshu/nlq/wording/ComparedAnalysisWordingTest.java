package io.mingshu.nlq.wording;

import static io.mingshu.nlq.wording.Shop.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Analyses beside an earlier period: how they are read, and what came of them. */
class ComparedAnalysisWordingTest {
  private static final Catalog CATALOG = CatalogReader.builtIn("demo-shop");
  private static final Optional<Comparison> BEFORE = Optional.of(new Comparison.PreviousPeriod());
  private static final BehaviourQuery CART_TO_PAY =
      FunnelQuery.of(event("cart"), event("pay")).withView(new FunnelQuery.View.Conversion());

  private static Filter event(String name) {
    return new Filter.In("event_type", List.of(name), false);
  }

  private static Text reading(BehaviourQuery query) {
    return new QueryWording(CATALOG, new PeriodResolver(CATALOG)).of(query, Shop.NOW, Shop.DATA);
  }

  private static String sentence(BehaviourQuery query, QueryResult result, Language language) {
    return new AnswerWording(CATALOG).of(query, result, language);
  }

  /** Each figure with what it was, its difference and its change. */
  private static List<Column> compared(Unit unit, String... names) {
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      for (String measure : List.of("", "_previous", "_difference", "_change")) {
        columns.add(
            new Column(
                name + measure,
                "decimal",
                Text.same(name),
                Optional.empty(),
                Optional.empty(),
                Optional.of(unit),
                Optional.empty(),
                Optional.empty()));
      }
    }
    return columns;
  }

  @Test
  void theReadingTellsWithWhatItIsCompared() {
    Text reading = reading(CART_TO_PAY.withComparison(BEFORE));

    assertThat(reading.zh()).endsWith("和上一期比（2026-05-02 至 2026-05-31）");
    assertThat(reading.en()).endsWith("compared with the period before (2026-05-02 to 2026-05-31)");
  }

  @Test
  void theLaterOfTwoPeriodsIsTheOneThatIsAskedAbout() {
    Period may = new Period.Calendar(Grain.MONTH, LocalDate.of(2026, 5, 1));
    Period june = new Period.Calendar(Grain.MONTH, LocalDate.of(2026, 6, 1));
    LifecycleQuery ofMay =
        LifecycleQuery.by(Grain.MONTH).within(Optional.empty(), Optional.of(may));

    assertThat(reading(ofMay.withComparison(Optional.of(new Comparison.With(june)))).zh())
        .endsWith("2026年6月（2026-06-01 至 2026-06-30），和2026年5月比（2026-05-01 至 2026-05-31）");
  }

  @Test
  void intervalsAreComparedOneByOne() {
    assertThat(reading(LifecycleQuery.by(Grain.WEEK).withComparison(BEFORE)).zh())
        .endsWith("每期和上一期比");
  }

  @Test
  void aConversionSaysHowItChangedInPoints() {
    List<Column> columns = compared(Unit.PEOPLE, "users", "converted_users");
    columns.addAll(compared(Unit.PERCENT, "conversion"));
    QueryResult result =
        Shop.compared(columns, row(100, 80, 20, 0.25, 60, 40, 20, 0.5, 0.6, 0.5, 0.1, 0.2));

    assertThat(sentence(CART_TO_PAY.withComparison(BEFORE), result, Language.ZH))
        .endsWith("100人进入，60人完成，转化率60%，比上一期（2026-05-01 至 2026-05-31）的50%上升10个百分点（相对+20%）。");
    assertThat(sentence(CART_TO_PAY.withComparison(BEFORE), result, Language.EN))
        .endsWith(
            "a conversion of 60%, up 10 points (+20% relative) from 50% in the period before"
                + " (2026-05-01 to 2026-05-31).");
  }

  @Test
  void whereNobodyBeganThereIsNothingToCompareWith() {
    List<Column> columns = compared(Unit.PEOPLE, "users", "converted_users");
    columns.addAll(compared(Unit.PERCENT, "conversion"));
    QueryResult result =
        Shop.compared(columns, row(100, 0, 100, null, 60, 0, 60, null, 0.6, null, null, null));

    assertThat(sentence(CART_TO_PAY.withComparison(BEFORE), result, Language.ZH))
        .endsWith("转化率60%，上一期（2026-05-01 至 2026-05-31）没有数值可比。");
  }

  @Test
  void aRetentionCurveSaysHowManyCameBackFirst() {
    List<Column> columns = new ArrayList<>(compared(Unit.PERCENT, "rate"));
    columns.add(
        new Column(
            "period_number",
            "integer",
            Text.same("period"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    QueryResult result =
        Shop.compared(columns, row(1.0, 1.0, 0.0, 0.0, 0L), row(0.3, 0.4, -0.1, -0.25, 1L));
    BehaviourQuery query =
        RetentionQuery.of(RetentionQuery.Cohorts.SIGNUP, Grain.DAY)
            .together()
            .withComparison(BEFORE);

    assertThat(sentence(query, result, Language.ZH))
        .endsWith("第1天留存率30%，比上一期（2026-05-01 至 2026-05-31）的40%下降10个百分点（相对-25%）。");
  }
}
