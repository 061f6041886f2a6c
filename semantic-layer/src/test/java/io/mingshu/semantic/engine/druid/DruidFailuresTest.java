package io.mingshu.semantic.engine.druid;

import static io.mingshu.semantic.engine.druid.DruidBackendTest.assertCode;
import static io.mingshu.semantic.engine.druid.DruidBackendTest.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.mingshu.semantic.engine.Backend.Statement;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DruidFailuresTest {
  private static final Statement COUNT = new Statement("SELECT COUNT(*) AS n", List.of());

  private ScriptedBroker broker;
  private DruidBackend druid;

  @BeforeEach
  void open() throws IOException {
    broker = new ScriptedBroker();
    druid = DruidBackend.open(DruidSettings.at(broker.address()), Map.of());
  }

  @AfterEach
  void close() {
    druid.close();
    broker.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, INVALID_INPUT, Object 'nope' not found (line [1]), DATA_MISSING",
    "400, INVALID_INPUT, Incorrect syntax near FROM, ENGINE_FAILED",
    "500, RUNTIME_FAILURE, / by zero, ENGINE_FAILED",
    "504, TIMEOUT, timed out, QUERY_TIMEOUT",
    "500, CANCELED, Query cancelled, QUERY_CANCELLED",
    "403, FORBIDDEN, Unauthorized, ENGINE_DENIED",
    "401, UNAUTHORIZED, Unauthorized, ENGINE_DENIED",
  })
  void errorsHaveOurCodes(int status, String category, String message, ErrorCode code) {
    broker.served = List.of();
    broker.published = List.of();
    broker.then(status, error(category, message));

    assertThatThrownBy(this::ask).satisfies(e -> assertCode(e, code));
    assertThat(broker.statements).as("asked once").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, Resource limit exceeded, org.apache.druid.query.ResourceLimitExceededException,"
        + " OUT_OF_MEMORY",
    "504, Query timeout, org.apache.druid.query.QueryTimeoutException, QUERY_TIMEOUT",
    "500, Query cancelled, org.apache.druid.query.QueryInterruptedException, QUERY_CANCELLED",
    "500, Unknown exception, org.jboss.netty.channel.ChannelException, ENGINE_UNAVAILABLE",
    "500, Unknown exception, java.lang.ArithmeticException, ENGINE_FAILED",
  })
  void errorsOfTheOlderFormHaveThemToo(int status, String error, String type, ErrorCode code) {
    broker.then(
        status,
        "{\"error\":\"%s\",\"errorMessage\":\"x\",\"errorClass\":\"%s\",\"host\":\"h\"}"
            .formatted(error, type));

    assertThatThrownBy(this::ask).satisfies(e -> assertCode(e, code));
  }

  @Test
  void aPageOfAProxyIsAnErrorToo() {
    broker.then(500, "<html><body>Error 500</body></html>");

    assertThatThrownBy(this::ask)
        .satisfies(e -> assertCode(e, ErrorCode.ENGINE_FAILED))
        .satisfies(e -> assertThat(((MingshuException) e).text().en()).doesNotContain("html"));
  }

  @Test
  void theTableThatIsMissingIsNamed() {
    broker.served = List.of();
    broker.published = List.of();
    broker.then(400, error("INVALID_INPUT", "Object 'orders' not found (line [1])"));

    assertThatThrownBy(this::ask).hasMessageContaining("orders");
  }

  @Test
  void aBrokerThatIsBusyIsAskedAgain() {
    broker.then(429, error("CAPACITY_EXCEEDED", "Too many concurrent queries")).thenNumber(7);

    assertThat(ask()).isEqualTo(7L);
    assertThat(broker.statements).hasSize(2);
  }

  @Test
  void threeTimesBusyIsBusy() {
    for (int i = 0; i < 4; i++) {
      broker.then(429, error("CAPACITY_EXCEEDED", "Too many concurrent queries"));
    }

    assertThatThrownBy(this::ask).satisfies(e -> assertCode(e, ErrorCode.TOO_BUSY));
    assertThat(broker.statements).hasSize(3);
  }

  @Test
  void whereOneBrokerIsDownAnotherAnswers() throws IOException {
    try (ScriptedBroker other = new ScriptedBroker()) {
      broker.then(503, "");
      other.thenNumber(7).thenNumber(8);
      try (DruidBackend both = at(broker.address(), other.address())) {
        assertThat(ask(both)).isEqualTo(7L);
        assertThat(ask(both)).as("stays with the one that answers").isEqualTo(8L);
      }
      assertThat(broker.statements).hasSize(1);
    }
  }

  @Test
  void whereOneBrokerIsGoneAnotherAnswers() {
    broker.thenNumber(7);
    try (DruidBackend both = at(nobody(), broker.address())) {
      assertThat(ask(both)).isEqualTo(7L);
    }
  }

  @Test
  void nobodyThereIsUnavailableAndAfterAWhileAtOnce() {
    URI nobody = nobody();
    try (DruidBackend alone = at(nobody)) {
      assertThatThrownBy(() -> ask(alone))
          .satisfies(e -> assertCode(e, ErrorCode.ENGINE_UNAVAILABLE))
          .hasMessageContaining(nobody.toString());
      assertThatThrownBy(() -> ask(alone)).isInstanceOf(MingshuException.class);

      long start = System.nanoTime();
      assertThatThrownBy(() -> ask(alone))
          .satisfies(e -> assertCode(e, ErrorCode.ENGINE_UNAVAILABLE))
          .hasMessageContaining("in a row");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(100));
    }
  }

  @Test
  void signsInAndNeverTellsTheSecret() {
    DruidCredentials basic = new DruidCredentials.Basic("shop", "hunter2");
    String encoded =
        Base64.getEncoder().encodeToString("shop:hunter2".getBytes(StandardCharsets.UTF_8));
    DruidSettings settings = DruidSettings.at(broker.address()).withCredentials(basic);
    broker.then(401, "{\"error\":\"hunter2 of Basic " + encoded + " is not the password\"}");

    try (DruidBackend signedIn = DruidBackend.open(settings, Map.of())) {
      Throwable e = catchThrowable(() -> ask(signedIn));

      assertCode(e, ErrorCode.ENGINE_DENIED);
      StringWriter everything = new StringWriter();
      e.printStackTrace(new PrintWriter(everything));
      assertThat(everything.toString() + ((MingshuException) e).text() + settings)
          .doesNotContain("hunter2")
          .doesNotContain(encoded);
    }
    assertThat(broker.authorizations).containsExactly("Basic " + encoded);
    assertThat(new DruidCredentials.Token("s3cret").toString()).doesNotContain("s3cret");
  }

  @Test
  void aTokenIsSentAsItIs() {
    DruidSettings settings =
        DruidSettings.at(broker.address()).withCredentials(new DruidCredentials.Token("t0ken"));
    broker.thenNumber(1);

    try (DruidBackend signedIn = DruidBackend.open(settings, Map.of())) {
      ask(signedIn);
    }
    assertThat(broker.authorizations).containsExactly("Bearer t0ken");
  }

  @Test
  void addressesAreCheckedWithoutShowingWhatIsInThem() {
    assertThatThrownBy(() -> DruidSettings.at(URI.create("http://shop:hunter2@druid:8082")))
        .satisfies(e -> assertCode(e, ErrorCode.INVALID_USAGE))
        .satisfies(e -> assertThat(e.toString()).doesNotContain("hunter2"));
    assertThatThrownBy(() -> DruidSettings.at(URI.create("druid:8082")))
        .satisfies(e -> assertCode(e, ErrorCode.INVALID_USAGE));
    assertThatThrownBy(DruidSettings::at).satisfies(e -> assertCode(e, ErrorCode.INVALID_USAGE));
    assertThat(DruidSettings.at(URI.create("https://druid:8282/")).brokers())
        .containsExactly(URI.create("https://druid:8282"));
  }

  private DruidBackend at(URI... brokers) {
    return DruidBackend.open(DruidSettings.at(brokers), Map.of());
  }

  /** An address at which nobody listens any more. */
  private static URI nobody() {
    try (ScriptedBroker gone = new ScriptedBroker()) {
      return gone.address();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Object ask() {
    return ask(druid);
  }

  private static Object ask(DruidBackend druid) {
    Statement statement = new Statement(COUNT.sql(), List.of(), Set.of());
    return druid.execute(statement, Limits.DEFAULT, Cancellation.none()).rows().get(0).get(0);
  }
}
