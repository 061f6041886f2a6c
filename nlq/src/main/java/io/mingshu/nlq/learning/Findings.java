package io.mingshu.nlq.learning;

import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpretation.Clarify;
import io.mingshu.nlq.Interpretation.Option;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Interpreter;
import io.mingshu.nlq.Issue;
import io.mingshu.nlq.learning.Feedback.Asks;
import io.mingshu.nlq.learning.Feedback.Chose;
import io.mingshu.nlq.learning.Feedback.NamedPeople;
import io.mingshu.nlq.learning.Feedback.Right;
import io.mingshu.nlq.learning.Feedback.Wrong;
import io.mingshu.nlq.learning.Finding.Candidate;
import io.mingshu.nlq.learning.Learned.Kind;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.nlq.verified.NamedYears;
import io.mingshu.nlq.verified.Wording;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes something of single feedback. A question that only its conversation made clear, or that is
 * read otherwise by now, comes to nothing.
 */
final class Findings {
  /** What was left out is another thing each time. */
  private static final Set<Issue.Code> LEFT_OUT =
      Set.of(
          Issue.Code.MISSING_METRIC,
          Issue.Code.MISSING_PERIOD,
          Issue.Code.NO_CONTEXT,
          Issue.Code.STARTED_OVER);

  private final Rereading rereading;
  private final Normalizer normalizer = new Normalizer();
  private final CatalogNames names;
  private final UnknownWord unknownWord;

  Findings(Catalog catalog, Interpreter interpreter) {
    this.rereading = new Rereading(interpreter);
    this.names = new CatalogNames(catalog, normalizer);
    this.unknownWord = new UnknownWord(names, rereading);
  }

  List<Finding> of(Feedback feedback) {
    String question = feedback.question().strip();
    if (feedback.said() instanceof NamedPeople named) {
      return List.of(
          new Candidate(
              names.fold(named.label().zh()),
              new Proposal.People(named.name(), named.label(), named.query(), feedback.asOf()),
              question));
    }
    Interpretation now = rereading.of(question, feedback.asOf());
    if (now instanceof Understood understood && isVerified(understood)) {
      return List.of();
    }
    if (feedback.said() instanceof Asks asks) {
      return NamedYears.areAll(asks.query(), question)
          ? List.of(verified(question, asks.query(), asks.language()))
          : List.of();
    }
    if (feedback.said() instanceof Right right) {
      return right(question, right.query(), now, feedback.asOf());
    }
    if (feedback.said() instanceof Chose chose) {
      return now instanceof Clarify clarify
          ? chosen(question, chose.question(), clarify, feedback.asOf())
          : List.of();
    }
    Wrong wrong = (Wrong) feedback.said();
    Optional<SemanticQuery> answeredNow =
        now instanceof Understood understood ? Optional.of(understood.query()) : Optional.empty();
    if (!answeredNow.equals(wrong.query())) {
      return List.of();
    }
    return wrong
        .meant()
        .map(meant -> meant(question, meant.strip(), now, feedback.asOf()))
        .orElseGet(() -> List.of(new Finding.Note(Kind.OPEN, question, Optional.empty())));
  }

  private static boolean isVerified(Understood understood) {
    return understood.notes().stream().anyMatch(n -> n.code() == Note.Code.VERIFIED_QUESTION);
  }

  private List<Finding> right(
      String question, SemanticQuery answered, Interpretation now, Instant asOf) {
    boolean same = now instanceof Understood understood && understood.query().equals(answered);
    return same && rereading.holds(answered, question, asOf, question)
        ? List.of(verified(question, answered, now))
        : List.of();
  }

  private List<Finding> chosen(String question, String chosen, Clarify asked, Instant asOf) {
    List<Option> options = asked.options();
    int index =
        IntStream.range(0, options.size())
            .filter(i -> options.get(i).question().equals(chosen))
            .findFirst()
            .orElse(-1);
    if (index < 0 || leavesOut(asked)) {
      return List.of();
    }
    Option option = options.get(index);
    List<Finding> findings = new ArrayList<>();
    List<Issue> loose =
        asked.issues().stream().filter(issue -> issue.code() == Issue.Code.AMBIGUOUS_WORD).toList();
    loose.stream()
        .map(
            issue ->
                new Finding.Note(
                    Kind.AMBIGUITY,
                    issue.words(),
                    Optional.of(option.label().in(asked.language()))))
        .forEach(findings::add);
    if (!loose.stream().allMatch(issue -> names.isAskedBack(issue.words()))) {
      // One of several values (of the Yangtze River Delta) says nothing about all of them.
      return findings;
    }
    Optional<SemanticQuery> query = option.query().or(() -> rereading.query(chosen, asOf));
    query.ifPresent(
        found -> {
          boolean holds =
              option.query().isPresent()
                  ? rereading.holds(found, index, question, asOf)
                  : rereading.holds(found, chosen, asOf, question);
          findings.add(
              holds
                  ? verified(question, found, asked)
                  : new Finding.Note(Kind.DATES, question, Optional.of(chosen)));
        });
    return findings;
  }

  private static boolean leavesOut(Interpretation read) {
    return read instanceof Clarify asked
        && asked.issues().stream().anyMatch(issue -> LEFT_OUT.contains(issue.code()));
  }

  private List<Finding> meant(String question, String meant, Interpretation now, Instant asOf) {
    Optional<Finding> word = unknownWord.of(question, meant, now, asOf);
    if (word.isPresent()) {
      return List.of(word.get());
    }
    Optional<SemanticQuery> query = rereading.query(meant, asOf);
    if (query.isEmpty() || names.isName(meant) || leavesOut(now)) {
      // A name alone leaves out what else the question said, a follow-up what was said before.
      return List.of(new Finding.Note(Kind.OPEN, question, Optional.of(meant)));
    }
    return List.of(
        rereading.holds(query.get(), meant, asOf, question)
            ? verified(question, query.get(), now)
            : new Finding.Note(Kind.DATES, question, Optional.of(meant)));
  }

  private Candidate verified(String question, SemanticQuery query, Interpretation read) {
    return verified(question, query, read.language());
  }

  private Candidate verified(String question, SemanticQuery query, Language language) {
    String wording = Wording.of(normalizer.normalize(question)).text();
    return new Candidate(wording, new Proposal.Verified(question, language, query), question);
  }
}
