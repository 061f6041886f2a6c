package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.ValueGroup;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The names of the catalog's things in a language. */
final class CatalogWords {
  private final Catalog catalog;
  private final Language language;

  CatalogWords(Catalog catalog, Language language) {
    this.catalog = catalog;
    this.language = language;
  }

  Language language() {
    return language;
  }

  boolean isChinese() {
    return language == Language.ZH;
  }

  String metric(String name) {
    return catalog.metric(name).map(Metric::label).map(this::in).orElse(name);
  }

  String fact(String name) {
    return catalog.fact(name).map(Fact::label).map(this::in).orElse(name);
  }

  Metric.Unit unit(String metric) {
    return catalog.metric(metric).map(Metric::unit).orElse(Metric.Unit.NUMBER);
  }

  String dimension(String name) {
    return catalog.dimension(name).map(Dimension::label).map(this::in).orElse(name);
  }

  /** Whether its values are things that one can count: provinces, not "first order or later". */
  boolean isCountable(String dimension) {
    return catalog
        .dimension(dimension)
        .map(
            d ->
                !(d.source() instanceof Dimension.Columns columns
                        && columns.type() == Dimension.ValueType.BOOLEAN)
                    && !isSegment(dimension))
        .orElse(true);
  }

  /** Whether a dimension says no more than who is in a segment. */
  boolean isSegment(String dimension) {
    return catalog.segment(dimension).isPresent();
  }

  /** Whether a query is of how many people there are, whenever they came. */
  boolean isHeadcount(MetricQuery query) {
    return catalog.people().filter(m -> query.metrics().equals(List.of(m.name()))).isPresent();
  }

  /** A dimension as the whole of a share names it: of a segment that is everybody. */
  String wholeOf(String dimension) {
    if (isSegment(dimension)) {
      return isChinese() ? "用户" : "user";
    }
    return dimension(dimension);
  }

  /** Whether Chinese says 各省份: not of weekdays and of yes or no. */
  private boolean isOneEach(String dimension) {
    return isCountable(dimension)
        && catalog
            .dimension(dimension)
            .map(d -> !(d.source() instanceof Dimension.TimePart))
            .orElse(true);
  }

  /** Metrics by dimensions: {@code 各省份的GMV}, {@code GMV by province}. */
  String grouped(String metrics, List<String> dimensions) {
    String by = list(dimensions.stream().map(this::group).toList());
    if (!isChinese()) {
      return metrics + " by " + by;
    }
    return (dimensions.stream().allMatch(this::isOneEach) ? "各" : "按") + by + "的" + metrics;
  }

  /** A dimension as what there are groups of: of a segment those in it, and all others. */
  private String group(String dimension) {
    if (isSegment(dimension)) {
      return isChinese() ? "是否" + dimension(dimension) : dimension(dimension) + " vs others";
    }
    return dimension(dimension);
  }

  /** Several of a dimension's values: {@code provinces}; Chinese has no plural. */
  String dimensions(String name) {
    String one = dimension(name);
    return isChinese() ? one : plural(one);
  }

  /** One calendar unit as it is counted: {@code 3} + {@code 个月}, {@code month}. */
  String unit(Grain grain) {
    return switch (grain) {
      case HOUR -> isChinese() ? "小时" : "hour";
      case DAY -> isChinese() ? "天" : "day";
      case WEEK -> isChinese() ? "周" : "week";
      case MONTH -> isChinese() ? "个月" : "month";
      case QUARTER -> isChinese() ? "个季度" : "quarter";
      case YEAR -> isChinese() ? "年" : "year";
    };
  }

  String list(List<String> words) {
    return String.join(isChinese() ? "、" : ", ", words);
  }

  /** A value as the answer's rows or a filter hold it. */
  String value(String dimension, @Nullable Object code) {
    if (code == null) {
      return isChinese() ? "（无）" : "(none)";
    }
    Optional<Dimension> found = catalog.dimension(dimension);
    Optional<String> label = found.flatMap(d -> d.value(code.toString())).map(v -> in(v.label()));
    if (label.isPresent()) {
      return label.get();
    }
    if (found.isPresent() && found.get().source() instanceof Dimension.TimePart part) {
      return timePart(part.part(), code.toString());
    }
    return switch (code.toString()) {
      case "true" -> isChinese() ? "是" : "yes";
      case "false" -> isChinese() ? "否" : "no";
      default -> code.toString();
    };
  }

  /** Values, or the word that stands for just these. */
  String values(String dimension, List<String> codes) {
    Optional<ValueGroup> group =
        catalog.dimension(dimension).stream()
            .flatMap(d -> d.groups().stream())
            .filter(g -> codes.size() > 1 && new HashSet<>(g.codes()).equals(new HashSet<>(codes)))
            .findFirst();
    return group
        .map(g -> in(g.label()))
        .orElseGet(() -> list(codes.stream().map(code -> value(dimension, code)).toList()));
  }

  String in(Text text) {
    return text.in(language);
  }

  private String timePart(Dimension.Part part, String code) {
    return switch (part) {
      case HOUR_OF_DAY -> isChinese() ? code + "点" : code + ":00";
      case WEEKDAY ->
          DayOfWeek.of(Integer.parseInt(code))
              .getDisplayName(TextStyle.FULL, isChinese() ? Locale.CHINESE : Locale.ENGLISH)
              .replace("星期", "周");
      case WEEKEND ->
          code.equals("true")
              ? (isChinese() ? "周末" : "weekend")
              : (isChinese() ? "工作日" : "weekdays");
    };
  }

  private static String plural(String noun) {
    int of = noun.indexOf(" of ");
    if (of > 0) {
      return plural(noun.substring(0, of)) + noun.substring(of);
    }
    if (noun.endsWith("s")) {
      return noun;
    }
    boolean consonantY = noun.matches(".*[^aeiou]y");
    return consonantY ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }
}
