package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpretation.Declined;
import io.mingshu.nlq.Interpretation.Span;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Issue;
import io.mingshu.nlq.Question;
import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Cover;
import io.mingshu.nlq.chart.Covers;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Part;
import io.mingshu.nlq.grammar.QuestionGrammar;
import io.mingshu.nlq.lexicon.Lexicon;
import io.mingshu.nlq.lexicon.Spelling;
import io.mingshu.nlq.lexicon.Spelling.Correction;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.normal.NormalText;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.nlq.wording.QueryWording;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The whole way from a question to its interpretation. */
public final class Understanding {
  private static final int LONGEST = 2_000;
  private static final int COVERS = 16;

  /** A misspelt name leaves at most so many unknown stretches (convertion, rate). */
  private static final int MOST_MISSPELT = 3;

  private final Catalog catalog;
  private final Supplier<DataRange> data;
  private final PeriodResolver periods;
  private final Normalizer normalizer = new Normalizer();
  private final QuestionGrammar grammar;
  private final Spelling spelling;
  private final Assembler assembler;
  private final Verdict verdict;
  private final QueryWording wording;
  private final Covers covers = new Covers(COVERS);

  public Understanding(Catalog catalog, Supplier<DataRange> data, PeriodResolver periods) {
    this.catalog = catalog;
    this.data = data;
    this.periods = periods;
    Lexicon lexicon = new Lexicon(catalog, normalizer);
    this.grammar = new QuestionGrammar(catalog, lexicon);
    this.spelling = new Spelling(lexicon.names());
    this.assembler = new Assembler(new CatalogShape(catalog));
    this.wording = new QueryWording(catalog, periods);
    this.verdict = new Verdict(catalog, spelling, wording);
  }

  /** What became of a question. */
  public Interpretation of(Question question) {
    String typed = question.text();
    Language language = question.language().orElseGet(() -> Languages.of(typed));
    if (typed.isBlank()) {
      return declined(language, Issue.Code.EMPTY, Messages.EMPTY);
    }
    if (typed.length() > LONGEST) {
      return declined(language, Issue.Code.TOO_LONG, Messages.TOO_LONG);
    }
    DataRange range = data.get();
    LocalDateTime now = periods.calendar().at(question.asOf());
    Clock clock = new Clock(periods, now, span(range), catalog);
    NormalText text = normalizer.normalize(typed);
    List<Reading> readings = readings(text, clock, range);
    Optional<Corrected> corrected =
        readings.stream().anyMatch(Reading::isAnswer)
            ? Optional.empty()
            : corrected(text, readings, clock, range);
    if (corrected.isPresent()) {
      return answer(corrected.get().readings(), language, clock, corrected.get().note());
    }
    return answer(readings, language, clock, null);
  }

  private static Interpretation declined(
      Language language, Issue.Code code, io.mingshu.semantic.text.Text text) {
    return new Declined(language, List.of(new Issue(code, "", text, List.of())));
  }

  private List<Reading> readings(NormalText text, Clock clock, DataRange range) {
    Chart chart = grammar.parse(text.text(), clock.today());
    List<Reading> readings = new ArrayList<>();
    for (Cover cover : covers.of(chart)) {
      readings.add(new Reading(cover, assembler.assemble(cover, text, clock, range), text));
    }
    readings.sort(Comparator.comparingDouble(Reading::cost));
    return readings;
  }

  private record Corrected(List<Reading> readings, Note note) {}

  /** One misspelt catalog name may be mended; then the answer says so. */
  private Optional<Corrected> corrected(
      NormalText text, List<Reading> readings, Clock clock, DataRange range) {
    List<Corrected> found = new ArrayList<>();
    List<Edge> unknown = readings.get(0).cover().unknown();
    if (unknown.size() > MOST_MISSPELT) {
      return Optional.empty();
    }
    for (Edge place : unknown) {
      spelling
          .correct(text.text(), place.start(), place.end())
          .flatMap(c -> corrected(text, c, clock, range))
          .ifPresent(found::add);
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private Optional<Corrected> corrected(
      NormalText text, Correction correction, Clock clock, DataRange range) {
    NormalText mended = text.with(correction.start(), correction.end(), correction.replacement());
    List<Reading> again = readings(mended, clock, range);
    if (again.stream().noneMatch(Reading::isAnswer)) {
      return Optional.empty();
    }
    String typed = text.typed(correction.start(), correction.end());
    Note note =
        new Note(Note.Code.CORRECTED_WORD, Messages.corrected(typed, correction.replacement()));
    return Optional.of(new Corrected(again, note));
  }

  private Interpretation answer(
      List<Reading> readings, Language language, Clock clock, @Nullable Note note) {
    List<Reading> answers = readings.stream().filter(Reading::isAnswer).toList();
    if (answers.isEmpty() || Verdict.isRuledOut(readings, answers.get(0))) {
      return verdict.refuse(readings, language);
    }
    Optional<Interpretation> choice = verdict.chooseAmong(answers, language, clock);
    if (choice.isPresent()) {
      return choice.get();
    }
    Reading best = answers.get(0);
    MetricQuery query = best.draft().query();
    return new Understood(
        language,
        query,
        wording.of(query, clock.now(), clock.data()),
        unused(best),
        spans(best),
        note == null ? List.of() : List.of(note));
  }

  private static List<String> unused(Reading reading) {
    return reading.cover().parts().stream()
        .filter(e -> e.meaning() instanceof FillerWord)
        .map(e -> reading.text().typed(e.start(), e.end()))
        .toList();
  }

  private static List<Span> spans(Reading reading) {
    List<Span> spans = new ArrayList<>();
    for (Edge edge : reading.cover().parts()) {
      Part part = (Part) edge.meaning();
      spans.add(
          new Span(
              reading.text().originalStart(edge.start()),
              reading.text().originalEnd(edge.end()),
              reading.text().typed(edge.start(), edge.end()),
              part.role(),
              part.refersTo()));
    }
    return spans;
  }

  /** From the first to the last day that any source has. */
  private static @Nullable DayRange span(DataRange range) {
    LocalDate first = null;
    LocalDate last = null;
    for (DayRange days : range.byFact().values()) {
      first = first == null || days.first().isBefore(first) ? days.first() : first;
      last = last == null || days.last().isAfter(last) ? days.last() : last;
    }
    return first == null || last == null ? null : new DayRange(first, last);
  }
}
