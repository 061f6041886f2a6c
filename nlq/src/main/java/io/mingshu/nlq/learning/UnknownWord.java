package io.mingshu.nlq.learning;

import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpretation.Declined;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Issue;
import io.mingshu.nlq.learning.Finding.Candidate;
import io.mingshu.nlq.learning.Learned.Kind;
import io.mingshu.semantic.catalog.AliasTarget;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what the one unknown word of a question stands for, given what was meant by the question:
 * the name in whose place it stands, if with that name the question asks for what was meant.
 */
final class UnknownWord {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 40;
  private static final int MOST_NAMES = 20;

  private final CatalogNames names;
  private final Rereading rereading;

  UnknownWord(CatalogNames names, Rereading rereading) {
    this.names = names;
    this.rereading = rereading;
  }

  /**
   * Nothing where there is no such word or name.
   *
   * @param meant a question, or just the name
   */
  Optional<Finding> of(String question, String meant, Interpretation now, Instant asOf) {
    Optional<String> unknown = word(question, now);
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    String word = unknown.get();
    Interpretation asked = rereading.of(meant, asOf);
    Optional<SemanticQuery> wanted =
        asked instanceof Understood understood ? Optional.of(understood.query()) : Optional.empty();
    Map<AliasTarget, String> fitting = new LinkedHashMap<>();
    for (String name : named(meant)) {
      Optional<SemanticQuery> with = rereading.query(replaced(question, word, name), asOf);
      boolean isIt = names.fold(name).equals(names.fold(meant));
      if (with.isPresent() && (isIt || with.equals(wanted))) {
        names.target(name).ifPresent(target -> fitting.putIfAbsent(target, name));
      }
    }
    if (fitting.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<AliasTarget, String> only = fitting.entrySet().iterator().next();
    if (!canStandAlone(word)) {
      return Optional.of(new Finding.Note(Kind.SHORT_WORD, word, Optional.of(only.getValue())));
    }
    return Optional.of(
        new Candidate(
            names.fold(word), new Proposal.Alias(word, language(word), only.getKey()), question));
  }

  /** The only stretch of the question that is not known; of a long word each part is reported. */
  private static Optional<String> word(String question, Interpretation now) {
    List<Issue> issues = now instanceof Declined declined ? declined.issues() : List.of();
    int start = question.length();
    int end = 0;
    int letters = 0;
    for (Issue issue : issues) {
      String part = issue.words().strip();
      int at = question.indexOf(part);
      boolean once = !part.isEmpty() && at >= 0 && at == question.lastIndexOf(part);
      if (issue.code() != Issue.Code.UNKNOWN_WORD || !once) {
        return Optional.empty();
      }
      start = Math.min(start, at);
      end = Math.max(end, at + part.length());
      letters += letters(part);
    }
    return start < end && letters(question.substring(start, end)) == letters
        ? Optional.of(question.substring(start, end))
        : Optional.empty();
  }

  private static int letters(String words) {
    return (int) words.codePoints().filter(c -> !Character.isWhitespace(c)).count();
  }

  /** What was meant itself, and the names of the catalog in it. */
  private Set<String> named(String meant) {
    Set<String> found = new LinkedHashSet<>();
    found.add(meant);
    names.within(meant).limit(MOST_NAMES).forEach(found::add);
    return found;
  }

  private static String replaced(String question, String word, String name) {
    int at = question.indexOf(word);
    return question.substring(0, at) + name + question.substring(at + word.length());
  }

  private static boolean canStandAlone(String word) {
    long letters = word.codePoints().filter(Character::isLetter).count();
    return letters >= SHORTEST && word.length() <= LONGEST;
  }

  private static Language language(String word) {
    return word.codePoints().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN;
  }
}
