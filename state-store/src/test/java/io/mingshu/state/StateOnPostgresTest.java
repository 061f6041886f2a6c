package io.mingshu.state;

import static io.mingshu.state.StateInFileTest.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.error.ErrorCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StateOnPostgresTest extends StateStoreContract {

  @Override
  StateLocation emptyPlace() {
    return PostgresServer.emptyDatabase();
  }

  @Test
  void gatewaysThatStartTogetherMakeTheTablesOnce() {
    StateLocation place = PostgresServer.emptyDatabase();

    List<CompletableFuture<StateStore>> opened =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> StateStore.open(place)))
            .limit(3)
            .toList();

    for (CompletableFuture<StateStore> one : opened) {
      try (StateStore store = one.join()) {
        assertThat(store.answers()).isTrue();
      }
    }
  }

  @Test
  void aNewerStoreIsLeftAlone() throws SQLException {
    StateLocation.Postgres place = PostgresServer.emptyDatabase();
    StateStore.open(place).close();
    execute(
        place,
        "INSERT INTO mingshu_state_history VALUES"
            + " (99, '99', 'more', 'SQL', 'V99__more.sql', 1, 'them', now(), 5, true)");

    assertRefused(
        () -> StateStore.open(place), ErrorCode.STATE_UNREADABLE, "newer version", "format 99");
  }

  @Test
  void tablesOfSomethingElseAreLeftAlone() throws SQLException {
    StateLocation.Postgres place = PostgresServer.emptyDatabase();
    execute(place, "CREATE TABLE orders (id INTEGER)");

    assertRefused(() -> StateStore.open(place), ErrorCode.STATE_UNREADABLE, "something else");
  }

  @Test
  void aServerThatIsNotThereIsNamedWithoutItsPassword() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    StateLocation place =
        StateLocation.of(
            "jdbc:postgresql://localhost:" + free + "/state?password=hush",
            Map.of(StateLocation.USER, "me", StateLocation.PASSWORD, "hush"));

    long start = System.nanoTime();
    assertRefused(
        () -> StateStore.open(place), ErrorCode.STATE_UNAVAILABLE, "localhost:" + free + "/state");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    assertThat(place.toString() + place.shown()).doesNotContain("hush");
  }

  @Test
  void aServerThatAcceptsAndSaysNothingIsGivenUpSoon() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      StateLocation place =
          new StateLocation.Postgres(
              "jdbc:postgresql://localhost:" + silent.getLocalPort() + "/state",
              Optional.of("me"),
              Optional.empty());

      long start = System.nanoTime();
      assertRefused(() -> StateStore.open(place), ErrorCode.STATE_UNAVAILABLE, "Cannot open");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void aRefusedSignInSaysWhereToLook() throws SQLException {
    StateLocation.Postgres place = PostgresServer.emptyDatabase();
    StateLocation stranger =
        new StateLocation.Postgres(place.url(), Optional.of("stranger"), Optional.of("hush"));

    assertRefused(() -> StateStore.open(stranger), ErrorCode.STATE_UNAVAILABLE, StateLocation.USER);
  }

  @Test
  void aLostConnectionIsReplaced() throws Exception {
    StateLocation.Postgres place = PostgresServer.emptyDatabase();
    try (StateStore store = StateStore.open(place)) {
      assertThat(store.answers()).isTrue();
      execute(
          place,
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");

      // Connections that were used a moment ago are not looked at before they are used again.
      Thread.sleep(600);

      assertThat(store.answers()).isTrue();
    }
  }

  private static void execute(StateLocation.Postgres place, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                place.url(), place.user().orElseThrow(), place.password().orElseThrow());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
