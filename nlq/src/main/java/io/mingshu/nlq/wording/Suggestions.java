package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.catalog.MetricFacts;
import io.mingshu.semantic.chart.Additivity;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What could be asked next: full questions about the same metric or analysis, each of which the
 * catalog can answer. Immutable.
 */
public final class Suggestions {
  private static final int MOST = 4;
  private static final int TOP = 5;
  private static final int FEWEST_VALUES = 2;
  private static final int MOST_BARS = 15;
  private static final int MOST_VALUES = 40;

  private final Catalog catalog;
  private final MetricFacts facts;
  private final Additivity additivity;
  private final PeriodWording periods;
  private final AnalysisSuggestions analyses;

  public Suggestions(Catalog catalog) {
    this.catalog = catalog;
    this.facts = new MetricFacts(catalog);
    this.additivity = new Additivity(catalog);
    this.periods = new PeriodWording(catalog);
    this.analyses = new AnalysisSuggestions(catalog);
  }

  /** Up to four questions in the asker's language. */
  public List<String> of(SemanticQuery query, Language language) {
    return query instanceof BehaviourQuery behaviour
        ? analyses.of(behaviour, language)
        : of((MetricQuery) query, language);
  }

  private List<String> of(MetricQuery query, Language language) {
    CatalogWords words = new CatalogWords(catalog, language);
    String metric = query.metrics().get(0);
    Period period = query.period().orElse(catalog.defaultPeriod(query.namedDimensions()));
    Ask ask = new Ask(words.metric(metric), when(period, language), only(query, words), words);
    List<Dimension> unused = unused(query, metric);
    List<String> questions = new ArrayList<>();
    if (query.dimensions().isEmpty()) {
      unused.stream()
          .filter(d -> d.values().size() <= MOST_BARS)
          .max(Comparator.comparing(d -> d.values().size()))
          .map(d -> ask.by(d.name()))
          .ifPresent(questions::add);
    }
    if (query.comparison().isEmpty() && hasPrevious(period)) {
      questions.add(ask.compared(period));
    }
    boolean ofNow = catalog.people().map(Metric::name).filter(metric::equals).isPresent();
    if (!ofNow) {
      grain(query, metric, period).map(ask::every).ifPresent(questions::add);
    }
    if (query.dimensions().size() == 1) {
      String dimension = query.dimensions().get(0);
      boolean many = catalog.dimension(dimension).map(d -> d.values().size() > TOP).orElse(true);
      if (query.ranking().isEmpty() && many) {
        questions.add(ask.top(dimension));
      }
      if (query.share().isEmpty() && additivity.isAdditive(metric)) {
        questions.add(ask.share(dimension));
      }
    }
    unused.stream()
        .filter(d -> d.values().size() > MOST_BARS)
        .max(Comparator.comparing(Dimension::geography).thenComparing(d -> d.values().size()))
        .map(d -> ask.top(d.name()))
        .ifPresent(questions::add);
    return questions.stream().distinct().limit(MOST).toList();
  }

  private String when(Period period, Language language) {
    return period instanceof Period.All ? "" : periods.phrase(period, language);
  }

  /**
   * Dimensions that the metric has and the query does not use, with a readable number of values.
   */
  private List<Dimension> unused(MetricQuery query, String metric) {
    List<String> used = new ArrayList<>(query.dimensions());
    query.filter().ifPresent(f -> dimensions(f).forEach(used::add));
    return facts.dimensionsOf(metric).stream()
        .filter(d -> !d.personal() && !d.entity() && !used.contains(d.name()))
        .filter(d -> d.source() instanceof Dimension.Columns)
        .filter(d -> d.values().size() >= FEWEST_VALUES && d.values().size() <= MOST_VALUES)
        .toList();
  }

  /** The filter's values as words to ask with; empty where it cannot be said so shortly. */
  private static String only(MetricQuery query, CatalogWords words) {
    List<Filter> parts = Filter.conjuncts(query.filter());
    List<String> values = new ArrayList<>();
    for (Filter part : parts) {
      boolean simple =
          part instanceof Filter.In in
              && !in.negated()
              && in.values().size() == 1
              && !Set.of("true", "false").contains(in.values().get(0));
      if (!simple) {
        return "";
      }
      Filter.In in = (Filter.In) part;
      values.add(words.value(in.dimension(), in.values().get(0)));
    }
    return String.join(words.isChinese() ? "" : " ", values);
  }

  private static Stream<String> dimensions(Filter filter) {
    if (filter instanceof Filter.In in) {
      return Stream.of(in.dimension());
    }
    if (filter instanceof Filter.And and) {
      return and.parts().stream().flatMap(Suggestions::dimensions);
    }
    if (filter instanceof Filter.Or or) {
      return or.parts().stream().flatMap(Suggestions::dimensions);
    }
    if (filter instanceof Filter.Top top) {
      return Stream.of(top.dimension());
    }
    return Stream.empty();
  }

  private static boolean hasPrevious(Period period) {
    return !(period instanceof Period.Campaign) && !(period instanceof Period.All);
  }

  /** Another grain that shows a readable number of buckets, and that the metric has. */
  private Optional<Grain> grain(MetricQuery query, String metric, Period period) {
    int days = days(period);
    Grain finest =
        catalog
            .metric(metric)
            .map(
                m ->
                    m.definition() instanceof MetricDefinition.PeriodMean mean
                        ? mean.unit()
                        : Grain.DAY)
            .orElse(Grain.DAY);
    return Stream.of(Grain.DAY, Grain.WEEK, Grain.MONTH)
        .filter(g -> !finest.isCoarserThan(g))
        .filter(g -> query.grain().filter(current -> current == g).isEmpty())
        .filter(g -> days >= 2 * length(g) && days <= 92 * length(g))
        .findFirst();
  }

  private static int length(Grain grain) {
    return switch (grain) {
      case HOUR, DAY -> 1;
      case WEEK -> 7;
      case MONTH -> 30;
      case QUARTER -> 91;
      case YEAR -> 365;
    };
  }

  private static int days(Period period) {
    if (period instanceof Period.Last last) {
      return last.count() * length(last.unit());
    }
    if (period instanceof Period.Previous previous) {
      return length(previous.unit());
    }
    if (period instanceof Period.Calendar calendar) {
      return length(calendar.unit());
    }
    if (period instanceof Period.Between between) {
      return (int) ChronoUnit.DAYS.between(between.from(), between.to()) + 1;
    }
    if (period instanceof Period.Campaign campaign) {
      return campaign.peakOnly() ? 1 : 10;
    }
    return period instanceof Period.DaysAgo ? 1 : 30;
  }

  /** Questions about one metric, over one period, with one filter. */
  private record Ask(String metric, String when, String only, CatalogWords words) {

    String by(String dimension) {
      return words.isChinese()
          ? when + only + words.grouped(metric, List.of(dimension))
          : english(words.grouped(metric + forOnly(), List.of(dimension)));
    }

    String compared(Period period) {
      if (words.isChinese()) {
        return when + only + "的" + metric + "环比";
      }
      return english(metric + forOnly()) + " vs " + before(period);
    }

    String every(Grain grain) {
      if (words.isChinese()) {
        String each = grain == Grain.DAY ? "每天" : grain == Grain.WEEK ? "每周" : "每月";
        return when + only + each + "的" + metric;
      }
      String each = grain == Grain.DAY ? "day" : grain == Grain.WEEK ? "week" : "month";
      return english(metric + forOnly() + " by " + each);
    }

    String top(String dimension) {
      return words.isChinese()
          ? when + only + metric + "最高的" + TOP + "个" + words.dimension(dimension)
          : english("Top " + TOP + " " + words.dimensions(dimension) + " by " + metric + forOnly());
    }

    String share(String dimension) {
      return words.isChinese()
          ? when + only + words.grouped(metric + "占比", List.of(dimension))
          : english(words.grouped("share of " + metric + forOnly(), List.of(dimension)));
    }

    private String forOnly() {
      return only.isEmpty() ? "" : " for " + only;
    }

    private String english(String question) {
      String capitalised =
          question.substring(0, 1).toUpperCase(Locale.ROOT) + question.substring(1);
      return when.isEmpty() ? capitalised : capitalised + " " + when;
    }

    private static String before(Period period) {
      Optional<Grain> unit = Optional.empty();
      if (period instanceof Period.Previous previous) {
        unit = Optional.of(previous.unit());
      } else if (period instanceof Period.Calendar calendar) {
        unit = Optional.of(calendar.unit());
      } else if (period instanceof Period.DaysAgo) {
        unit = Optional.of(Grain.DAY);
      }
      return unit.map(u -> "the " + u.name().toLowerCase(Locale.ROOT) + " before")
          .orElse("the previous period");
    }
  }
}
