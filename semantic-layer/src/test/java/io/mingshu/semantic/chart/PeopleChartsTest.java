package io.mingshu.semantic.chart;

import static io.mingshu.semantic.chart.Answers.amount;
import static io.mingshu.semantic.chart.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.catalog.Rfm;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ranking;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups of people have charts of their own. */
class PeopleChartsTest {
  private static final Catalog SHOP = CatalogReader.builtIn("demo-shop");
  private static final String SEGMENT = SHOP.segments().get(0).name();
  private static final List<Rfm.Group> GROUPS = List.of(Rfm.Group.values());
  private static final Column RFM = Answers.dimension("rfm");
  private static final Column INSIDE = Answers.dimension(SEGMENT);
  private static final Column GMV = Answers.figure("gmv", Measure.VALUE, Unit.CURRENCY);
  private static final Column BUYERS = Answers.figure("buyers", Measure.VALUE, Unit.PEOPLE);
  private static final MetricQuery BY_RFM = MetricQuery.of("buyers").withDimensions(List.of("rfm"));
  private static final MetricQuery BESIDE =
      MetricQuery.of("gmv", "buyers").withDimensions(List.of(SEGMENT));

  private final ChartChooser chooser = new ChartChooser(SHOP);

  private static QueryResult groups(int count) {
    return answer(List.of(RFM, BUYERS), count, i -> List.of(GROUPS.get(i).code(), amount(9 - i)));
  }

  private static QueryResult insideAndOthers(int rows) {
    return answer(
        List.of(INSIDE, GMV, BUYERS), rows, i -> List.of(i == 0, amount(900 - i), amount(9 - i)));
  }

  @Test
  void groupsOfRfmStandInTheirPlaces() {
    ChartSpec chart = chooser.choose(BY_RFM, groups(8));

    assertThat(chart.type()).isEqualTo(ChartSpec.Type.RFM_GRID);
    assertThat(chart.x()).contains("rfm");
    assertThat(chart.y()).containsExactly("buyers");
    assertThat(chart.alternatives()).containsExactly(ChartSpec.Type.BAR, ChartSpec.Type.TABLE);
  }

  @Test
  void aFewOfThemAreRanked() {
    MetricQuery first = BY_RFM.withRanking(Ranking.first(3));

    assertThat(chooser.choose(first, groups(3)).type()).isEqualTo(ChartSpec.Type.BAR);
  }

  @Test
  void severalFiguresOfASegmentStandBesideThoseOfOthers() {
    ChartSpec chart = chooser.choose(BESIDE, insideAndOthers(2));

    assertThat(chart.type()).isEqualTo(ChartSpec.Type.SEGMENT_BARS);
    assertThat(chart.x()).contains(SEGMENT);
    assertThat(chart.y()).containsExactly("gmv", "buyers");
    assertThat(chart.reason().en()).isNotBlank();
  }

  @Test
  void comparedWithAnotherPeriodItIsATable() {
    MetricQuery compared = BESIDE.withComparison(new Comparison.PreviousPeriod());

    assertThat(chooser.choose(compared, insideAndOthers(2)).type()).isEqualTo(ChartSpec.Type.TABLE);
  }
}
