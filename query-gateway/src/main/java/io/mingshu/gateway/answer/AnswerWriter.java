package io.mingshu.gateway.answer;

import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Issue;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.chart.ChartSpec;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes what was found out in one language. */
final class AnswerWriter {
  private final Catalog catalog;
  private final Words words;
  private final TableWriter tables;
  private final SegmentOffers offers;

  AnswerWriter(Catalog catalog, Words words) {
    this.catalog = catalog;
    this.words = words;
    this.tables = new TableWriter(catalog);
    this.offers = new SegmentOffers(catalog);
  }

  Answer answered(
      String question,
      Interpretation.Understood understood,
      QueryResult result,
      Asked asked,
      Stopwatch watch) {
    Language language = understood.language();
    Answer.Reading reading =
        new Answer.Reading(
            understood.text().in(language),
            understood.unused(),
            understood.spans().stream()
                .map(
                    s -> new Answer.SpanShown(s.start(), s.end(), s.text(), s.role(), s.refersTo()))
                .toList());
    return answered(
        question, language, reading, understood.query(), understood.notes(), result, asked, watch);
  }

  Answer answered(
      String question,
      Language language,
      SemanticQuery query,
      QueryResult result,
      Asked asked,
      Stopwatch watch) {
    Answer.Reading reading =
        new Answer.Reading(words.reading(query, asked.asOf()).in(language), List.of(), List.of());
    return answered(question, language, reading, query, List.of(), result, asked, watch);
  }

  Answer clarify(String question, Interpretation.Clarify clarify, Asked asked, Stopwatch watch) {
    Language language = clarify.language();
    Answer.Clarification clarification =
        new Answer.Clarification(
            clarify.question().in(language),
            clarify.options().stream()
                .map(o -> new Answer.Choice(o.label().in(language), o.question()))
                .toList());
    return unanswered(
        Answer.Status.CLARIFY,
        question,
        language,
        new Pending(Optional.of(clarification), Optional.empty(), Optional.empty()),
        clarify.issues(),
        Optional.empty(),
        asked,
        watch);
  }

  /** Asks whether people are to be saved by the rule that was found. */
  Answer confirm(
      String question,
      Language language,
      SegmentOffers.Requested.Confirm confirm,
      Asked asked,
      Stopwatch watch) {
    Text back =
        new Text(
            "存成人群的是：" + confirm.offer().definition() + "。确认名字后保存。",
            "To be saved as a segment: " + confirm.offer().definition() + ". Confirm its name.");
    return unanswered(
        Answer.Status.CLARIFY,
        question,
        language,
        new Pending(
            Optional.of(new Answer.Clarification(back.in(language), List.of())),
            Optional.of(confirm.query()),
            Optional.of(confirm.offer())),
        List.of(),
        Optional.empty(),
        asked,
        watch);
  }

  /** What waits for the asker. */
  private record Pending(
      Optional<Answer.Clarification> clarification,
      Optional<SemanticQuery> query,
      Optional<Answer.SegmentOffer> segment) {
    static final Pending NOTHING =
        new Pending(Optional.empty(), Optional.empty(), Optional.empty());
  }

  Answer declined(
      String question, Language language, List<Issue> issues, Asked asked, Stopwatch watch) {
    return unanswered(
        Answer.Status.DECLINED,
        question,
        language,
        Pending.NOTHING,
        issues,
        Optional.empty(),
        asked,
        watch);
  }

  Answer failed(String question, MingshuException failure, Asked asked, Stopwatch watch) {
    Language language = asked.language().orElse(Language.ZH);
    return unanswered(
        Answer.Status.ERROR,
        question,
        language,
        Pending.NOTHING,
        List.of(),
        Optional.of(
            new Answer.Failure(
                failure.code().name(), failure.code().number(), failure.text().in(language))),
        asked,
        watch);
  }

  private Answer answered(
      String question,
      Language language,
      Answer.Reading reading,
      SemanticQuery query,
      List<Note> readingNotes,
      QueryResult result,
      Asked asked,
      Stopwatch watch) {
    List<Answer.NoteShown> notes =
        Stream.concat(readingNotes.stream(), result.notes().stream())
            .map(n -> new Answer.NoteShown(n.code().name(), n.text().in(language)))
            .distinct()
            .toList();
    ChartSpec chart = words.chart(query, result);
    return new Answer(
        Answer.Status.ANSWERED,
        language,
        question,
        moment(asked),
        Optional.of(reading),
        Optional.of(tables.write(result, language)),
        Optional.of(words.sentence(query, result, language)),
        Optional.of(period(result.period())),
        result.base().map(AnswerWriter::period),
        result.bases().stream().skip(1).findFirst().map(AnswerWriter::period),
        notes,
        definitions(query, language),
        words.chips(query).stream()
            .map(chip -> new Answer.ChipShown(chip.id(), chip.part(), chip.label().in(language)))
            .toList(),
        Optional.of(query),
        Optional.of(result.sql()),
        Optional.of(result.plan()),
        Optional.of(result.engine()),
        result.sources().stream()
            .map(s -> new Answer.SourceShown(s.table(), s.reason().in(language)))
            .toList(),
        Optional.of(
            new Answer.ChartShown(
                chart.type(),
                chart.x(),
                chart.xEnd(),
                chart.y(),
                chart.series(),
                chart.flow(),
                chart.reason().in(language),
                chart.alternatives())),
        words.suggestions(query, language),
        Optional.empty(),
        offers.of(query, asked.asOf(), language),
        List.of(),
        Optional.empty(),
        watch.stop(result.planMillis(), result.executeMillis()),
        asked.traceId(),
        Optional.empty(),
        readingNotes.stream().anyMatch(note -> note.code() == Note.Code.VERIFIED_QUESTION));
  }

  private Answer unanswered(
      Answer.Status status,
      String question,
      Language language,
      Pending pending,
      List<Issue> issues,
      Optional<Answer.Failure> failure,
      Asked asked,
      Stopwatch watch) {
    return new Answer(
        status,
        language,
        question,
        moment(asked),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        pending.query(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        pending.clarification(),
        pending.segment(),
        issues.stream()
            .map(
                i ->
                    new Answer.IssueShown(
                        i.code().name(), i.words(), i.text().in(language), i.suggestions()))
            .toList(),
        failure,
        watch.stop(0, 0),
        asked.traceId(),
        Optional.empty(),
        false);
  }

  private List<Answer.Definition> definitions(SemanticQuery query, Language language) {
    List<Answer.Definition> definitions = new ArrayList<>();
    for (String name : Words.metrics(query)) {
      Metric metric = catalog.metric(name).orElseThrow();
      definitions.add(
          new Answer.Definition(
              name,
              metric.label().in(language),
              metric.description().in(language),
              metric.unit().name().toLowerCase(Locale.ROOT),
              words.formula(metric).in(language)));
    }
    return definitions;
  }

  private String moment(Asked asked) {
    return Moments.written(asked.asOf(), catalog.zone());
  }

  private static Answer.PeriodShown period(TimeRange range) {
    return new Answer.PeriodShown(
        range.from().toString(), range.until().toString(), range.complete());
  }
}
