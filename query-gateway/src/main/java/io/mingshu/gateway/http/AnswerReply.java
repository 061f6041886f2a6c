package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.gateway.answer.Answer;
import io.mingshu.gateway.answer.Steps;
import io.mingshu.semantic.engine.Cancellation;

/**
 * Has questions answered when their turn comes, and sends the answers: whole, or after the steps
 * that lead to them, where the client asks for events.
 */
final class AnswerReply {
  private final Admission admission;
  private final Telemetry telemetry;
  private final Problems problems;
  private final Beats beats;

  AnswerReply(Admission admission, Telemetry telemetry, Problems problems, Beats beats) {
    this.admission = admission;
    this.telemetry = telemetry;
    this.problems = problems;
    this.beats = beats;
  }

  /** What leads to an answer. */
  @FunctionalInterface
  interface Work {
    Answer answer(Cancellation cancellation, Steps steps);
  }

  void send(Context ctx, Work work) {
    if (EventStream.isWanted(ctx)) {
      stream(ctx, work);
      return;
    }
    Answer answer = admission.admit(cancellation -> work.answer(cancellation, Steps.UNTOLD));
    telemetry.answered(answer);
    JsonReply.send(ctx, answer);
  }

  private void stream(Context ctx, Work work) {
    Cancellation cancellation = new Cancellation();
    try (EventStream events = EventStream.open(ctx, beats, cancellation::cancel)) {
      try {
        StreamedSteps steps = new StreamedSteps(events);
        Answer answer = admission.admit(cancellation, admitted -> work.answer(admitted, steps));
        telemetry.answered(answer);
        events.send("answer", answer);
      } catch (RuntimeException e) {
        events.send("problem", problems.of(e, ctx));
      }
    }
  }
}
