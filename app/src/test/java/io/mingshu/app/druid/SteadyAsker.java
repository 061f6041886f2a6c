package io.mingshu.app.druid;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.app.TinyShop;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.Answer;
import io.mingshu.gateway.answer.Asked;
import io.mingshu.nlq.Conversation;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.MingshuException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the same questions again and again and holds each answer against the first one. Whatever is
 * neither equal to it nor an error is wrong.
 */
final class SteadyAsker {
  /** Over rows, rollups, two tables beside each other, and all the time that there is. */
  static final List<String> QUESTIONS =
      List.of(
          "上个月各省GMV前五",
          "近30天每天的访客数",
          "上个月GMV环比",
          "conversion rate by device last week",
          "今年每个月的GMV");

  private static final Instant AS_OF = OffsetDateTime.parse(TinyShop.AS_OF).toInstant();

  private final Workbench workbench;
  private final Map<String, Answer> right = new LinkedHashMap<>();
  private final List<MingshuException> failures = new ArrayList<>();

  /** The engine has to be well. */
  SteadyAsker(Workbench workbench) {
    this.workbench = workbench;
    for (String question : QUESTIONS) {
      Answer answer = ask(workbench, question, Duration.ofMinutes(1));
      assertThat(answer.status()).as(question).isEqualTo(Answer.Status.ANSWERED);
      assertThat(answer.answer().orElseThrow().rows()).as(question).isNotEmpty();
      right.put(question, answer);
    }
  }

  static Answer ask(Workbench workbench, String question, Duration timeout) {
    Asked asked =
        new Asked(
            AS_OF,
            Optional.empty(),
            new Limits(timeout, 10_000),
            Cancellation.none(),
            false,
            "steady-asker");
    return workbench.answering().ask(question, Conversation.NEW, asked).answer();
  }

  /** The errors that came so far, in order. */
  List<MingshuException> failures() {
    return List.copyOf(failures);
  }

  /**
   * Asks each question once, and not for long.
   *
   * @return whether all were answered
   * @throws AssertionError where one was answered otherwise than at first
   */
  boolean isAnswered() {
    int answered = 0;
    for (Map.Entry<String, Answer> each : right.entrySet()) {
      try {
        assertRight(each.getKey(), ask(workbench, each.getKey(), Duration.ofSeconds(5)));
        answered++;
      } catch (MingshuException e) {
        failures.add(e);
      }
    }
    return answered == right.size();
  }

  void assertRight(String question, Answer answer) {
    Answer expected = Optional.ofNullable(right.get(question)).orElseThrow();
    assertThat(answer.status()).as(question).isEqualTo(expected.status());
    assertThat(answer.answer()).as(question).isEqualTo(expected.answer());
    assertThat(answer.text()).as(question).isEqualTo(expected.text());
    assertThat(answer.period()).as(question).isEqualTo(expected.period());
  }
}
