package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.Conversation.Turn;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpretation.Declined;
import io.mingshu.nlq.Interpretation.Origin;
import io.mingshu.nlq.Interpretation.Span;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Issue;
import io.mingshu.nlq.Question;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Part;
import io.mingshu.nlq.interpret.Mending.Meant;
import io.mingshu.nlq.interpret.Mending.Mended;
import io.mingshu.nlq.interpret.Reader.Moment;
import io.mingshu.nlq.interpret.Reader.Parsed;
import io.mingshu.nlq.lexicon.Lexicon;
import io.mingshu.nlq.lexicon.Spelling;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.normal.NormalText;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.nlq.verified.VerifiedQuestions;
import io.mingshu.nlq.wording.QueryWording;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.VerifiedQuestion;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The whole way from a question to its interpretation. */
public final class Understanding {
  private static final int LONGEST = 2_000;

  private final Catalog catalog;
  private final Supplier<DataRange> data;
  private final PeriodResolver periods;
  private final Normalizer normalizer = new Normalizer();
  private final SiblingFigure siblings;
  private final Spelling spelling;
  private final Reader reader;
  private final Verdict verdict;
  private final Talk talk;
  private final QueryWording wording;
  private final VerifiedQuestions verified;

  public Understanding(Catalog catalog, Supplier<DataRange> data, PeriodResolver periods) {
    this.catalog = catalog;
    this.data = data;
    this.periods = periods;
    Lexicon lexicon = new Lexicon(catalog, normalizer);
    this.spelling = new Spelling(lexicon.names());
    this.siblings = new SiblingFigure(catalog);
    this.reader = new Reader(catalog, lexicon, normalizer);
    this.wording = new QueryWording(catalog, periods);
    this.verdict = new Verdict(catalog, spelling, wording);
    this.talk = new Talk(catalog, wording);
    this.verified = new VerifiedQuestions(catalog.verified(), normalizer);
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
    Moment moment = new Moment(new Clock(periods, now, span(range), catalog), range);
    NormalText plain = normalizer.normalize(typed);
    NormalText text =
        question
            .conversation()
            .last()
            .map(turn -> siblings.named(plain, turn.query()))
            .orElse(plain);
    Parsed parsed = reader.parse(text, moment);
    List<Reading> own = reader.read(parsed, moment, Optional.empty());
    Conversation conversation = question.conversation();
    return talk.of(own.get(0), conversation, language, moment.clock())
        .orElseGet(() -> of(parsed, own, conversation, language, moment));
  }

  private Interpretation of(
      Parsed parsed,
      List<Reading> own,
      Conversation conversation,
      Language language,
      Moment moment) {
    NormalText text = parsed.text();
    Mending mending = new Mending(text, moment, reader, spelling);
    Optional<Turn> before = conversation.last();
    Optional<Interpretation> confirmed =
        verified.of(text).map(question -> confirmed(question, language, moment.clock()));
    if (before.isEmpty()) {
      return confirmed.orElseGet(() -> concluded(mending, own, before, language, moment));
    }
    List<Reading> all = reader.read(parsed, moment, before);
    List<Reading> building = all.stream().filter(r -> !r.saysNothing()).toList();
    if (all.get(0).saysNothing() && building.stream().noneMatch(r -> r.cover().isComplete())) {
      return confirmed.orElseGet(() -> concluded(mending, own, Optional.empty(), language, moment));
    }
    if (own.stream().noneMatch(Reading::isAnswer)) {
      Optional<Interpretation> anew = newWhenMended(mending, own, before, language, moment);
      if (anew.isPresent()) {
        return anew.get();
      }
    }
    Leaning leaning = Leaning.of(text, own, building);
    if (confirmed.isPresent()
        && (leaning == Leaning.OWN || building.stream().noneMatch(Reading::isAnswer))) {
      return confirmed.get();
    }
    return switch (leaning) {
      case OWN -> concluded(mending, own, Optional.empty(), language, moment);
      case OPEN -> verdict.ownOrBuilding(own, building, language, moment.clock());
      case BUILDING ->
          conversation.interrupted()
              ? verdict.afterInterruption(building, language, moment.clock())
              : concluded(mending, building, before, language, moment);
    };
  }

  /** A whole new question but for one misspelt name. */
  private Optional<Interpretation> newWhenMended(
      Mending mending, List<Reading> own, Optional<Turn> before, Language language, Moment moment) {
    return mending
        .mended(own, Optional.empty())
        .filter(
            mended -> {
              List<Reading> building =
                  mending.readings(mended.correction(), before).stream()
                      .filter(r -> !r.saysNothing())
                      .toList();
              return Leaning.of(mended.text(), mended.readings(), building) == Leaning.OWN;
            })
        .map(
            mended ->
                answer(
                    mended.readings(),
                    language,
                    moment.clock(),
                    Optional.of(mended.note()),
                    Origin.QUESTION));
  }

  private Interpretation confirmed(VerifiedQuestion question, Language language, Clock clock) {
    SemanticQuery query = question.query();
    return new Understood(
        language,
        query,
        wording.of(query, clock.now(), clock.data()),
        List.of(),
        List.of(),
        List.of(VerifiedQuestions.note(question)),
        Origin.QUESTION);
  }

  private Interpretation concluded(
      Mending mending,
      List<Reading> readings,
      Optional<Turn> before,
      Language language,
      Moment moment) {
    Origin origin = before.isPresent() ? Origin.FOLLOW_UP : Origin.QUESTION;
    Optional<Mended> mended =
        readings.stream().anyMatch(Reading::isAnswer)
            ? Optional.empty()
            : mending.mended(readings, before);
    if (mended.isEmpty() && readings.stream().noneMatch(Reading::isAnswer)) {
      List<Meant> meant = mending.meant(readings, before);
      if (!meant.isEmpty()) {
        return Verdict.didYouMean(readings.get(0), meant, language, origin);
      }
    }
    return answer(
        mended.map(Mended::readings).orElse(readings),
        language,
        moment.clock(),
        mended.map(Mended::note),
        origin);
  }

  private static Interpretation declined(
      Language language, Issue.Code code, io.mingshu.semantic.text.Text text) {
    return new Declined(language, List.of(new Issue(code, "", text, List.of())));
  }

  private Interpretation answer(
      List<Reading> readings, Language language, Clock clock, Optional<Note> note, Origin origin) {
    List<Reading> answers = readings.stream().filter(Reading::isAnswer).toList();
    if (answers.isEmpty() || Verdict.isRuledOut(readings, answers.get(0))) {
      return verdict.refuse(readings, language, origin);
    }
    Optional<Interpretation> choice = verdict.chooseAmong(answers, language, clock, origin);
    if (choice.isPresent()) {
      return choice.get();
    }
    Reading best = answers.get(0);
    SemanticQuery query = best.draft().query();
    return new Understood(
        language,
        query,
        wording.of(query, clock.now(), clock.data()),
        unused(best),
        spans(best),
        note.map(List::of).orElse(List.of()),
        origin);
  }

  static List<String> unused(Reading reading) {
    return reading.cover().parts().stream()
        .filter(e -> e.meaning() instanceof FillerWord)
        .map(e -> reading.text().typed(e.start(), e.end()))
        .toList();
  }

  static List<Span> spans(Reading reading) {
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
