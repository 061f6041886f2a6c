package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Conversation.Turn;
import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Cover;
import io.mingshu.nlq.chart.Covers;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.QuestionGrammar;
import io.mingshu.nlq.lexicon.Lexicon;
import io.mingshu.nlq.lexicon.Spelling;
import io.mingshu.nlq.lexicon.Spelling.Correction;
import io.mingshu.nlq.normal.NormalText;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.plan.DataRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From a text to its readings. Immutable. */
final class Reader {
  private static final int COVERS = 16;

  /** A misspelt name leaves at most so many unknown stretches (convertion, rate). */
  private static final int MOST_MISSPELT = 5;

  private static final int MOST_MEANT = 3;

  /** Each mending reads the whole text again; a longer one is only told what is unknown in it. */
  private static final int LONGEST_MENDED = 300;

  private final QuestionGrammar grammar;
  private final Spelling spelling;
  private final Assembler assembler;
  private final Covers covers = new Covers(COVERS);

  Reader(Catalog catalog, Lexicon lexicon, Spelling spelling, Normalizer normalizer) {
    this.grammar = new QuestionGrammar(catalog, lexicon, normalizer);
    this.spelling = spelling;
    this.assembler = new Assembler(new CatalogShape(catalog));
  }

  /** When a text is read, and which days have data. */
  record Moment(Clock clock, DataRange data) {}

  /** A text with its likeliest covers. */
  record Parsed(NormalText text, List<Cover> covers) {
    Parsed {
      covers = List.copyOf(covers);
    }
  }

  /** The same for a question of its own and for one that builds on an answer. */
  Parsed parse(NormalText text, Moment moment) {
    Chart chart = grammar.parse(text.text(), moment.clock().today());
    return new Parsed(text, covers.of(chart));
  }

  /**
   * All readings, likeliest first; at least one.
   *
   * @param before the answer that the text builds on
   */
  List<Reading> read(Parsed parsed, Moment moment, Optional<Turn> before) {
    NormalText text = parsed.text();
    List<Reading> readings = new ArrayList<>();
    for (Cover cover : worthReading(parsed)) {
      Draft draft = assembler.assemble(cover, text, moment.clock(), moment.data(), before);
      readings.add(new Reading(cover, draft, text));
    }
    readings.sort(Comparator.comparingDouble(Reading::cost));
    return readings;
  }

  /** Of a long text with unknown words in every cover only the likeliest is told about. */
  private static List<Cover> worthReading(Parsed parsed) {
    List<Cover> covers = parsed.covers();
    boolean hopeless =
        parsed.text().text().length() > LONGEST_MENDED
            && covers.stream().noneMatch(Cover::isComplete);
    return hopeless ? covers.subList(0, 1) : covers;
  }

  /**
   * @param text the question with the name mended
   */
  record Corrected(NormalText text, List<Reading> readings, Note note) {}

  /** One misspelt catalog name may be mended; then the answer says so. */
  Optional<Corrected> corrected(
      NormalText text, List<Reading> readings, Moment moment, Optional<Turn> before) {
    List<Corrected> found = new ArrayList<>();
    List<Edge> unknown = readings.get(0).cover().unknown();
    if (unknown.size() > MOST_MISSPELT || text.text().length() > LONGEST_MENDED) {
      return Optional.empty();
    }
    for (Edge place : unknown) {
      spelling
          .correct(text.text(), place.start(), place.end())
          .flatMap(correction -> corrected(text, correction, moment, before))
          .ifPresent(found::add);
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** A name that may have been meant by a stretch of the text. */
  record Meant(int start, int end, String name) {}

  /** The names near the only unknown stretch with which the text can be answered. */
  List<Meant> meant(NormalText text, List<Reading> readings, Moment moment, Optional<Turn> before) {
    List<Edge> unknown = readings.get(0).cover().unknown();
    if (unknown.size() != 1 || text.text().length() > LONGEST_MENDED) {
      return List.of();
    }
    int start = unknown.get(0).start();
    int end = unknown.get(0).end();
    return spelling.oneEditFrom(text.text().substring(start, end)).stream()
        .limit(MOST_MEANT)
        .filter(
            name ->
                read(parse(text.with(start, end, name), moment), moment, before).stream()
                    .anyMatch(Reading::isAnswer))
        .map(name -> new Meant(start, end, name))
        .toList();
  }

  private Optional<Corrected> corrected(
      NormalText text, Correction correction, Moment moment, Optional<Turn> before) {
    NormalText mended = text.with(correction.start(), correction.end(), correction.replacement());
    List<Reading> again = read(parse(mended, moment), moment, before);
    if (again.stream().noneMatch(Reading::isAnswer)) {
      return Optional.empty();
    }
    String typed = text.typed(correction.start(), correction.end());
    Note note =
        new Note(Note.Code.CORRECTED_WORD, Messages.corrected(typed, correction.replacement()));
    return Optional.of(new Corrected(mended, again, note));
  }
}
