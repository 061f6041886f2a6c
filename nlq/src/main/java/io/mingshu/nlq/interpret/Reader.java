package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Conversation.Turn;
import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Cover;
import io.mingshu.nlq.chart.Covers;
import io.mingshu.nlq.grammar.QuestionGrammar;
import io.mingshu.nlq.lexicon.Lexicon;
import io.mingshu.nlq.normal.NormalText;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.plan.DataRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From a text to its readings. Immutable. */
final class Reader {
  private static final int COVERS = 16;

  /** Nobody looks at several readings of a longer text that nobody can read. */
  private static final int LONGEST_WEIGHED = 300;

  private final QuestionGrammar grammar;
  private final Assembler assembler;
  private final Covers covers = new Covers(COVERS);

  Reader(Catalog catalog, Lexicon lexicon, Normalizer normalizer) {
    this.grammar = new QuestionGrammar(catalog, lexicon, normalizer);
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
    double likeliest = Double.MAX_VALUE;
    double answer = Double.MAX_VALUE;
    for (Cover cover : worthReading(parsed)) {
      // With unknown words it is no answer, and is only told about where nothing is likelier.
      boolean untold = !cover.isComplete() && cover.cost() >= likeliest;
      if (untold || cover.cost() > answer + Verdict.GAP) {
        continue;
      }
      Draft draft = assembler.assemble(cover, text, moment.clock(), moment.data(), before);
      Reading reading = new Reading(cover, draft, text);
      readings.add(reading);
      if (!reading.saysNothing()) {
        likeliest = Math.min(likeliest, reading.cost());
        answer = reading.isAnswer() ? Math.min(answer, reading.cost()) : answer;
      }
    }
    readings.sort(Comparator.comparingDouble(Reading::cost));
    return readings;
  }

  /** Of a long text with unknown words in every cover only the likeliest is told about. */
  private static List<Cover> worthReading(Parsed parsed) {
    List<Cover> covers = parsed.covers();
    boolean hopeless =
        parsed.text().text().length() > LONGEST_WEIGHED
            && covers.stream().noneMatch(Cover::isComplete);
    return hopeless ? covers.subList(0, 1) : covers;
  }
}
