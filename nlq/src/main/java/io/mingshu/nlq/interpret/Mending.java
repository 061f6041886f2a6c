package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Conversation.Turn;
import io.mingshu.nlq.chart.Cover;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.interpret.Reader.Moment;
import io.mingshu.nlq.interpret.Reader.Parsed;
import io.mingshu.nlq.lexicon.Spelling;
import io.mingshu.nlq.lexicon.Spelling.Correction;
import io.mingshu.nlq.normal.NormalText;
import io.mingshu.semantic.answer.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Misspelt catalog names in one text: it is read again with a name in their place. Each such text
 * is read once, by itself and once on top of the answer before. Not thread-safe: serves one
 * question.
 */
final class Mending {
  /** A misspelt name leaves at most so many unknown stretches (convertion, rate). */
  private static final int MOST_MISSPELT = 5;

  private static final int MOST_MEANT = 3;

  /** Each mending reads the whole text again; a longer one is only told what is unknown in it. */
  private static final int LONGEST = 300;

  private final NormalText text;
  private final Moment moment;
  private final Reader reader;
  private final Spelling spelling;
  private final Map<Correction, Parsed> parsed = new HashMap<>();
  private final Map<Again, List<Reading>> readings = new HashMap<>();

  private record Again(Correction correction, boolean building) {}

  /**
   * @param text the text as it was typed
   */
  Mending(NormalText text, Moment moment, Reader reader, Spelling spelling) {
    this.text = text;
    this.moment = moment;
    this.reader = reader;
    this.spelling = spelling;
  }

  /**
   * The text with one name mended.
   *
   * @param note what the answer says about it
   */
  record Mended(Correction correction, NormalText text, List<Reading> readings, Note note) {}

  /** One misspelt name may be mended, where that makes an answer and no other one does. */
  Optional<Mended> mended(List<Reading> unread, Optional<Turn> before) {
    List<Edge> unknown = unread.get(0).cover().unknown();
    if (unknown.size() > MOST_MISSPELT || text.text().length() > LONGEST) {
      return Optional.empty();
    }
    List<Correction> found = new ArrayList<>();
    for (Edge place : unknown) {
      spelling
          .correct(text.text(), place.start(), place.end())
          .filter(correction -> isAnswered(correction, before))
          .ifPresent(found::add);
      if (found.size() > 1) {
        return Optional.empty();
      }
    }
    return found.stream().findFirst().map(correction -> mended(correction, before));
  }

  private Mended mended(Correction correction, Optional<Turn> before) {
    String typed = text.typed(correction.start(), correction.end());
    Note note =
        new Note(Note.Code.CORRECTED_WORD, Messages.corrected(typed, correction.replacement()));
    return new Mended(correction, parsed(correction).text(), readings(correction, before), note);
  }

  /** A name that may have been meant by a stretch of the text. */
  record Meant(int start, int end, String name) {}

  /** The names near the only unknown stretch with which the text can be answered. */
  List<Meant> meant(List<Reading> unread, Optional<Turn> before) {
    List<Edge> unknown = unread.get(0).cover().unknown();
    if (unknown.size() != 1 || text.text().length() > LONGEST) {
      return List.of();
    }
    int start = unknown.get(0).start();
    int end = unknown.get(0).end();
    return spelling.oneEditFrom(text.text().substring(start, end)).stream()
        .limit(MOST_MEANT)
        .filter(name -> isAnswered(new Correction(start, end, name), before))
        .map(name -> new Meant(start, end, name))
        .toList();
  }

  /** What is still not known in any cover is not asked for what it means. */
  private boolean isAnswered(Correction correction, Optional<Turn> before) {
    return parsed(correction).covers().stream().anyMatch(Cover::isComplete)
        && readings(correction, before).stream().anyMatch(Reading::isAnswer);
  }

  /** The readings of the text with a name mended. */
  List<Reading> readings(Correction correction, Optional<Turn> before) {
    return readings.computeIfAbsent(
        new Again(correction, before.isPresent()),
        again -> reader.read(parsed(correction), moment, before));
  }

  private Parsed parsed(Correction correction) {
    return parsed.computeIfAbsent(
        correction,
        made -> reader.parse(text.with(made.start(), made.end(), made.replacement()), moment));
  }
}
