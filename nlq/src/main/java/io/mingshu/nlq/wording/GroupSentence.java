package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Groups: how many, and those that lead. */
final class GroupSentence {
  private static final int LEADERS = 3;
  private static final int RANKED = 5;

  private final MetricQuery query;
  private final AnswerTable table;
  private final CatalogWords words;
  private final FigureWording figures;

  GroupSentence(MetricQuery query, AnswerTable table, CatalogWords words, FigureWording figures) {
    this.query = query;
    this.table = table;
    this.words = words;
    this.figures = figures;
  }

  /** The answer to "how many groups". */
  String count() {
    String number =
        table
            .firstFigure()
            .flatMap(column -> table.figure(table.rows().get(0), column))
            .map(n -> figures.rounded(n, Metric.Unit.COUNT, words.language()))
            .orElse("0");
    if (words.isChinese()) {
      return query.dimensions().isEmpty()
          ? "满足条件的有" + number + noun()
          : "满足条件的" + noun() + "有" + number + "个";
    }
    return number
        + " "
        + (number.equals("1") ? noun() + " meets" : nouns() + " meet")
        + " the condition";
  }

  /**
   * @param cut whether rows are missing, so that their number says nothing
   */
  String all(boolean cut) {
    Ordering ordering = headline();
    Optional<Column> column = table.column(ordering.metric(), ordering.measure());
    if (column.isEmpty()) {
      return numbered(table.rows().size());
    }
    boolean ranked = query.ranking().isPresent();
    List<List<@Nullable Object>> rows =
        ranked ? rankedRows() : sorted(column.get(), ordering.descending());
    List<String> leaders =
        rows.stream()
            .limit(ranked || !query.conditions().isEmpty() ? RANKED : LEADERS)
            .map(row -> table.name(row) + figure(row, column.get()))
            .toList();
    String list =
        words.list(leaders) + (rows.size() > leaders.size() ? more() : "") + rest(column.get());
    String what = measured(ordering);
    if (ranked && !leadsWithTheExtreme()) {
      return words.isChinese() ? what + "依次为：" + list : what + ", in order: " + list;
    }
    String most = extreme(ordering, column.get());
    String led = words.isChinese() ? what + most + "的是" + list : most + " " + what + ": " + list;
    boolean countSaysSomething = !cut && !ranked && rows.size() > 1;
    if (!countSaysSomething) {
      return led;
    }
    return numbered(table.rows().size()) + (words.isChinese() ? "，" : "; ") + led;
  }

  /** Whether the first row is the highest (lowest) of all, and not of its group or in time. */
  private boolean leadsWithTheExtreme() {
    boolean ofAll = query.ranking().map(r -> r.skip() == 0 && r.within().isEmpty()).orElse(true);
    return ofAll && (query.ordering().isPresent() || query.grain().isEmpty());
  }

  /** The ranked rows, without the one that holds the rest. */
  private List<List<@Nullable Object>> rankedRows() {
    int rest = hasRest() ? 1 : 0;
    return table.rows().subList(0, table.rows().size() - rest);
  }

  private boolean hasRest() {
    return query.ranking().map(r -> r.others() && table.rows().size() > r.count()).orElse(false);
  }

  private String rest(Column column) {
    if (!hasRest()) {
      return "";
    }
    String figure = figure(table.rows().get(table.rows().size() - 1), column);
    return words.isChinese() ? "，其余合计" + figure : ", the rest" + figure;
  }

  private Ordering headline() {
    String first = query.metrics().get(0);
    Measure measure =
        query.share().isPresent() && table.column(first, Measure.SHARE).isPresent()
            ? Measure.SHARE
            : Measure.VALUE;
    return query.ordering().orElse(new Ordering(first, measure, true));
  }

  private String extreme(Ordering ordering, Column column) {
    Metric.Unit unit = table.unit(column);
    if (unit == Metric.Unit.COUNT || unit == Metric.Unit.PEOPLE) {
      if (words.isChinese()) {
        return ordering.descending() ? "最多" : "最少";
      }
      return ordering.descending() ? "most" : "fewest";
    }
    if (words.isChinese()) {
      return ordering.descending() ? "最高" : "最低";
    }
    return ordering.descending() ? "highest" : "lowest";
  }

  private String measured(Ordering ordering) {
    return new FilterWording(words, figures).measure(ordering.metric(), ordering.measure());
  }

  private String numbered(int rows) {
    boolean chinese = words.isChinese();
    boolean oneKind =
        table.dimensions().size() + (table.time().isPresent() ? 1 : 0) == 1
            && query.dimensions().stream().allMatch(words::isCountable);
    if (!oneKind) {
      return chinese ? "共" + rows + "组" : rows + " groups";
    }
    return chinese ? "共" + rows + classified() : rows + " " + (rows == 1 ? noun() : nouns());
  }

  private String classified() {
    return table.dimensions().isEmpty() ? noun() : "个" + noun();
  }

  private String more() {
    return words.isChinese() ? "等" : " and more";
  }

  private String noun() {
    if (!query.dimensions().isEmpty()) {
      return words.list(query.dimensions().stream().map(words::dimension).toList());
    }
    return query.grain().map(words::unit).orElse(words.isChinese() ? "组" : "group");
  }

  private String nouns() {
    if (!query.dimensions().isEmpty()) {
      return words.list(query.dimensions().stream().map(words::dimensions).toList());
    }
    return noun() + "s";
  }

  private String figure(List<@Nullable Object> row, Column column) {
    String value =
        table
            .figure(row, column)
            .map(v -> written(v, column))
            .orElse(words.isChinese() ? "无数值" : "no value");
    boolean isValue = column.measure().orElse(Measure.VALUE) == Measure.VALUE;
    String change =
        !isValue || query.comparison().isEmpty()
            ? ""
            : column
                .metric()
                .flatMap(metric -> table.change(row, metric, figures))
                .map(c -> (words.isChinese() ? "，" : ", ") + c)
                .orElse("");
    return words.isChinese() ? "（" + value + change + "）" : " (" + value + change + ")";
  }

  private String written(BigDecimal value, Column column) {
    Measure measure = column.measure().orElse(Measure.VALUE);
    if (measure == Measure.CHANGE || measure == Measure.SECOND_CHANGE) {
      return figures.change(value);
    }
    return figures.rounded(value, table.unit(column), words.language());
  }

  private List<List<@Nullable Object>> sorted(Column column, boolean descending) {
    Comparator<List<@Nullable Object>> byFigure =
        Comparator.comparing(row -> table.figure(row, column).orElseThrow());
    return table.rows().stream()
        .filter(row -> table.figure(row, column).isPresent())
        .sorted(descending ? byFigure.reversed() : byFigure)
        .toList();
  }
}
