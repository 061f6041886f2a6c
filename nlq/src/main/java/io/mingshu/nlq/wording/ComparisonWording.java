package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.time.TimeRange;
import java.math.BigDecimal;
import java.util.Optional;

/** With what a figure is compared, and how it changed. Immutable. */
final class ComparisonWording {
  private final PeriodWording periods;
  private final FigureWording figures;
  private final Language language;

  ComparisonWording(PeriodWording periods, FigureWording figures, Language language) {
    this.periods = periods;
    this.figures = figures;
    this.language = language;
  }

  private boolean isChinese() {
    return language == Language.ZH;
  }

  /**
   * As a reading has it: 和上一期比.
   *
   * @param series whether each bucket is compared with a base of its own
   */
  String asked(Comparison comparison, boolean series) {
    boolean chinese = isChinese();
    if (comparison instanceof Comparison.PreviousPeriod) {
      if (series) {
        return chinese ? "每期和上一期比" : "each compared with the one before";
      }
      return chinese ? "和上一期比" : "compared with the period before";
    }
    if (comparison instanceof Comparison.YearBefore) {
      return chinese ? "和去年同期比" : "compared with a year before";
    }
    if (comparison instanceof Comparison.DaysBefore daysBefore) {
      return chinese
          ? "和" + daysBefore.days() + "天前比"
          : "compared with " + daysBefore.days() + " days before";
    }
    Comparison.With with = (Comparison.With) comparison;
    String base = periods.words(with.base(), language);
    return chinese ? "和" + base + "比" : "compared with " + base;
  }

  /** The same with the exact days. */
  String asked(Comparison comparison, TimeRange base) {
    String dates = PeriodWording.dates(base, language);
    String words = asked(comparison, false);
    return isChinese() ? words + "（" + dates + "）" : words + " (" + dates + ")";
  }

  /** As a sentence has it: 上一期（2026-05-01 至 2026-05-31）. */
  String base(Comparison comparison, Optional<TimeRange> range) {
    boolean chinese = isChinese();
    String dates = range.map(days -> PeriodWording.dates(days, language)).orElse("");
    String name;
    if (comparison instanceof Comparison.YearBefore) {
      name = chinese ? "去年同期" : "the same period a year before";
    } else if (comparison instanceof Comparison.DaysBefore daysBefore) {
      name = chinese ? daysBefore.days() + "天前" : "the days " + daysBefore.days() + " before";
    } else if (comparison instanceof Comparison.PreviousPeriod) {
      name = chinese ? "上一期" : "the period before";
    } else {
      return dates;
    }
    if (dates.isEmpty()) {
      return name;
    }
    return chinese ? name + "（" + dates + "）" : name + " (" + dates + ")";
  }

  /**
   * How a figure changed, to follow it: up by so much from what it was.
   *
   * @param base what it is compared with
   */
  String changed(
      String base,
      Metric.Unit unit,
      Optional<BigDecimal> previous,
      Optional<BigDecimal> difference,
      Optional<BigDecimal> change) {
    boolean chinese = isChinese();
    if (previous.isEmpty() || difference.isEmpty()) {
      return chinese ? "，" + base + "没有数值可比" : "; there is no figure for " + base;
    }
    String before = figures.rounded(previous.get(), unit, language);
    if (difference.get().signum() == 0) {
      return chinese ? "，与" + base + "持平" : ", the same as " + base;
    }
    boolean up = difference.get().signum() > 0;
    String size = size(difference.get(), unit);
    String rate = change.map(figures::change).map(c -> relative(c, unit)).orElse("");
    return chinese
        ? "，比" + base + "的" + before + (up ? "上升" : "下降") + size + rate
        : ", " + (up ? "up " : "down ") + size + rate + " from " + before + " in " + base;
  }

  private String size(BigDecimal difference, Metric.Unit unit) {
    return unit == Metric.Unit.PERCENT
        ? figures.points(difference, language)
        : figures.rounded(difference.abs(), unit, language);
  }

  private String relative(String change, Metric.Unit unit) {
    boolean ofRate = unit == Metric.Unit.PERCENT;
    if (isChinese()) {
      return "（" + (ofRate ? "相对" : "") + change + "）";
    }
    return " (" + change + (ofRate ? " relative" : "") + ")";
  }
}
