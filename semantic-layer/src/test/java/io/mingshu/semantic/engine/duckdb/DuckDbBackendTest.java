package io.mingshu.semantic.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.time.DayRange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbBackendTest {
  private static final String ENDLESS =
      "SELECT SUM(a.i * b.i) FROM many a JOIN many b ON a.i <> b.i";

  @TempDir private Path folder;
  private DuckDbBackend backend;

  @BeforeEach
  void open() throws SQLException {
    Path file = folder.resolve("data.duckdb");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        java.sql.Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE orders (id VARCHAR, n INTEGER, paid DECIMAL(12,2), paid_at TIMESTAMP, day DATE)");
      statement.execute(
          "INSERT INTO orders VALUES"
              + " ('甲', 1, 1.10, TIMESTAMP '2026-01-01 15:59:59', DATE '2026-01-01'),"
              + " ('乙', NULL, 2.20, TIMESTAMP '2026-01-01 16:00:00', DATE '2026-01-02')");
      statement.execute("CREATE TABLE many AS SELECT range AS i FROM range(300000)");
    }
    backend = DuckDbBackend.open(file, new DuckDbSettings(2, 256, 2));
  }

  @AfterEach
  void close() {
    backend.close();
  }

  private Backend.Rows run(String sql, Limits limits) {
    return backend.execute(new Backend.Statement(sql, List.of()), limits, Cancellation.none());
  }

  private static void assertCode(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(MingshuException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void columnsHaveTheTypesThatMatterToPlanning() {
    assertThat(backend.columns("orders"))
        .containsExactly(
            Map.entry("id", ColumnType.STRING),
            Map.entry("n", ColumnType.INTEGER),
            Map.entry("paid", ColumnType.DECIMAL),
            Map.entry("paid_at", ColumnType.INSTANT),
            Map.entry("day", ColumnType.DATE));
    assertThat(backend.columns("nothing")).isEmpty();
  }

  @Test
  void daysAreThoseOfTheBusinessZone() {
    assertThat(backend.dayRange("orders", "paid_at", ZoneId.of("Asia/Shanghai")))
        .isEqualTo(new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)));
    assertThat(backend.dayRange("orders", "paid_at", ZoneId.of("America/New_York")))
        .isEqualTo(new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1)));
    assertThat(backend.dayRange("orders", "day", ZoneId.of("America/New_York")))
        .isEqualTo(new DayRange(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)));
  }

  @Test
  void valuesKeepTheirPrecisionAndDoNotPassThroughTheMachinesZone() {
    assertThat(
            run(
                    "SELECT id, n, paid, paid_at, SUM(n) OVER () FROM orders ORDER BY paid_at",
                    Limits.DEFAULT)
                .rows())
        .containsExactly(
            List.of("甲", 1L, new BigDecimal("1.10"), LocalDateTime.of(2026, 1, 1, 15, 59, 59), 1L),
            Arrays.asList(
                "乙", null, new BigDecimal("2.20"), LocalDateTime.of(2026, 1, 1, 16, 0), 1L));
  }

  @Test
  void oneRowTooManyIsRefusedNotCut() {
    Limits two = new Limits(Duration.ofSeconds(10), 2);
    assertThat(run("SELECT * FROM orders", two).rows()).hasSize(2);
    assertCode(ErrorCode.TOO_MANY_ROWS, () -> run("SELECT * FROM many", two));
  }

  @Test
  void slowQueriesEndInTime() {
    Limits brief = new Limits(Duration.ofMillis(300), 10);
    long start = System.nanoTime();
    assertCode(ErrorCode.QUERY_TIMEOUT, () -> run(ENDLESS, brief));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    assertThat(run("SELECT 1", Limits.DEFAULT).rows()).containsExactly(List.of(1L));
  }

  @Test
  void cancelledQueriesStop() throws Exception {
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Void> running =
        CompletableFuture.runAsync(
            () ->
                assertCode(
                    ErrorCode.QUERY_CANCELLED,
                    () ->
                        backend.execute(
                            new Backend.Statement(ENDLESS, List.of()),
                            Limits.DEFAULT,
                            cancellation)));
    Thread.sleep(300);
    cancellation.cancel();
    running.get(10, TimeUnit.SECONDS);
  }

  @Test
  void memoryHasACap() {
    assertCode(
        ErrorCode.OUT_OF_MEMORY,
        () -> run("SELECT LEN(LIST(a.i)) FROM many a, range(1000)", Limits.DEFAULT));
  }

  @Test
  void queriesNeitherWriteNorReachFilesNorChangeSettings() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
    for (String sql :
        List.of(
            "SELECT * FROM read_csv('" + secret + "')",
            "CREATE TABLE x (i INTEGER)",
            "DELETE FROM orders",
            "COPY orders TO '" + folder.resolve("out.csv") + "'",
            "ATTACH '" + folder.resolve("other.duckdb") + "'",
            "SET enable_external_access = true",
            "SET memory_limit = '8GB'")) {
      assertCode(ErrorCode.ENGINE_FAILED, () -> run(sql, Limits.DEFAULT));
    }
    assertThat(run("SELECT COUNT(*) FROM orders", Limits.DEFAULT).rows())
        .containsExactly(List.of(2L));
  }

  @Test
  void whatCannotBeOpenedIsSaid() throws IOException {
    Path none = folder.resolve("none.duckdb");
    Path broken = Files.writeString(folder.resolve("broken.duckdb"), "not a database at all");
    assertCode(ErrorCode.DATA_MISSING, () -> DuckDbBackend.open(none, DuckDbSettings.DEFAULT));
    assertCode(ErrorCode.DATA_MALFORMED, () -> DuckDbBackend.open(broken, DuckDbSettings.DEFAULT));
  }

  @Test
  void aClosedFileIsNoMystery() {
    backend.close();
    assertCode(ErrorCode.DATA_MISSING, () -> run("SELECT 1", Limits.DEFAULT));
  }
}
