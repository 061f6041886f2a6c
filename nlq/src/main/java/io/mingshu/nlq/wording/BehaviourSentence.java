package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.FunnelQuery.View;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.RetentionQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of an analysis, with figures of its rows: those of the first and the last step, the
 * largest loss, the most frequent way. What has groups is left to the table.
 */
final class BehaviourSentence {
  private static final String ARROW = " → ";

  private final QueryResult result;
  private final CatalogWords words;
  private final FigureWording figures;
  private final ComparisonWording comparisons;

  BehaviourSentence(
      QueryResult result,
      CatalogWords words,
      FigureWording figures,
      ComparisonWording comparisons) {
    this.result = result;
    this.words = words;
    this.figures = figures;
    this.comparisons = comparisons;
  }

  /** Without its end; empty: there is nothing short to say. */
  Optional<String> of(BehaviourQuery query) {
    if (query instanceof FunnelQuery funnel && funnel.breakdown().isEmpty()) {
      return funnel(funnel);
    }
    if (query instanceof PathQuery path && path.view() == PathQuery.View.PATHS) {
      return way(path);
    }
    if (query instanceof RetentionQuery retention
        && retention.groupBy().isEmpty()
        && retention.within().isEmpty()
        && retention.comparison().isPresent()) {
      return firstReturn(retention);
    }
    boolean several = result.rows().size() > 1;
    if (query instanceof RetentionQuery retention && retention.groupBy().isEmpty() && several) {
      return retention.lost() ? Optional.empty() : returns(retention);
    }
    if (query instanceof LifecycleQuery lifecycle
        && query.comparison().isEmpty()
        && lifecycle.grain() != Grain.HOUR) {
      return Optional.of(latestStages(lifecycle));
    }
    if (result.rows().size() != 1) {
      return Optional.empty();
    }
    List<@Nullable Object> row = result.rows().get(0);
    if (query instanceof RetentionQuery retention && retention.groupBy().isEmpty()) {
      return Optional.of(retained(retention, row));
    }
    if (query instanceof LifecycleQuery && query.comparison().isPresent()) {
      return Optional.of(stages(query, row));
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
                    Optional.ofNullable(number(row, column + "_previous")),
                    Optional.ofNullable(number(row, column + "_difference")),
                    Optional.ofNullable(number(row, column + "_change"))))
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
              ? count(row, "users")
                  + "人进入，"
                  + count(row, "converted_users")
                  + "人完成，转化率"
                  + rate(row, "conversion")
                  + changed(query, row, "conversion")
              : count(row, "users")
                  + " users began, "
                  + count(row, "converted_users")
                  + " completed it: a conversion of "
                  + rate(row, "conversion")
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
                + count(first, "users")
                + "人，"
                + step(last)
                + count(last, "users")
                + "人，整体转化率"
                + rate(last, "conversion_from_first")
            : count(first, "users")
                + " users at "
                + step(first)
                + ", "
                + count(last, "users")
                + " at "
                + step(last)
                + ": "
                + rate(last, "conversion_from_first")
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
        .filter(row -> value(row, "conversion_from_previous") != null)
        .min(
            Comparator.comparing(
                row -> Objects.requireNonNull(number(row, "conversion_from_previous"))));
  }

  private String weakest(List<@Nullable Object> row) {
    return words.isChinese()
        ? "流失最大的是“" + step(row) + "”这一步，只有" + rate(row, "conversion_from_previous") + "走到这里"
        : "the largest loss is before "
            + step(row)
            + ", which "
            + rate(row, "conversion_from_previous")
            + " of the step before reach";
  }

  private String loss(List<@Nullable Object> row) {
    return words.isChinese()
        ? "流失最大的是“" + step(row) + "”这一步：流失" + count(row, "lost_users") + "人，流失率" + rate(row, "loss")
        : "the largest loss is before "
            + step(row)
            + ": "
            + count(row, "lost_users")
            + " users, "
            + rate(row, "loss");
  }

  private String retained(RetentionQuery query, List<@Nullable Object> row) {
    if (value(row, "lost_users") != null) {
      return words.isChinese()
          ? "起始"
              + count(row, "cohort_users")
              + "人，其中"
              + count(row, "lost_users")
              + "人没有回来，占"
              + rate(row, "loss")
              + changed(query, row, "loss")
          : count(row, "lost_users")
              + " of "
              + count(row, "cohort_users")
              + " users did not come back: "
              + rate(row, "loss")
              + changed(query, row, "loss");
    }
    return words.isChinese()
        ? "起始"
            + count(row, "cohort_users")
            + "人，其中"
            + count(row, "retained_users")
            + "人回来，留存率"
            + rate(row, "rate")
            + changed(query, row, "rate")
        : count(row, "retained_users")
            + " of "
            + count(row, "cohort_users")
            + " users came back: "
            + rate(row, "rate")
            + changed(query, row, "rate");
  }

  /** Of a curve beside that of its base: those who came back first. */
  private Optional<String> firstReturn(RetentionQuery query) {
    String unit = words.unit(query.unit()).replace("个", "");
    return result.rows().stream()
        .filter(row -> !isOwnInterval(row))
        .filter(row -> number(row, "rate") != null)
        .findFirst()
        .map(
            row -> {
              String number = numbers(row);
              return (words.isChinese()
                      ? "第" + number + unit + "留存率" + rate(row, "rate")
                      : "a rate of " + rate(row, "rate") + " for " + unit + " " + number)
                  + changed(query, row, "rate");
            });
  }

  /** Of a matrix the best and the worst cohort's first return, of a curve its first and last. */
  private Optional<String> returns(RetentionQuery query) {
    String unit = words.unit(query.unit()).replace("个", "");
    List<List<@Nullable Object>> later =
        result.rows().stream()
            .filter(row -> !isOwnInterval(row) && number(row, "rate") != null)
            .toList();
    if (later.isEmpty()) {
      return Optional.empty();
    }
    List<@Nullable Object> first = later.get(0);
    if (value(first, "cohort") == null) {
      List<@Nullable Object> last = later.get(later.size() - 1);
      return Optional.of(
          returned(first, unit)
              + (later.size() == 1 ? "" : (words.isChinese() ? "，" : ", ") + returned(last, unit)));
    }
    BigDecimal earliest =
        later.stream()
            .map(row -> Objects.requireNonNull(number(row, "period_number")))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    List<List<@Nullable Object>> firsts =
        later.stream()
            .filter(row -> isInterval(row, earliest))
            .sorted(
                Comparator.comparing(
                    (List<@Nullable Object> row) -> Objects.requireNonNull(number(row, "rate"))))
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
                + rate(best, "rate")
                + cohort(best)
                + "，最低"
                + rate(worst, "rate")
                + cohort(worst)
            : "a rate for "
                + unit
                + " "
                + numbers(best)
                + " of "
                + rate(best, "rate")
                + cohort(best)
                + " at best, "
                + rate(worst, "rate")
                + cohort(worst)
                + " at worst");
  }

  private String returned(List<@Nullable Object> row, String unit) {
    return words.isChinese()
        ? "第" + numbers(row) + unit + "留存率" + rate(row, "rate")
        : rate(row, "rate") + " for " + unit + " " + numbers(row);
  }

  /** The interval, or from which to which. */
  private String numbers(List<@Nullable Object> row) {
    String first = count(row, "period_number");
    String last = count(row, "period_last");
    return value(row, "period_last") == null || first.equals(last) ? first : first + "–" + last;
  }

  private String cohort(List<@Nullable Object> row) {
    Object start = value(row, "cohort");
    return words.isChinese() ? "（" + start + "那批）" : " (cohort of " + start + ")";
  }

  private boolean isOwnInterval(List<@Nullable Object> row) {
    return isInterval(row, BigDecimal.ZERO);
  }

  private boolean isInterval(List<@Nullable Object> row, BigDecimal wanted) {
    BigDecimal number = number(row, "period_number");
    return number != null && number.compareTo(wanted) == 0;
  }

  private String converted(ConversionQuery query, List<@Nullable Object> row) {
    return (words.isChinese()
            ? count(row, "base_events")
                + "次，转化"
                + count(row, "conversions")
                + "次，转化率"
                + rate(row, "rate")
            : count(row, "conversions")
                + " conversions of "
                + count(row, "base_events")
                + ": "
                + rate(row, "rate"))
        + changed(query, row, "rate");
  }

  /** The stages of the last interval that is over; of the only one where none is. */
  private String latestStages(LifecycleQuery query) {
    List<List<@Nullable Object>> rows = result.rows();
    List<@Nullable Object> latest =
        rows.stream()
            .filter(row -> !end(row, query).isAfter(result.period().until().toLocalDate()))
            .reduce((earlier, later) -> later)
            .orElseGet(() -> rows.get(rows.size() - 1));
    return (words.isChinese() ? "最近一期（" : "in the latest interval (")
        + latest.get(0)
        + (words.isChinese() ? "）" : "): ")
        + stages(query, latest);
  }

  private static LocalDate end(List<@Nullable Object> row, LifecycleQuery query) {
    LocalDate start = LocalDate.parse(String.valueOf(row.get(0)));
    return switch (query.grain()) {
      case HOUR, DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
      case QUARTER -> start.plusMonths(3);
      case YEAR -> start.plusYears(1);
    };
  }

  /** What has become of each stage. */
  private String stages(BehaviourQuery query, List<@Nullable Object> row) {
    return result.columns().stream()
        .filter(column -> column.unit().isPresent() && column.measure().isEmpty())
        .map(
            column ->
                words.in(column.label())
                    + (words.isChinese() ? "" : " ")
                    + count(row, column.name())
                    + changed(query, row, column.name()))
        .collect(Collectors.joining(words.isChinese() ? "；" : "; "));
  }

  /** The most frequent way, from page to page. */
  private Optional<String> way(PathQuery query) {
    List<@Nullable Object> row = result.rows().get(0);
    List<String> pages =
        result.columns().stream()
            .filter(column -> column.dimension().isPresent())
            .filter(column -> value(row, column.name()) != null)
            .map(column -> cell(column, row))
            .toList();
    Optional<Column> sessions =
        result.columns().stream()
            .filter(column -> column.unit().isPresent() && column.unit().get() == Metric.Unit.COUNT)
            .findFirst();
    if (pages.isEmpty() || sessions.isEmpty()) {
      return Optional.empty();
    }
    String times = count(row, sessions.get().name());
    String pagesInOrder = String.join(ARROW, pages);
    String share = query.comparison().isEmpty() ? "" : share(row) + changed(query, row, "share");
    return Optional.of(
        (words.isChinese()
                ? "最常见的是 " + pagesInOrder + "，" + times + "次会话"
                : "the most frequent is " + pagesInOrder + ", in " + times + " sessions")
            + share);
  }

  private String share(List<@Nullable Object> row) {
    return words.isChinese() ? "，占" + rate(row, "share") : ", " + rate(row, "share") + " of all";
  }

  /** The name of a step as its column has it. */
  private String step(List<@Nullable Object> row) {
    return result.columns().stream()
        .filter(column -> column.name().equals("event"))
        .findFirst()
        .map(column -> cell(column, row))
        .orElse("");
  }

  private String cell(Column column, List<@Nullable Object> row) {
    Object value = value(row, column.name());
    return column
        .dimension()
        .map(dimension -> words.value(dimension, value))
        .orElse(String.valueOf(value));
  }

  private String count(List<@Nullable Object> row, String column) {
    BigDecimal number = number(row, column);
    return number == null ? "–" : figures.rounded(number, Metric.Unit.COUNT, words.language());
  }

  private String rate(List<@Nullable Object> row, String column) {
    BigDecimal number = number(row, column);
    return number == null ? "–" : figures.rounded(number, Metric.Unit.PERCENT, words.language());
  }

  private @Nullable BigDecimal number(List<@Nullable Object> row, String column) {
    Object value = value(row, column);
    return value == null ? null : new BigDecimal(value.toString());
  }

  private @Nullable Object value(List<@Nullable Object> row, String column) {
    for (int i = 0; i < result.columns().size(); i++) {
      if (result.columns().get(i).name().equals(column)) {
        return row.get(i);
      }
    }
    return null;
  }
}
