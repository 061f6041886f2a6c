package io.mingshu.nlq.complete;

import io.mingshu.nlq.complete.Candidate.Closeness;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricFacts;
import io.mingshu.semantic.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finishes the word that is being typed, from what the catalog has. Thread-safe; build it once. */
public final class Completer {
  /** The longest text that is looked at. */
  public static final int MAX_CHARACTERS = 2_000;

  /** The most completions at once. */
  public static final int MOST = 12;

  /** No name that a person would still be typing is longer. */
  private static final int LOOK_BACK = 64;

  private final Normalizer normalizer = new Normalizer();
  private final Keys keys;
  private final Examples examples;
  private final Map<String, Set<String>> dimensionsOf = new HashMap<>();

  public Completer(Catalog catalog) {
    this.keys = new Keys(Vocabulary.of(catalog, normalizer));
    this.examples = new Examples(catalog.examples(), normalizer);
    MetricFacts facts = new MetricFacts(catalog);
    for (Metric metric : catalog.metrics()) {
      dimensionsOf.put(
          metric.name(),
          facts.dimensionsOf(metric.name()).stream()
              .map(Dimension::name)
              .collect(Collectors.toUnmodifiableSet()));
    }
  }

  /**
   * The ways to finish the word before the caret, best first. What comes out is named by the
   * catalog, never looked up in the data.
   *
   * @param text as typed
   * @param caret between two characters of the text
   * @param language the asker's; a text that shows its own is completed in that
   * @param limit how many at most
   * @throws IllegalArgumentException where the text is too long, the caret outside of it, or the
   *     limit not between 1 and {@link #MOST}
   */
  public List<Completion> complete(String text, int caret, Language language, int limit) {
    if (text.length() > MAX_CHARACTERS
        || caret < 0
        || caret > text.length()
        || limit < 1
        || limit > MOST) {
      throw new IllegalArgumentException("text, caret or limit is out of bounds");
    }
    if (text.isBlank()) {
      return examples.all(text, language).stream().limit(limit).toList();
    }
    Typing typing = Typing.of(text, caret, language, normalizer);
    List<Candidate> candidates = new ArrayList<>(words(typing));
    candidates.addAll(examples.goingOn(typing));
    candidates.sort(Candidate.BEST_FIRST);
    Set<String> inserts = new HashSet<>();
    return candidates.stream()
        .map(Candidate::completion)
        .filter(completion -> inserts.add(completion.insert()))
        .limit(limit)
        .toList();
  }

  /** Those of the longest stretch before the caret that begins some name. */
  private List<Candidate> words(Typing typing) {
    String before = typing.before();
    for (int start = Math.max(0, before.length() - LOOK_BACK); start < before.length(); start++) {
      if (!typing.canBeginAt(start)) {
        continue;
      }
      List<Keys.Key> found = keys.beginningWith(before.substring(start));
      List<Candidate> candidates = found.isEmpty() ? List.of() : candidates(typing, start, found);
      if (!candidates.isEmpty()) {
        return candidates;
      }
    }
    return List.of();
  }

  private List<Candidate> candidates(Typing typing, int start, List<Keys.Key> found) {
    String partial = typing.before().substring(start);
    Mentions mentions =
        Mentions.of(keys, typing.before().substring(0, start), typing.behindTheWord());
    Language language = Letters.hasHan(partial) ? Language.ZH : mentions.language(typing.asker());
    Map<Entry, Candidate> best = new HashMap<>();
    Map<Entry, Candidate> translated = new HashMap<>();
    for (Keys.Key key : found) {
      Name name = key.name();
      Entry entry = name.entry();
      boolean own = name.isSaidIn(language);
      boolean sound = key.way() == Keys.Way.SOUND;
      if (isChance(key, partial)
          || !goesWith(entry, mentions.metrics())
          || (sound && !(own && language == Language.ZH))) {
        continue;
      }
      int want = want(entry.kind(), mentions);
      Completion completion =
          own ? typing.with(name, start, keys) : typing.with(entry, language, start);
      Closeness closeness = closeness(key, partial);
      best.merge(
          entry,
          new Candidate(
              completion,
              own && !sound ? closeness : closeness.indirect(),
              want,
              name.length(),
              name.order()),
          Candidate::orBetter);
      if (!own && language == Language.ZH && key.way() == Keys.Way.WHOLE) {
        Completion english = typing.with(name, start, keys);
        translated.merge(
            entry,
            new Candidate(english, Closeness.OTHER_LANGUAGE, want, name.length(), name.order()),
            Candidate::orBetter);
      }
    }
    List<Candidate> candidates = new ArrayList<>(best.values());
    translated.forEach(
        (entry, candidate) -> {
          Candidate chinese = best.get(entry);
          if (chinese == null || !chinese.closeness().isDirect()) {
            candidates.add(candidate);
          }
        });
    return candidates;
  }

  /** A single character inside of Chinese names is no beginning of them. */
  private static boolean isChance(Keys.Key key, String partial) {
    return key.way() == Keys.Way.INNER && partial.length() == 1 && Letters.hasHan(partial);
  }

  private static Closeness closeness(Keys.Key key, String partial) {
    if (key.way() == Keys.Way.INNER) {
      return Closeness.INNER;
    }
    return key.text().length() == partial.length() ? Closeness.EXACT : Closeness.PREFIX;
  }

  private boolean goesWith(Entry entry, Set<String> metrics) {
    return entry.dimension().isEmpty()
        || metrics.stream()
            .allMatch(
                m -> dimensionsOf.getOrDefault(m, Set.of()).contains(entry.dimension().get()));
  }

  /** What a question still lacks comes first: a metric, a period, then what narrows it. */
  private static int want(Completion.Kind kind, Mentions mentions) {
    return switch (kind) {
      case METRIC -> mentions.metrics().isEmpty() ? 0 : 5;
      case PERIOD -> mentions.period() ? 4 : 1;
      case CAMPAIGN -> mentions.period() ? 4 : 1;
      case DIMENSION -> 2;
      case VALUE -> 3;
      case QUESTION -> Examples.WANT;
    };
  }
}
