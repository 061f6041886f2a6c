package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.FunnelQuery.View;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.text.Text;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What came of an analysis that is split: the groups with the highest and the lowest figure. */
final class GroupedSentence {
  private static final Text RATE = new Text("留存率", "retention rate");
  private static final Text LOSS = new Text("没回来的比例", "share lost");
  private static final Text CONVERSION = new Text("转化率", "conversion");
  private static final Text OVERALL = new Text("整体转化率", "overall conversion");

  /** The most frequent way of so many groups is told. */
  private static final int TOLD = 3;

  private final QueryResult result;
  private final CatalogWords words;
  private final AnalysisCells cells;
  private final Column group;

  /**
   * @param result with a column of a dimension, by which it is split
   */
  GroupedSentence(QueryResult result, CatalogWords words, AnalysisCells cells) {
    this.result = result;
    this.words = words;
    this.cells = cells;
    this.group =
        result.columns().stream().filter(c -> c.dimension().isPresent()).findFirst().orElseThrow();
  }

  /** Without its end; empty: there is nothing short to say. */
  Optional<String> of(BehaviourQuery query) {
    if (query instanceof FunnelQuery funnel) {
      return funnel(funnel);
    }
    if (query instanceof RetentionQuery) {
      return cells.value(result.rows().get(0), "loss") == null
          ? extremes(eachOnce(), "rate", RATE)
          : extremes(eachOnce(), "loss", LOSS);
    }
    if (query instanceof ConversionQuery) {
      return extremes(eachOnce(), "rate", CONVERSION);
    }
    if (query instanceof PathQuery path) {
      return path.view() == PathQuery.View.PATHS ? Optional.of(ways()) : Optional.empty();
    }
    return Optional.empty();
  }

  private Optional<String> funnel(FunnelQuery query) {
    if (query.shown() instanceof View.Steps) {
      return extremes(last(), "conversion_from_first", OVERALL);
    }
    return query.shown() instanceof View.Conversion
        ? extremes(eachOnce(), "conversion", CONVERSION)
        : Optional.empty();
  }

  /** All rows, where each group has one. */
  private List<List<@Nullable Object>> eachOnce() {
    return last().size() == result.rows().size() ? result.rows() : List.of();
  }

  /** The last row of each group: of a funnel its last step, of a trend the latest interval. */
  private List<List<@Nullable Object>> last() {
    Map<String, List<@Nullable Object>> last = new LinkedHashMap<>();
    result.rows().forEach(row -> last.put(name(row), row));
    return List.copyOf(last.values());
  }

  private Optional<String> extremes(List<List<@Nullable Object>> rows, String figure, Text called) {
    List<List<@Nullable Object>> ranked =
        rows.stream()
            .filter(row -> cells.number(row, figure) != null)
            .sorted(Comparator.comparing(row -> number(row, figure)))
            .toList();
    if (ranked.isEmpty()) {
      return Optional.empty();
    }
    List<@Nullable Object> lowest = ranked.get(0);
    List<@Nullable Object> highest = ranked.get(ranked.size() - 1);
    boolean apart = number(lowest, figure).compareTo(number(highest, figure)) != 0;
    String what = words.in(called);
    if (words.isChinese()) {
      String best = name(highest) + "的" + what + (apart ? "最高，" : "") + cells.rate(highest, figure);
      return Optional.of(
          apart ? best + "；最低的是" + name(lowest) + "，" + cells.rate(lowest, figure) : best);
    }
    String best =
        name(highest)
            + (apart ? " has the highest " : " has a ")
            + what
            + (apart ? ", " : " of ")
            + cells.rate(highest, figure);
    return Optional.of(
        apart ? best + "; " + name(lowest) + " the lowest, " + cells.rate(lowest, figure) : best);
  }

  private BigDecimal number(List<@Nullable Object> row, String figure) {
    return Objects.requireNonNull(cells.number(row, figure));
  }

  /** The most frequent way of each group. */
  private String ways() {
    Map<String, List<@Nullable Object>> first = new LinkedHashMap<>();
    result.rows().forEach(row -> first.putIfAbsent(name(row), row));
    String told =
        first.entrySet().stream()
            .limit(TOLD)
            .map(way -> way.getKey() + (words.isChinese() ? "：" : ": ") + pages(way.getValue()))
            .collect(Collectors.joining(words.isChinese() ? "；" : "; "));
    return (words.isChinese() ? "各组最常见的：" : "the most frequent of each group: ")
        + told
        + (first.size() > TOLD ? (words.isChinese() ? "；……" : "; …") : "");
  }

  private String pages(List<@Nullable Object> row) {
    return result.columns().stream()
            .filter(column -> column.dimension().isPresent() && !column.equals(group))
            .filter(column -> cells.value(row, column.name()) != null)
            .map(column -> cells.cell(column, row))
            .collect(Collectors.joining(BehaviourSentence.ARROW))
        + (words.isChinese() ? "，" : ", ")
        + cells.rate(row, "share");
  }

  private String name(List<@Nullable Object> row) {
    return cells.cell(group, row);
  }
}
