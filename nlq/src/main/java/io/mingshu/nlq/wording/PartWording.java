package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.query.ReturnStretch;
import io.mingshu.semantic.query.Share;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The parts of a query in words, each by itself. Immutable. */
public final class PartWording {
  private final PeriodWording periods;
  private final FigureWording figures;
  private final Catalog catalog;
  private final CatalogWords chinese;
  private final CatalogWords english;

  public PartWording(Catalog catalog) {
    this.catalog = catalog;
    this.periods = new PeriodWording(catalog);
    this.figures = new FigureWording(catalog.currency());
    this.chinese = new CatalogWords(catalog, Language.ZH);
    this.english = new CatalogWords(catalog, Language.EN);
  }

  private Text both(Function<CatalogWords, String> words) {
    return new Text(words.apply(chinese), words.apply(english));
  }

  private FilterWording filters(CatalogWords words) {
    return new FilterWording(words, figures);
  }

  public Text metric(String name) {
    return both(words -> words.metric(name));
  }

  /** The dimension, with a word that says that it is a breakdown. */
  public Text by(String dimension) {
    return both(
        words -> {
          String name = words.dimension(dimension);
          if (words.isSegment(dimension)) {
            return words.isChinese() ? "按是否" + name : "by " + name + " vs others";
          }
          return (words.isChinese() ? "按" : "by ") + name;
        });
  }

  public Text dimension(String name) {
    return both(words -> words.dimension(name));
  }

  public Text value(String dimension, String code) {
    return both(words -> words.value(dimension, code));
  }

  public Text period(Period period) {
    return new Text(periods.words(period, Language.ZH), periods.words(period, Language.EN));
  }

  /** When people come back: 之后30天, or a period by its name. */
  public Text stretch(ReturnStretch stretch) {
    return both(words -> RetentionWording.when(stretch, words, periods));
  }

  /** The period of a query that names none. */
  public Text usual(Period period) {
    Text name = period(period);
    return new Text("默认" + name.zh(), name.en() + " by default");
  }

  public Text filter(Filter filter) {
    return both(words -> filters(words).filter(filter));
  }

  public Text condition(MetricCondition condition) {
    return both(words -> filters(words).conditions(List.of(condition)));
  }

  public Text grain(Grain grain) {
    return both(words -> QueryWording.grain(grain, words.language()));
  }

  public Text accumulation(Accumulation accumulation) {
    return both(words -> QueryWording.accumulation(accumulation, words.language()));
  }

  public Text comparison(Comparison comparison) {
    return both(
        words ->
            new ComparisonWording(periods, figures, words.language()).asked(comparison, false));
  }

  public Text ordering(Ordering ordering) {
    return both(words -> QueryWording.ordering(ordering, filters(words), words.isChinese()));
  }

  /** The first groups of the query. */
  public Text ranking(Ranking ranking, MetricQuery query) {
    return both(words -> QueryWording.ranking(ranking, query, words, filters(words)));
  }

  public Text share(Share share) {
    return both(
        words -> {
          String over = words.list(share.over().stream().map(words::wholeOf).distinct().toList());
          return words.isChinese() ? "占全部" + over + "的比例" : "share of every " + over;
        });
  }

  /** That groups are counted. */
  public Text counted(MetricQuery query) {
    return both(
        words -> {
          List<String> dimensions = query.dimensions();
          if (dimensions.isEmpty()) {
            String unit = query.grain().map(words::unit).orElse("");
            return words.isChinese() ? "有多少" + unit : "the number of " + unit + "s";
          }
          return words.isChinese()
              ? "有多少个" + words.list(dimensions.stream().map(words::dimension).toList())
              : "the number of " + words.list(dimensions.stream().map(words::dimensions).toList());
        });
  }

  /** Events in the words of the catalog; without a condition any. */
  public Text event(Optional<Filter> event) {
    return both(words -> new EventWording(catalog, words, figures).of(event));
  }
}
