package io.mingshu.semantic.engine.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.error.MingshuException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BrokersTest {
  private static final URI A = URI.create("http://a:8082");
  private static final URI B = URI.create("http://b:8082");
  private static final URI C = URI.create("http://c:8082");

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<URI> asked = new ArrayList<>();

  @AfterEach
  void stop() {
    clock.shutdownNow();
  }

  @Test
  void othersAreAskedInTurn() {
    Brokers brokers = new Brokers(List.of(A, B, C));

    assertThat(ask(brokers, broker -> broker.equals(C))).isEqualTo(C);
    assertThat(asked).containsExactly(A, B, C);
    assertThat(ask(brokers, broker -> true)).as("the one that answered last").isEqualTo(C);
  }

  @Test
  void aQuestionThatBrokeABrokerIsNotAskedAgain() {
    Brokers brokers = new Brokers(List.of(A, B));

    assertThatThrownBy(
            () -> {
              try (Call call = call()) {
                brokers.ask(
                    call,
                    broker -> {
                      asked.add(broker);
                      throw new Refusal(Refusal.Kind.BROKEN, DruidErrors.cut());
                    });
              }
            })
        .isInstanceOf(MingshuException.class);
    assertThat(asked).containsExactly(A);
  }

  @Test
  void oneThatFailsInARowIsLeftAloneAndTriedAgainLater() throws InterruptedException {
    Brokers brokers = new Brokers(List.of(A), Duration.ofMillis(600));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> ask(brokers, broker -> false)).isInstanceOf(MingshuException.class);
    }
    assertThat(asked).hasSize(5);

    assertThatThrownBy(() -> ask(brokers, broker -> true)).hasMessageContaining("in a row");
    assertThat(asked).as("not asked").hasSize(5);

    Thread.sleep(700);
    assertThatThrownBy(() -> ask(brokers, broker -> false)).isInstanceOf(MingshuException.class);
    assertThat(asked).as("one is let through").hasSize(6);
    assertThatThrownBy(() -> ask(brokers, broker -> true)).hasMessageContaining("in a row");

    Thread.sleep(700);
    assertThat(ask(brokers, broker -> true)).isEqualTo(A);
    assertThat(ask(brokers, broker -> true)).isEqualTo(A);
  }

  @Test
  void whileOneIsLeftAloneTheOthersAnswer() {
    Brokers brokers = new Brokers(List.of(A, B), Duration.ofMinutes(1));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> ask(brokers, broker -> false)).isInstanceOf(MingshuException.class);
    }
    for (int i = 0; i < 4; i++) {
      ask(brokers, broker -> broker.equals(B));
    }
    asked.clear();

    assertThat(ask(brokers, broker -> true)).isEqualTo(B);
    assertThat(asked).containsExactly(B);
  }

  private URI ask(Brokers brokers, Predicate<URI> answers) {
    try (Call call = call()) {
      return brokers.ask(
          call,
          broker -> {
            asked.add(broker);
            if (answers.test(broker)) {
              return broker;
            }
            throw new Refusal(Refusal.Kind.DOWN, DruidErrors.cut());
          });
    }
  }

  private Call call() {
    return new Call(Deadline.in(Duration.ofSeconds(30)), Cancellation.none(), clock);
  }
}
