package io.mingshu.nlq.lexicon;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Words.AmbiguousWord;
import io.mingshu.nlq.lexicon.Words.CampaignWord;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.DimensionWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.lexicon.Words.FunnelWord;
import io.mingshu.nlq.lexicon.Words.MeasureVerb;
import io.mingshu.nlq.lexicon.Words.MeasureWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.lexicon.Words.UnavailableWord;
import io.mingshu.nlq.lexicon.Words.ValueWord;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.catalog.CalendarEntry;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.catalog.Funnel;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.catalog.ValueGroup;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.text.WordList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every word that this catalog and the grammar know. Immutable once built. */
public final class Lexicon implements Stratum {
  private static final double NAME_COST = 1.0;
  private static final double VALUE_COST = 1.05;

  /** "Refund amount of" is refund amount + of before it is refund + amount of. */
  private static final double AMBIGUOUS_COST = 1.1;

  /** A raw code that is also the name of a dimension is hardly ever what people mean. */
  private static final double SHADOWED_COST = 2.5;

  /** 直播 is the traffic channel before it is the acquisition channel. */
  private static final double NARROWER_COST = 1.0;

  /** 下过3单 is no 下 + 过3单 (more than 3). */
  private static final double VERB_COST = 0.5;

  private static final double CUE_COST = 1.0;
  private static final double FILLER_COST = 0.7;

  private static final Pattern MEASURE_WORD = Pattern.compile("多少(\\p{IsHan})");
  private static final Pattern MEASURE_VERB =
      Pattern.compile("(\\p{IsHan}{1,3}?)[了过]?多少(\\p{IsHan})");

  private static final Map<String, Grain> ADVERBS =
      Map.of("daily", Grain.DAY, "weekly", Grain.WEEK, "monthly", Grain.MONTH);

  private final Normalizer normalizer;
  private final Trie trie = new Trie();
  private final Map<String, Meaning> names = new HashMap<>();
  private final Map<String, String> measureWords = new HashMap<>();
  private final List<PatternValue> patterns = new ArrayList<>();
  private final Chatter chatter = new Chatter(Set.copyOf(words("chatter.txt")));
  private final Courtesy courtesy = new Courtesy();

  private record PatternValue(String dimension, Pattern pattern) {}

  public Lexicon(Catalog catalog, Normalizer normalizer) {
    this.normalizer = normalizer;
    Set<String> dimensionNames = new LinkedHashSet<>();
    catalog.metrics().forEach(this::addMetric);
    addMeasureVerbs(catalog);
    for (Dimension dimension : catalog.dimensions()) {
      words(dimension.label(), dimension.terms()).forEach(dimensionNames::add);
      addDimension(dimension);
    }
    for (Dimension dimension : catalog.dimensions()) {
      addValues(dimension, catalog, dimensionNames);
    }
    for (CalendarEntry entry : catalog.calendar()) {
      CampaignWord campaign = new CampaignWord(entry.name(), entry.dimensionValue());
      words(entry.label(), entry.terms()).forEach(w -> name(w, campaign, NAME_COST));
    }
    addSegments(catalog);
    catalog
        .ambiguities()
        .forEach(
            a -> a.terms().all().forEach(w -> name(fold(w), new AmbiguousWord(a), AMBIGUOUS_COST)));
    catalog
        .unavailable()
        .forEach(
            u -> u.terms().all().forEach(w -> name(fold(w), new UnavailableWord(u), NAME_COST)));
    for (Funnel funnel : catalog.funnels()) {
      FunnelWord meaning = new FunnelWord(funnel.name());
      words(funnel.label(), funnel.terms()).forEach(w -> name(w, meaning, NAME_COST));
    }
    for (Cue cue : Cue.values()) {
      double cost = cue == Cue.DETAIL ? FILLER_COST : CUE_COST;
      cue.forms().forEach(w -> add(w, new CueWord(cue), cost, false));
    }
    fillers().forEach(w -> add(w, new FillerWord(), FILLER_COST, false));
  }

  /** The words of the catalog itself, with what they stand for. */
  public Map<String, Meaning> names() {
    return Map.copyOf(names);
  }

  /** Measure words (单, 件) with the metric that counts in them. */
  public Map<String, String> measureWords() {
    return Map.copyOf(measureWords);
  }

  @Override
  public void extend(Chart chart) {
    String text = chart.text();
    trie.extend(chart);
    new SharedHeads(names).extend(chart);
    chatter.extend(chart);
    courtesy.extend(chart);
    for (PatternValue value : patterns) {
      Matcher matcher = value.pattern().matcher(text);
      while (matcher.find()) {
        String code = matcher.group();
        chart.add(
            new Edge(
                matcher.start(),
                matcher.end(),
                new ValueWord(value.dimension(), List.of(code), false),
                VALUE_COST));
      }
    }
  }

  private void addMetric(Metric metric) {
    words(metric.label(), metric.terms())
        .forEach(
            word -> {
              MetricWord meaning = new MetricWord(metric.name(), adverb(metric, word));
              names.putIfAbsent(word, meaning);
              add(word, meaning, NAME_COST, true);
              addMeasureWord(metric, word);
            });
  }

  /** A metric that is asked for as 多少件 counts 件. */
  private void addMeasureWord(Metric metric, String word) {
    Matcher matcher = MEASURE_WORD.matcher(word);
    if (matcher.matches()) {
      measureWords.putIfAbsent(matcher.group(1), metric.name());
      add(matcher.group(1), new MeasureWord(metric.name()), NAME_COST, false);
    }
  }

  /** Verbs that are counted: 支付了多少单 makes 支付3单 a condition on paid orders. */
  private static Map<String, Map<String, String>> measureVerbs(Catalog catalog) {
    Map<String, Map<String, String>> verbs = new HashMap<>();
    for (Metric metric : catalog.metrics()) {
      for (String term : metric.terms().zh()) {
        Matcher matcher = MEASURE_VERB.matcher(term);
        if (matcher.matches()) {
          verbs
              .computeIfAbsent(matcher.group(1), verb -> new HashMap<>())
              .putIfAbsent(matcher.group(2), metric.name());
        }
      }
    }
    return verbs;
  }

  private void addMeasureVerbs(Catalog catalog) {
    measureVerbs(catalog)
        .forEach(
            (verb, metrics) ->
                Stream.of("", "了", "过")
                    .forEach(
                        tense -> add(verb + tense, new MeasureVerb(metrics), VERB_COST, false)));
  }

  private static Optional<Grain> adverb(Metric metric, String word) {
    return metric.definition() instanceof MetricDefinition.PeriodMean mean
        ? Optional.ofNullable(ADVERBS.get(word.split(" ")[0])).filter(mean.unit()::equals)
        : Optional.empty();
  }

  private void addDimension(Dimension dimension) {
    words(dimension.label(), dimension.terms())
        .forEach(w -> name(w, new DimensionWord(dimension.name()), NAME_COST));
    dimension
        .valuePattern()
        .map(p -> Pattern.compile("(?<![a-z0-9])(?:" + p + ")(?![a-z0-9])"))
        .ifPresent(p -> patterns.add(new PatternValue(dimension.name(), p)));
  }

  private void addValues(Dimension dimension, Catalog catalog, Set<String> dimensionNames) {
    Set<String> calendarValues =
        catalog.calendar().stream()
            .flatMap(e -> e.dimensionValue().stream())
            .collect(Collectors.toSet());
    for (DimensionValue value : dimension.values()) {
      if (isCalendarDimension(dimension, calendarValues) && calendarValues.contains(value.code())) {
        continue;
      }
      ValueWord meaning = new ValueWord(dimension.name(), List.of(value.code()), false);
      words(value.label(), value.terms())
          .filter(w -> !isBareCode(w))
          .forEach(w -> name(w, meaning, cost(w, dimension, value, catalog, dimensionNames)));
    }
    for (ValueGroup group : dimension.groups()) {
      ValueWord meaning = new ValueWord(dimension.name(), group.codes(), group.ask());
      words(group.label(), group.terms()).forEach(w -> name(w, meaning, VALUE_COST));
    }
  }

  private void addSegments(Catalog catalog) {
    SegmentWords segments = new SegmentWords(catalog, this::fold, names.keySet());
    segments.names().forEach((word, meaning) -> name(word, meaning, VALUE_COST));
    segments.inside().forEach((word, meaning) -> add(word, meaning, VALUE_COST, false));
    segments.counts().forEach((word, meaning) -> add(word, meaning, NAME_COST, false));
    for (SegmentSplit split : SegmentSplit.values()) {
      split.forms().forEach(word -> add(word, split, CUE_COST, false));
    }
  }

  /** Codes such as 7, a and true are no words that people would say. */
  private static boolean isBareCode(String word) {
    return word.equals("true")
        || word.equals("false")
        || word.chars().allMatch(Character::isDigit)
        || (word.length() == 1 && word.charAt(0) < 0x250);
  }

  private static double cost(
      String word,
      Dimension dimension,
      DimensionValue value,
      Catalog catalog,
      Set<String> dimensionNames) {
    if (dimensionNames.contains(word)) {
      return SHADOWED_COST;
    }
    boolean plainer =
        catalog.dimensions().stream()
            .anyMatch(d -> dimension.isNarrowerThan(d) && d.value(value.code()).isPresent());
    return plainer ? VALUE_COST + NARROWER_COST : VALUE_COST;
  }

  /** Campaigns of the calendar are days first; the campaign column is asked for in other words. */
  private static boolean isCalendarDimension(Dimension dimension, Set<String> calendarValues) {
    return dimension.values().stream().anyMatch(v -> calendarValues.contains(v.code()));
  }

  private void name(String word, Meaning meaning, double cost) {
    names.putIfAbsent(word, meaning);
    add(word, meaning, cost, false);
  }

  private void add(String word, Meaning meaning, double cost, boolean splittable) {
    trie.add(word, meaning, cost, splittable);
  }

  private Stream<String> words(Text label, Terms terms) {
    return Stream.concat(Stream.of(label.zh(), label.en()), terms.all()).map(this::fold).distinct();
  }

  private String fold(String word) {
    return normalizer.normalize(word).text();
  }

  /** The words that carry no content. */
  public static List<String> fillers() {
    return words("filler.txt");
  }

  private static List<String> words(String file) {
    try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(file));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> WordList.words(line).stream())
          .distinct()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
