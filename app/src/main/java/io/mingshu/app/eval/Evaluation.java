package io.mingshu.app.eval;

import io.mingshu.gateway.answer.Answer;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.Asked;
import io.mingshu.nlq.Conversation;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the questions of a set, each in its own conversation, and judges the answers. */
public final class Evaluation {
  private final Answering answering;
  private final GoldSql gold;
  private final Instant asOf;

  public Evaluation(Answering answering, GoldSql gold, Instant asOf) {
    this.answering = answering;
    this.gold = gold;
    this.asOf = asOf;
  }

  public EvalReport run(QuestionSet set) {
    List<EvalReport.Judged> judged = new ArrayList<>();
    for (EvalQuestion question : set.questions()) {
      judged.add(judge(question));
    }
    return EvalReport.of(asOf.toString(), judged);
  }

  private EvalReport.Judged judge(EvalQuestion question) {
    Conversation conversation = Conversation.NEW;
    for (String turn : question.turns()) {
      conversation = ask(turn, conversation, question.id()).conversation();
    }
    long start = System.nanoTime();
    Answer answer = ask(question.question(), conversation, question.id()).answer();
    double millis = (System.nanoTime() - start) / 1e6;
    Optional<GoldTable> expected =
        question.expect() == EvalQuestion.Expect.ANSWER
            ? question.sql().map(sql -> gold.run(question.id(), sql))
            : Optional.empty();
    return new EvalReport.Judged(
        question,
        Verdict.of(question, answer, expected),
        answer,
        expected.map(GoldTable::rows),
        millis);
  }

  private Answering.Reply ask(String text, Conversation conversation, String id) {
    Asked asked = Asked.at(asOf, Optional.empty(), id);
    try {
      return answering.ask(text, conversation, asked);
    } catch (MingshuException e) {
      return new Answering.Reply(answering.failed(text, e, asked), conversation);
    } catch (RuntimeException e) {
      // A fault of ours must not hide how all other questions fare.
      Text fault = Text.same(e.toString());
      MingshuException failure = new MingshuException(ErrorCode.INTERNAL, fault, e);
      return new Answering.Reply(answering.failed(text, failure, asked), conversation);
    }
  }
}
