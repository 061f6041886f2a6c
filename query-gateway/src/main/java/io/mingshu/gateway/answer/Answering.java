package io.mingshu.gateway.answer;

import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpreter;
import io.mingshu.nlq.Issue;
import io.mingshu.nlq.Question;
import io.mingshu.nlq.saving.SaveRequest;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.QueryProblem;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Question → interpretation → query → result → answer. Thread-safe. What a person can put right by
 * asking otherwise is in the answer; what failed is thrown.
 */
public final class Answering {
  /** Longer questions are refused unread. */
  public static final int MAX_CHARACTERS = 2_000;

  private final Interpreter interpreter;
  private final SemanticLayer layer;
  private final Words words;
  private final AnswerWriter writer;
  private final SegmentOffers offers;

  public Answering(Interpreter interpreter, SemanticLayer layer) {
    this.interpreter = interpreter;
    this.layer = layer;
    this.words = new Words(layer);
    this.writer = new AnswerWriter(layer.catalog(), words);
    this.offers = new SegmentOffers(layer.catalog());
  }

  public SemanticLayer layer() {
    return layer;
  }

  public Interpreter interpreter() {
    return interpreter;
  }

  /** A query in words. */
  public Text reading(SemanticQuery query, Instant asOf) {
    return words.reading(query, asOf);
  }

  /** The parts of a query that can be answered, and what could stand in their places. */
  public ChipsShown chips(SemanticQuery query, Instant asOf, Language language) {
    return ChipsShown.of(words.chips(query, asOf), language);
  }

  /** What can be asked, by a clock. */
  public CatalogView catalog(AskingClock clock) {
    return new CatalogView(layer, words, clock);
  }

  /**
   * What became of a question.
   *
   * @param conversation as it is afterwards
   */
  public record Reply(Answer answer, Conversation conversation) {}

  /**
   * Answers, asks back or declines.
   *
   * @param conversation what was answered before
   * @throws MingshuException with {@code QUESTION_TOO_LONG}, or what the engine throws
   */
  public Reply ask(String question, Conversation conversation, Asked asked) {
    requireReadable(question);
    Stopwatch watch = new Stopwatch();
    Optional<SaveRequest> save = SaveRequest.in(question);
    if (save.isPresent()) {
      return new Reply(save(question, save.get(), conversation, asked, watch), conversation);
    }
    Interpretation interpretation =
        interpreter.interpret(new Question(question, asked.asOf(), asked.language(), conversation));
    watch.parsed();
    Language language = interpretation.language();
    if (interpretation instanceof Interpretation.Understood understood) {
      return answer(question, understood, conversation, asked, watch);
    }
    if (interpretation instanceof Interpretation.Clarify clarify) {
      return new Reply(
          writer.clarify(question, clarify, asked, watch), conversation.after(clarify));
    }
    Interpretation.Declined declined = (Interpretation.Declined) interpretation;
    return new Reply(
        writer.declined(question, language, declined.issues(), asked, watch),
        conversation.unanswered());
  }

  /** Nothing is saved by words alone: the rule is shown, and the name confirmed. */
  private Answer save(
      String question,
      SaveRequest request,
      Conversation conversation,
      Asked asked,
      Stopwatch watch) {
    Language language = asked.language().orElse(request.language());
    SegmentOffers.Requested requested =
        offers.requested(request, conversation, asked.asOf(), language);
    watch.parsed();
    return requested instanceof SegmentOffers.Requested.Confirm confirm
        ? writer.confirm(question, language, confirm, asked, watch)
        : writer.declined(
            question,
            language,
            List.of(((SegmentOffers.Requested.Refused) requested).issue()),
            asked,
            watch);
  }

  /**
   * Lets no text pass that is too long to be read.
   *
   * @throws MingshuException with {@code QUESTION_TOO_LONG}
   */
  public static void requireReadable(String question) {
    if (question.length() > MAX_CHARACTERS) {
      throw new MingshuException(
          ErrorCode.QUESTION_TOO_LONG,
          new Text(
              "问题太长：至多 " + MAX_CHARACTERS + " 个字",
              "The question is too long: " + MAX_CHARACTERS + " characters at most"));
    }
  }

  /**
   * Answers a query that came without a question.
   *
   * @throws MingshuException with {@code INVALID_QUERY}, {@code PERIOD_OUTSIDE_DATA}, or what the
   *     engine throws
   */
  public Answer query(SemanticQuery query, Asked asked) {
    return query("", query, Conversation.NEW, asked).answer();
  }

  /**
   * The same, as a turn of a conversation.
   *
   * @param words what is shown as the question
   */
  public Reply query(String words, SemanticQuery query, Conversation conversation, Asked asked) {
    Stopwatch watch = new Stopwatch();
    Language language = asked.language().orElse(Language.ZH);
    asked.steps().understood(reading(query, asked.asOf()).in(language));
    QueryResult result = layer.run(query, asked.asking());
    return new Reply(
        writer.answered(words, language, query, result, asked, watch),
        conversation.after(
            Interpretation.Origin.QUESTION, new Conversation.Turn(query, Members.of(result))));
  }

  /** A failure as an answer, for those who must always print one. */
  public Answer failed(String question, MingshuException failure, Asked asked) {
    return writer.failed(question, failure, asked, new Stopwatch());
  }

  /** Whether the engine answers now. */
  public boolean answers() {
    try {
      Limits limits = new Limits(Duration.ofSeconds(2), 1);
      return !layer
          .backend()
          .execute(new Backend.Statement("SELECT 1", List.of()), limits, Cancellation.none())
          .rows()
          .isEmpty();
    } catch (MingshuException e) {
      return false;
    }
  }

  /**
   * Plans the catalog's examples and runs the first, so that the first real question does not pay
   * for loading.
   */
  public void warmUp(Instant asOf) {
    Asking asking = Asking.at(asOf);
    boolean ran = false;
    for (Text example : layer.catalog().examples()) {
      for (Language language : Language.values()) {
        Interpretation interpretation =
            interpreter.interpret(Question.of(example.in(language), asOf));
        if (interpretation instanceof Interpretation.Understood understood
            && layer.validate(understood.query()).isEmpty()) {
          ran = warmUp(understood.query(), asking, !ran) || ran;
        }
      }
    }
  }

  /**
   * Whether it was run. An example whose period has no data in this set still warms the planner.
   */
  private boolean warmUp(SemanticQuery query, Asking asking, boolean run) {
    try {
      if (run) {
        layer.run(query, asking);
      } else {
        layer.plan(query, asking);
      }
      return run;
    } catch (MingshuException e) {
      if (e.code().kind() != ErrorCode.Kind.USER) {
        throw e;
      }
      return false;
    }
  }

  private Reply answer(
      String question,
      Interpretation.Understood understood,
      Conversation conversation,
      Asked asked,
      Stopwatch watch) {
    List<QueryProblem> problems = layer.validate(understood.query());
    if (!problems.isEmpty()) {
      return new Reply(
          writer.declined(
              question,
              understood.language(),
              problems.stream().map(Answering::issue).toList(),
              asked,
              watch),
          conversation.unanswered());
    }
    asked.steps().understood(understood.text().in(understood.language()));
    try {
      QueryResult result = layer.run(understood.query(), asked.asking());
      return new Reply(
          writer.answered(question, understood, result, asked, watch),
          conversation.after(
              understood.origin(), new Conversation.Turn(understood.query(), Members.of(result))));
    } catch (MingshuException e) {
      if (e.code() != ErrorCode.PERIOD_OUTSIDE_DATA && e.code() != ErrorCode.COHORTS_INCOMPLETE) {
        throw e;
      }
      Issue issue = new Issue(Issue.Code.PERIOD_OUTSIDE_DATA, "", e.text(), List.of());
      return new Reply(
          writer.declined(question, understood.language(), List.of(issue), asked, watch),
          conversation.unanswered());
    }
  }

  private static Issue issue(QueryProblem problem) {
    Issue.Code code =
        problem.code() == ErrorCode.INCOMPATIBLE_DIMENSION
            ? Issue.Code.INCOMPATIBLE_DIMENSION
            : Issue.Code.NOT_SUPPORTED_YET;
    return new Issue(code, problem.subject(), problem.text(), problem.suggestions());
  }
}
