package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.Draft.Role;
import io.mingshu.semantic.catalog.Draft.Word;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One word, one meaning: a word that would stand for two things is reported, unless it is listed
 * among the ambiguities, which win. Values are the exception, because the words around them decide:
 * the same word may be a value of several dimensions, and a value of a dimension and a calendar
 * entry. So may a segment have the name of a metric (沉默用户): it is meant where it is called a
 * segment.
 */
final class WordChecks {
  private final Draft draft;

  WordChecks(Draft draft) {
    this.draft = draft;
  }

  void run() {
    Map<String, List<Word>> byText = new LinkedHashMap<>();
    for (Word word : draft.words) {
      if (!word.text().isBlank()) {
        byText.computeIfAbsent(fold(word.text()), key -> new ArrayList<>()).add(word);
      }
    }
    byText.values().forEach(this::check);
  }

  /** Two words are the same if they differ only in width, case and spacing. */
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .strip()
        .replaceAll("\\s+", " ");
  }

  private void check(List<Word> uses) {
    boolean asked = uses.stream().anyMatch(use -> use.role() == Role.AMBIGUITY);
    for (int i = 1; i < uses.size(); i++) {
      Word later = uses.get(i);
      for (Word earlier : uses.subList(0, i)) {
        if (collide(earlier, later, asked)) {
          draft.problems.add(
              ProblemCode.AMBIGUOUS_ALIAS,
              later.at(),
              "the word '" + later.text() + "' already stands for " + describe(earlier),
              Optional.of(
                  "first in "
                      + earlier.at().file()
                      + ", line "
                      + earlier.at().line()
                      + "; drop one, or list the word under 'ambiguities'"));
          break;
        }
      }
    }
  }

  private static boolean collide(Word a, Word b, boolean asked) {
    if (a.role() == b.role() && a.owner().equals(b.owner()) && a.scope().equals(b.scope())) {
      return false;
    }
    if (a.role() == Role.VALUE && b.role() == Role.VALUE) {
      return a.scope().equals(b.scope());
    }
    if (isOneOf(a, b, Role.SEGMENT) && isOneOf(a, b, Role.METRIC)) {
      return false;
    }
    if (isOneOf(a, b, Role.VALUE) && isOneOf(a, b, Role.CALENDAR)) {
      return false;
    }
    boolean contradictory = a.role() == Role.UNAVAILABLE || b.role() == Role.UNAVAILABLE;
    boolean twoQuestions = a.role() == Role.AMBIGUITY && b.role() == Role.AMBIGUITY;
    return contradictory || twoQuestions || !asked;
  }

  private static boolean isOneOf(Word a, Word b, Role role) {
    return a.role() == role || b.role() == role;
  }

  private static String describe(Word word) {
    return switch (word.role()) {
      case METRIC -> "the metric '" + word.owner() + "'";
      case DIMENSION -> "the dimension '" + word.owner() + "'";
      case VALUE -> "the value '" + word.owner() + "' of '" + word.scope() + "'";
      case CALENDAR -> "the calendar entry '" + word.owner() + "'";
      case FUNNEL -> "the funnel '" + word.owner() + "'";
      case SEGMENT -> "the segment '" + word.owner() + "'";
      case AMBIGUITY -> "an ambiguity";
      case UNAVAILABLE -> "something unavailable";
    };
  }
}
