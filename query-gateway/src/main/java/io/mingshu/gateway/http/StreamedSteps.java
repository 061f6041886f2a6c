package io.mingshu.gateway.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingshu.gateway.answer.Steps;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tells the steps of an answer as events, each once. */
final class StreamedSteps implements Steps {
  private static final double NANOS_PER_TENTH = 1e5;

  private final EventStream events;
  private final long begun = System.nanoTime();
  private final Set<String> told = new HashSet<>();

  StreamedSteps(EventStream events) {
    this.events = events;
  }

  /**
   * How far an answer has come.
   *
   * @param elapsed milliseconds since the question came
   * @param text how it was read
   * @param rows of the answer
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Step(String step, double elapsed, Optional<String> text, Optional<Integer> rows) {}

  @Override
  public void understood(String reading) {
    tell("understood", Optional.of(reading), Optional.empty());
  }

  @Override
  public void planned() {
    tell("planned", Optional.empty(), Optional.empty());
  }

  @Override
  public void running() {
    tell("running", Optional.empty(), Optional.empty());
  }

  @Override
  public void rows(int count) {
    tell("rows", Optional.empty(), Optional.of(count));
  }

  private void tell(String step, Optional<String> text, Optional<Integer> rows) {
    if (told.add(step)) {
      double elapsed = Math.round((System.nanoTime() - begun) / NANOS_PER_TENTH) / 10.0;
      events.send("step", new Step(step, elapsed, text, rows));
    }
  }
}
