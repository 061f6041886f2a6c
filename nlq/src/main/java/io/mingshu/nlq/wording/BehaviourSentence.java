package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.FunnelQuery.View;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.RetentionQuery;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of an analysis, with figures of its rows: those of the first and the last step, the
 * largest loss, the most frequent way. Of groups the best and the worst.
 */
final class BehaviourSentence {
  static final String ARROW = " → ";

  private final QueryResult result;
  private final CatalogWords words;
  private final AnalysisCells cells;
  private final ComparisonWording comparisons;

  BehaviourSentence(
      QueryResult result,
      CatalogWords words,
      FigureWording figures,
      ComparisonWording comparisons) {
    this.result = result;
    this.words = words;
    this.cells = new AnalysisCells(result, words, figures);
    this.comparisons = comparisons;
  }

  /** Without its end; empty: there is nothing short to say. */
  Optional<String> of(BehaviourQuery query) {
    if (query instanceof LifecycleQuery lifecycle) {
      return new LifecycleSentence(result, words, cells, this::changed).of(lifecycle);
    }
    if (query.groupBy().isPresent()) {
      return query.comparison().isEmpty()
          ? new GroupedSentence(result, words, cells).of(query)
          : Optional.empty();
    }
    if (query instanceof FunnelQuery funnel) {
      return funnel(funnel);
    }
    if (query instanceof PathQuery path && path.view() == PathQuery.View.PATHS) {
      return way(path);
    }
    if (query instanceof RetentionQuery retention
        && retention.within().isEmpty()
        && retention.comparison().isPresent()) {
      return firstReturn(retention);
    }
    boolean several = result.rows().size() > 1;
    if (query instanceof RetentionQuery retention && several) {
      return retention.lost() ? Optional.empty() : returns(retention);
    }
    if (result.rows().size() != 1) {
      return Optional.empty();
    }
    List<@Nullable Object> row = result.rows().get(0);
    if (query instanceof RetentionQuery retention) {
      return Optional.of(retained(retention, row));
    }
    return query instanceof ConversionQuery conversion && conversion.grain().isEmpty()
        ? Optional.of(converted(conversion, row))
        : Optional.empty();
  }

  /** How a figure changed, where it is compared. */
  private String changed(BehaviourQuery query, List<@Nullable Object> row, String column) {
    return query
        .comparison()
        .map(
            comparison ->
                comparisons.changed(
                    comparisons.base(comparison, result.base()),
                    unit(column),
                    Optional.ofNullable(cells.number(row, column + "_previous")),
                    Optional.ofNullable(cells.number(row, column + "_difference")),
                    Optional.ofNullable(cells.number(row, column + "_change"))))
        .orElse("");
  }

  private Metric.Unit unit(String name) {
    return result.columns().stream()
        .filter(column -> column.name().equals(name))
        .flatMap(column -> column.unit().stream())
        .findFirst()
        .orElse(Metric.Unit.COUNT);
  }

  private Optional<String> funnel(FunnelQuery query) {
    List<List<@Nullable Object>> rows = result.rows();
    if (query.shown() instanceof View.Steps) {
      return Optional.of(steps(query, rows));
    }
    if (query.shown() instanceof View.Conversion) {
      List<@Nullable Object> row = rows.get(0);
      return Optional.of(
          words.isChinese()
              ? cells.count(row, "users")
                  + "人进入，"
                  + cells.count(row, "converted_users")
                  + "人完成，转化率"
                  + cells.rate(row, "conversion")
                  + changed(query, row, "conversion")
              : cells.count(row, "users")
                  + " users began, "
                  + cells.count(row, "converted_users")
                  + " completed it: a conversion of "
                  + cells.rate(row, "conversion")
                  + changed(query, row, "conversion"));
    }
    return query.shown() instanceof View.Losses losses && losses.largest().isPresent()
        ? Optional.of(loss(rows.get(0)) + changed(query, rows.get(0), "loss"))
        : Optional.empty();
  }

  private String steps(FunnelQuery query, List<List<@Nullable Object>> rows) {
    List<@Nullable Object> first = rows.get(0);
    List<@Nullable Object> last = rows.get(rows.size() - 1);
    String ends =
        words.isChinese()
            ? step(first)
                + cells.count(first, "users")
                + "人，"
                + step(last)
                + cells.count(last, "users")
                + "人，整体转化率"
                + cells.rate(last, "conversion_from_first")
            : cells.count(first, "users")
                + " users at "
                + step(first)
                + ", "
                + cells.count(last, "users")
                + " at "
                + step(last)
                + ": "
                + cells.rate(last, "conversion_from_first")
                + " overall";
    String overall = ends + changed(query, last, "conversion_from_first");
    return rows.size() < 3
        ? overall
        : worst(rows)
            .map(row -> overall + (words.isChinese() ? "；" : "; ") + weakest(row))
            .orElse(overall);
  }

  /** The step that fewest of those before it reach. */
  private Optional<List<@Nullable Object>> worst(List<List<@Nullable Object>> rows) {
    return rows.stream()
        .skip(1)
        .filter(row -> cells.value(row, "conversion_from_previous") != null)
        .min(
            Comparator.comparing(
                row -> Objects.requireNonNull(cells.number(row, "conversion_from_previous"))));
  }

  private String weakest(List<@Nullable Object> row) {
    return words.isChinese()
        ? "流失最大的是“" + step(row) + "”这一步，只有" + cells.rate(row, "conversion_from_previous") + "走到这里"
        : "the largest loss is before "
            + step(row)
            + ", which "
            + cells.rate(row, "conversion_from_previous")
            + " of the step before reach";
  }

  private String loss(List<@Nullable Object> row) {
    return words.isChinese()
        ? "流失最大的是“"
            + step(row)
            + "”这一步：流失"
            + cells.count(row, "lost_users")
            + "人，流失率"
            + cells.rate(row, "loss")
        : "the largest loss is before "
            + step(row)
            + ": "
            + cells.count(row, "lost_users")
            + " users, "
            + cells.rate(row, "loss");
  }

  private String retained(RetentionQuery query, List<@Nullable Object> row) {
    if (cells.value(row, "lost_users") != null) {
      return words.isChinese()
          ? "起始"
              + cells.count(row, "cohort_users")
              + "人，其中"
              + cells.count(row, "lost_users")
              + "人没有回来，占"
              + cells.rate(row, "loss")
              + changed(query, row, "loss")
          : cells.count(row, "lost_users")
              + " of "
              + cells.count(row, "cohort_users")
              + " users did not come back: "
              + cells.rate(row, "loss")
              + changed(query, row, "loss");
    }
    return words.isChinese()
        ? "起始"
            + cells.count(row, "cohort_users")
            + "人，其中"
            + cells.count(row, "retained_users")
            + "人回来，留存率"
            + cells.rate(row, "rate")
            + changed(query, row, "rate")
        : cells.count(row, "retained_users")
            + " of "
            + cells.count(row, "cohort_users")
            + " users came back: "
            + cells.rate(row, "rate")
            + changed(query, row, "rate");
  }

  /** Of a curve beside that of its base: those who came back first. */
  private Optional<String> firstReturn(RetentionQuery query) {
    String unit = words.unit(query.unit()).replace("个", "");
    return result.rows().stream()
        .filter(row -> !isOwnInterval(row))
        .filter(row -> cells.number(row, "rate") != null)
        .findFirst()
        .map(
            row -> {
              String number = numbers(row);
              return (words.isChinese()
                      ? "第" + number + unit + "留存率" + cells.rate(row, "rate")
                      : "a rate of " + cells.rate(row, "rate") + " for " + unit + " " + number)
                  + changed(query, row, "rate");
            });
  }

  /** Of a matrix the best and the worst cohort's first return, of a curve its first and last. */
  private Optional<String> returns(RetentionQuery query) {
    String unit = words.unit(query.unit()).replace("个", "");
    List<List<@Nullable Object>> later =
        result.rows().stream()
            .filter(row -> !isOwnInterval(row) && cells.number(row, "rate") != null)
            .toList();
    if (later.isEmpty()) {
      return Optional.empty();
    }
    List<@Nullable Object> first = later.get(0);
    if (cells.value(first, "cohort") == null) {
      List<@Nullable Object> last = later.get(later.size() - 1);
      return Optional.of(
          returned(first, unit)
              + (later.size() == 1 ? "" : (words.isChinese() ? "，" : ", ") + returned(last, unit)));
    }
    BigDecimal earliest =
        later.stream()
            .map(row -> Objects.requireNonNull(cells.number(row, "period_number")))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    List<List<@Nullable Object>> firsts =
        later.stream()
            .filter(row -> isInterval(row, earliest))
            .sorted(
                Comparator.comparing(
                    (List<@Nullable Object> row) ->
                        Objects.requireNonNull(cells.number(row, "rate"))))
            .toList();
    List<@Nullable Object> worst = firsts.get(0);
    List<@Nullable Object> best = firsts.get(firsts.size() - 1);
    if (firsts.size() == 1) {
      return Optional.of(returned(best, unit) + cohort(best));
    }
    return Optional.of(
        words.isChinese()
            ? "第"
                + numbers(best)
                + unit
                + "留存率最高"
                + cells.rate(best, "rate")
                + cohort(best)
                + "，最低"
                + cells.rate(worst, "rate")
                + cohort(worst)
            : "a rate for "
                + unit
                + " "
                + numbers(best)
                + " of "
                + cells.rate(best, "rate")
                + cohort(best)
                + " at best, "
                + cells.rate(worst, "rate")
                + cohort(worst)
                + " at worst");
  }

  private String returned(List<@Nullable Object> row, String unit) {
    return words.isChinese()
        ? "第" + numbers(row) + unit + "留存率" + cells.rate(row, "rate")
        : cells.rate(row, "rate") + " for " + unit + " " + numbers(row);
  }

  /** The interval, or from which to which. */
  private String numbers(List<@Nullable Object> row) {
    String first = cells.count(row, "period_number");
    String last = cells.count(row, "period_last");
    return cells.value(row, "period_last") == null || first.equals(last)
        ? first
        : first + "–" + last;
  }

  private String cohort(List<@Nullable Object> row) {
    Object start = cells.value(row, "cohort");
    return words.isChinese() ? "（" + start + "那批）" : " (cohort of " + start + ")";
  }

  private boolean isOwnInterval(List<@Nullable Object> row) {
    return isInterval(row, BigDecimal.ZERO);
  }

  private boolean isInterval(List<@Nullable Object> row, BigDecimal wanted) {
    BigDecimal number = cells.number(row, "period_number");
    return number != null && number.compareTo(wanted) == 0;
  }

  private String converted(ConversionQuery query, List<@Nullable Object> row) {
    return (words.isChinese()
            ? cells.count(row, "base_events")
                + "次，转化"
                + cells.count(row, "conversions")
                + "次，转化率"
                + cells.rate(row, "rate")
            : cells.count(row, "conversions")
                + " conversions of "
                + cells.count(row, "base_events")
                + ": "
                + cells.rate(row, "rate"))
        + changed(query, row, "rate");
  }

  /** The most frequent way, from page to page. */
  private Optional<String> way(PathQuery query) {
    List<@Nullable Object> row = result.rows().get(0);
    List<String> pages =
        result.columns().stream()
            .filter(column -> column.dimension().isPresent())
            .filter(column -> cells.value(row, column.name()) != null)
            .map(column -> cells.cell(column, row))
            .toList();
    Optional<Column> sessions =
        result.columns().stream()
            .filter(column -> column.unit().isPresent() && column.unit().get() == Metric.Unit.COUNT)
            .findFirst();
    if (pages.isEmpty() || sessions.isEmpty()) {
      return Optional.empty();
    }
    String times = cells.count(row, sessions.get().name());
    String pagesInOrder = String.join(ARROW, pages);
    String share = query.comparison().isEmpty() ? "" : share(row) + changed(query, row, "share");
    return Optional.of(
        (words.isChinese()
                ? "最常见的是 " + pagesInOrder + "，" + times + "次会话"
                : "the most frequent is " + pagesInOrder + ", in " + times + " sessions")
            + share);
  }

  private String share(List<@Nullable Object> row) {
    return words.isChinese()
        ? "，占" + cells.rate(row, "share")
        : ", " + cells.rate(row, "share") + " of all";
  }

  /** The name of a step as its column has it. */
  private String step(List<@Nullable Object> row) {
    return result.columns().stream()
        .filter(column -> column.name().equals("event"))
        .findFirst()
        .map(column -> cells.cell(column, row))
        .orElse("");
  }
}
