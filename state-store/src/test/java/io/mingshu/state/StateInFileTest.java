package io.mingshu.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateInFileTest extends StateStoreContract {
  @TempDir private Path folder;

  @Override
  StateLocation emptyPlace() {
    return new StateLocation.InFile(folder.resolve("new").resolve("state.db"));
  }

  @Test
  void isReadByNobodyElse() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("new"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSizeGreaterThan(1);
      for (Path file : all) {
        assertThat(Files.getPosixFilePermissions(file)).as(file.toString()).hasSize(2);
      }
    }
  }

  @Test
  void aNewerStoreIsLeftAlone() throws SQLException {
    Path file = folder.resolve("newer.db");
    StateStore.open(new StateLocation.InFile(file)).close();
    execute(
        file,
        "INSERT INTO mingshu_state_history VALUES (99, '99', 'more', 'SQL', 'V99__more.sql', 1,"
            + " 'them', '2027-01-01 00:00:00.000', 5, 1)");

    assertRefused(
        () -> StateStore.open(new StateLocation.InFile(file)),
        ErrorCode.STATE_UNREADABLE,
        "newer version",
        "format 99, this program knows up to 2");
  }

  @Test
  void anEmptyOlderStoreIsBroughtUpToDate() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.db"));

    try (StateStore store = StateStore.open(new StateLocation.InFile(file))) {
      assertThat(store.answers()).isTrue();
    }
  }

  @Test
  void anOlderStoreKeepsWhatIsInIt() throws SQLException {
    Path file = folder.resolve("older.db");
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, "", "")
        .locations("classpath:io/mingshu/state/migrations")
        .table("mingshu_state_history")
        .target("1")
        .load()
        .migrate();
    execute(file, "INSERT INTO threads VALUES ('shop', 't1', 'anna', 'GMV', 0, 1, NULL)");

    try (StateStore store = StateStore.open(new StateLocation.InFile(file))) {
      assertThat(store.threads().read(new Owner("shop", "anna"), "t1"))
          .map(KeptThread::title)
          .contains("GMV");
      assertThat(store.feedback().read("shop")).isEmpty();
    }
  }

  @Test
  void somethingElseIsLeftAlone() throws IOException, SQLException {
    Path text = folder.resolve("text.db");
    Files.writeString(text, "not a database ".repeat(1_000));
    Path foreign = folder.resolve("foreign.db");
    execute(foreign, "CREATE TABLE orders (id INTEGER)");
    Path changed = folder.resolve("changed.db");
    StateStore.open(new StateLocation.InFile(changed)).close();
    execute(changed, "UPDATE mingshu_state_history SET checksum = 7");

    assertRefused(
        () -> StateStore.open(new StateLocation.InFile(text)),
        ErrorCode.STATE_UNREADABLE,
        "damaged");
    assertRefused(
        () -> StateStore.open(new StateLocation.InFile(foreign)),
        ErrorCode.STATE_UNREADABLE,
        "something else");
    assertRefused(
        () -> StateStore.open(new StateLocation.InFile(changed)),
        ErrorCode.STATE_UNREADABLE,
        "history");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x").resolve("state.db");

    assertRefused(
        () -> StateStore.open(new StateLocation.InFile(file)),
        ErrorCode.STATE_UNAVAILABLE,
        file.toString());
  }

  @Test
  void aLockedStoreIsSaidSoonAndUsableAgainAfterwards() throws SQLException {
    Path file = folder.resolve("locked.db");
    Owner owner = new Owner("shop", "anna");
    try (StateStore store = StateStore.open(new StateLocation.InFile(file))) {
      try (Connection holder = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = holder.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        long start = System.nanoTime();
        assertRefused(
            () -> store.threads().rename(owner, "t", "x"),
            ErrorCode.STATE_UNAVAILABLE,
            "answered without it");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        statement.execute("ROLLBACK");
      }
      assertThat(store.threads().rename(owner, "t", "x")).isFalse();
    }
    try (Connection holder = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = holder.createStatement()) {
      statement.execute("PRAGMA locking_mode = EXCLUSIVE");
      statement.execute("BEGIN EXCLUSIVE");
      assertRefused(
          () -> StateStore.open(new StateLocation.InFile(file)),
          ErrorCode.STATE_UNAVAILABLE,
          "locked",
          "--state");
    }
  }

  @Test
  void aFailedStoreIsLeftAloneForAWhile() {
    StateStore store = StateStore.open(new StateLocation.InFile(folder.resolve("gone.db")));
    store.close();
    Owner owner = new Owner("shop", "anna");
    for (int i = 0; i < 2; i++) {
      assertRefused(() -> store.boards().list(owner), ErrorCode.STATE_UNAVAILABLE, "gone.db");
    }

    Instant start = Instant.now();
    for (int i = 0; i < 50; i++) {
      assertRefused(() -> store.boards().list(owner), ErrorCode.STATE_UNAVAILABLE, "gone.db");
    }
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
  }

  static void assertRefused(ThrowingCallable call, ErrorCode code, String... said) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MingshuException.class,
            e -> {
              assertThat(e.code()).as(e.text().en()).isEqualTo(code);
              assertThat(e.text().en()).contains(said);
              assertThat(e.text().zh()).isNotEqualTo(e.text().en());
            });
  }

  private static void execute(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
