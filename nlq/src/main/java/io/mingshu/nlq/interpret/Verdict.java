package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpretation.Clarify;
import io.mingshu.nlq.Interpretation.Declined;
import io.mingshu.nlq.Interpretation.Option;
import io.mingshu.nlq.Interpretation.Origin;
import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.interpret.Draft.Problem;
import io.mingshu.nlq.interpret.Mending.Meant;
import io.mingshu.nlq.lexicon.Spelling;
import io.mingshu.nlq.lexicon.Words.AnalysisWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.normal.NormalText;
import io.mingshu.nlq.wording.QueryWording;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is said when there is no single answer: the readings to choose from, or every reason. */
final class Verdict {
  /** A reading this much dearer than the best is not considered. */
  static final double GAP = 0.55;

  private static final double RULING_OUT = 0.1;

  private static final Set<Issue.Code> RULING =
      Set.of(
          Issue.Code.UNAVAILABLE,
          Issue.Code.AMBIGUOUS_WORD,
          Issue.Code.NO_CONTEXT,
          Issue.Code.PERIOD_IN_FUTURE,
          Issue.Code.PERIOD_OUTSIDE_DATA,
          Issue.Code.COMMAND,
          Issue.Code.PERSONAL_DATA);

  private static final int MOST_OPTIONS = 4;
  private static final int MOST_SUGGESTIONS = 3;
  private static final int MOST_UNKNOWN = 5;

  private final Catalog catalog;
  private final Spelling spelling;
  private final QueryWording wording;

  Verdict(Catalog catalog, Spelling spelling, QueryWording wording) {
    this.catalog = catalog;
    this.spelling = spelling;
    this.wording = wording;
  }

  /**
   * Whether a likelier reading holds a word that rules out an answer: then no dearer one may get
   * round it.
   */
  static boolean isRuledOut(List<Reading> readings, Reading answer) {
    return readings.stream()
        .filter(r -> r.cover().isComplete() && r.cost() <= answer.cost() + RULING_OUT)
        .flatMap(r -> r.draft().problems().stream())
        .anyMatch(p -> RULING.contains(p.code()) && !isInsideMetric(p.words(), answer));
  }

  /** "Refund" alone is open; in "refund amount" it is not. */
  private static boolean isInsideMetric(@Nullable Edge words, Reading answer) {
    return words != null
        && answer.cover().parts().stream()
            .anyMatch(
                edge ->
                    edge.meaning() instanceof MetricWord
                        && edge.start() <= words.start()
                        && edge.end() >= words.end()
                        && edge.length() > words.length());
  }

  /**
   * Asks back where different queries are about as likely as the best; empty: the best is clear.
   */
  Optional<Interpretation> chooseAmong(
      List<Reading> answers, Language language, Clock clock, Origin origin) {
    double best = answers.get(0).cost();
    Map<Integer, Integer> names = names(answers.get(0));
    Map<SemanticQuery, Reading> rivals = new LinkedHashMap<>();
    for (Reading reading : answers) {
      if (reading.cost() <= best + GAP && !splitsName(names, reading)) {
        rivals.putIfAbsent(reading.draft().query(), reading);
      }
    }
    if (rivals.size() == 1) {
      return Optional.empty();
    }
    return Optional.of(
        asked(
            Messages.AMBIGUOUS_READING,
            Issue.Code.AMBIGUOUS_READING,
            rivals.keySet().stream().limit(MOST_OPTIONS).toList(),
            language,
            clock,
            origin));
  }

  /** "The cart abandonment rate" is no abandonment rate of the cart: the longer name is meant. */
  private static boolean splitsName(Map<Integer, Integer> names, Reading other) {
    return other.cover().parts().stream()
        .filter(part -> part.meaning() instanceof MetricWord)
        .anyMatch(part -> part.start() > names.getOrDefault(part.end(), part.start()));
  }

  /** Where the names of figures end, with where they begin. */
  private static Map<Integer, Integer> names(Reading reading) {
    Map<Integer, Integer> names = new HashMap<>();
    for (Edge part : reading.cover().parts()) {
      if (part.meaning() instanceof MetricWord) {
        names.put(part.end(), part.start());
      }
    }
    return names;
  }

  /** Asks whether a text is a question of its own or builds on the last answer. */
  Interpretation ownOrBuilding(
      List<Reading> own, List<Reading> building, Language language, Clock clock) {
    return asked(
        Messages.NEW_OR_FOLLOW_UP,
        Issue.Code.AMBIGUOUS_READING,
        List.of(first(building), first(own)),
        language,
        clock,
        Origin.FOLLOW_UP);
  }

  /** Asks whether a text builds on an answer although something else was asked since. */
  Interpretation afterInterruption(List<Reading> building, Language language, Clock clock) {
    return building.stream().anyMatch(Reading::isAnswer)
        ? asked(
            Messages.INTERRUPTED,
            Issue.Code.NO_CONTEXT,
            List.of(first(building)),
            language,
            clock,
            Origin.FOLLOW_UP)
        : refuse(building, language, Origin.FOLLOW_UP);
  }

  private static SemanticQuery first(List<Reading> readings) {
    return readings.stream().filter(Reading::isAnswer).findFirst().orElseThrow().draft().query();
  }

  private Interpretation asked(
      Text question,
      Issue.Code code,
      List<SemanticQuery> choices,
      Language language,
      Clock clock,
      Origin origin) {
    List<Option> options = new ArrayList<>();
    for (SemanticQuery query : choices) {
      Text label = wording.of(query, clock.now(), clock.data());
      options.add(new Option(label, label.in(language), Optional.of(query)));
    }
    Issue issue = new Issue(code, "", question, List.of());
    return new Clarify(language, question, options, List.of(issue), origin);
  }

  /** Asks whether a name near an unknown word was meant; each choice can be answered. */
  static Interpretation didYouMean(
      Reading best, List<Meant> meant, Language language, Origin origin) {
    String typed = best.text().typed(meant.get(0).start(), meant.get(0).end());
    Text question = Messages.didYouMean(typed);
    List<Option> options = new ArrayList<>();
    for (Meant choice : meant) {
      String original = best.text().original();
      String before = original.substring(0, best.text().originalStart(choice.start()));
      String after = original.substring(best.text().originalEnd(choice.end()));
      options.add(
          new Option(Text.same(choice.name()), joined(joined(before, choice.name()), after)));
    }
    Issue issue =
        new Issue(
            Issue.Code.UNKNOWN_WORD,
            typed,
            Messages.unknown(typed),
            meant.stream().map(Meant::name).toList());
    return new Clarify(language, question, options, List.of(issue), origin);
  }

  private Interpretation notAQuestion(Language language) {
    return new Declined(
        language,
        List.of(
            new Issue(Issue.Code.NOT_A_QUESTION, "", Messages.NOT_A_QUESTION, examples(language))));
  }

  /** Says why none of the readings is an answer. */
  Interpretation refuse(List<Reading> readings, Language language, Origin origin) {
    Reading best =
        readings.stream()
            .filter(r -> r.cover().isComplete() && !r.draft().problems().isEmpty())
            .findFirst()
            .orElseGet(() -> readings.get(0));
    List<Problem> problems = best.draft().problems();
    boolean unknown = !best.cover().isComplete();
    boolean nothingSaid =
        best.draft().metrics.isEmpty()
            && best.draft().period == null
            && best.draft().dimensions.isEmpty()
            && best.draft().filters.isEmpty()
            && best.cover().parts().stream()
                .noneMatch(part -> part.meaning() instanceof AnalysisWord);
    boolean onlyMissing = problems.stream().allMatch(p -> p.code() == Issue.Code.MISSING_METRIC);
    if (unknown && nothingSaid && onlyMissing) {
      return notAQuestion(language);
    }
    boolean courtesy =
        best.cover().parts().stream().allMatch(part -> part.meaning() instanceof FillerWord);
    boolean onlyIncomplete = !unknown && onlyMissing && !problems.isEmpty();
    if (onlyIncomplete && FollowUps.looksLikeOne(best.text().text())) {
      Issue issue = new Issue(Issue.Code.NO_CONTEXT, "", Messages.NO_CONTEXT, List.of());
      return new Clarify(
          language, Messages.NO_CONTEXT, metricOptions(best, language), List.of(issue), origin);
    }
    if (onlyIncomplete && courtesy) {
      return notAQuestion(language);
    }
    List<Issue> issues = issues(best, language);
    Optional<Problem> open = problems.stream().filter(Problem::askBack).findFirst();
    boolean closed = unknown || problems.stream().anyMatch(p -> !p.askBack());
    if (open.isPresent() && !closed) {
      Problem problem = open.get();
      List<Option> options =
          problem.code() == Issue.Code.MISSING_METRIC
                  && problem.choices().isEmpty()
                  && best.draft().metrics.isEmpty()
              ? metricOptions(best, language)
              : options(problem, best, language);
      return new Clarify(language, problem.text(), options, issues, origin);
    }
    return new Declined(language, issues);
  }

  private List<Issue> issues(Reading reading, Language language) {
    List<Issue> issues = new ArrayList<>();
    List<Edge> named = reading.cover().unknown().stream().limit(MOST_UNKNOWN).toList();
    for (Edge unknown : named) {
      String words = reading.text().typed(unknown.start(), unknown.end());
      issues.add(
          new Issue(
              Issue.Code.UNKNOWN_WORD,
              words,
              Messages.unknown(words),
              spelling.suggest(
                  reading.text().text().substring(unknown.start(), unknown.end()),
                  MOST_SUGGESTIONS)));
    }
    for (Problem problem : reading.draft().problems()) {
      boolean noise = !reading.cover().isComplete() && problem.code() == Issue.Code.MISSING_METRIC;
      if (!noise) {
        issues.add(
            new Issue(
                problem.code(),
                words(problem.words(), reading.text()),
                problem.text(),
                problem.choices().stream().map(c -> c.label().in(language)).toList()));
      }
    }
    return issues;
  }

  private static String words(@Nullable Edge edge, NormalText text) {
    return edge == null || Inheritance.isInherited(edge)
        ? ""
        : text.typed(edge.start(), edge.end());
  }

  /** The question again, with the open words replaced by each choice. */
  private static List<Option> options(Problem problem, Reading reading, Language language) {
    List<Option> options = new ArrayList<>();
    Edge words = problem.words();
    if (words == null) {
      return options;
    }
    String original = reading.text().original();
    String before = original.substring(0, reading.text().originalStart(words.start()));
    String after = original.substring(reading.text().originalEnd(words.end()));
    for (Choice choice : problem.choices()) {
      String replaced = joined(joined(before, choice.replacement().in(language)), after);
      options.add(new Option(choice.label(), replaced));
    }
    return options;
  }

  /** Latin words need a space between them that Chinese ones do not. */
  private static String joined(String left, String right) {
    boolean wordsMeet =
        !left.isEmpty()
            && !right.isEmpty()
            && isLatin(left.charAt(left.length() - 1))
            && isLatin(right.charAt(0));
    return wordsMeet ? left + " " + right : left + right;
  }

  private static boolean isLatin(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  /** The same question with the shop's first metrics, where none was named. */
  private List<Option> metricOptions(Reading reading, Language language) {
    StringBuilder kept = new StringBuilder();
    for (Edge edge : reading.cover().parts()) {
      if (!(edge.meaning() instanceof FillerWord)) {
        kept.append(words(edge, reading.text())).append(language == Language.EN ? " " : "");
      }
    }
    String rest = kept.toString().trim();
    return catalog.metrics().stream()
        .limit(MOST_OPTIONS)
        .map(Metric::label)
        .map(
            label ->
                new Option(
                    label, language == Language.EN ? label.en() + " " + rest : rest + label.zh()))
        .toList();
  }

  private List<String> examples(Language language) {
    return catalog.examples().stream()
        .limit(MOST_SUGGESTIONS)
        .map(example -> example.in(language))
        .toList();
  }
}
