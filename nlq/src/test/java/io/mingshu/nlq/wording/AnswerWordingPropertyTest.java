package io.mingshu.nlq.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.text.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class AnswerWordingPropertyTest {
  private static final Pattern AMOUNT = Pattern.compile("-?¥[0-9,]+\\.[0-9]{2}[万亿KMB]?");
  private static final MetricQuery GMV =
      MetricQuery.of("gmv").withPeriod(new Period.Previous(Grain.MONTH, 1));

  private final AnswerWording wording = new AnswerWording(Shop.CATALOG);
  private final FigureWording figures = new FigureWording("CNY");

  /** How the rows are grouped. */
  enum Shape {
    GROUPS,
    RANKED,
    SERIES,
    COMPARED_GROUPS,
    COMPARED_SERIES
  }

  @Property
  void everyAmountInTheSentenceStandsInTheRows(
      @ForAll Shape shape,
      @ForAll Language language,
      @ForAll @Size(min = 1, max = 12)
          List<@BigRange(min = "-100000", max = "9000000000") @Scale(2) BigDecimal> values) {
    boolean series = shape == Shape.SERIES || shape == Shape.COMPARED_SERIES;
    boolean compared = shape == Shape.COMPARED_GROUPS || shape == Shape.COMPARED_SERIES;
    MetricQuery query = series ? GMV.withGrain(Grain.DAY) : GMV.withDimensions(List.of("province"));
    query = shape == Shape.RANKED ? query.withRanking(Ranking.first(12)) : query;
    query = compared ? query.withComparison(new Comparison.PreviousPeriod()) : query;
    List<Column> columns = new ArrayList<>();
    columns.add(series ? Shop.time(Grain.DAY) : Shop.dimension("province"));
    columns.add(Shop.figure("gmv", Measure.VALUE));
    if (compared) {
      columns.add(Shop.figure("gmv", Measure.PREVIOUS));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (int i = 0; i < values.size(); i++) {
      Object group = series ? LocalDate.parse("2026-06-01").plusDays(i) : "省" + i;
      BigDecimal value = values.get(i);
      rows.add(compared ? Shop.row(group, value, value.negate()) : Shop.row(group, value));
      written.add(figures.rounded(value, Metric.Unit.CURRENCY, language));
    }
    QueryResult result =
        new QueryResult(
            columns, rows, Shop.JUNE, List.of(), List.of(), "", "", "duckdb", false, List.of(), 0,
            0);

    String sentence = wording.of(query, result, language);

    List<String> said = AMOUNT.matcher(sentence).results().map(match -> match.group()).toList();
    assertThat(said).isNotEmpty();
    assertThat(written).containsAll(said);
  }
}
