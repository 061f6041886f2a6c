package io.mingshu.semantic.behaviour;

import io.mingshu.semantic.behaviour.naive.EventLog;
import io.mingshu.semantic.behaviour.naive.Happening;
import io.mingshu.semantic.behaviour.naive.WallClock;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Logs in one table, told apart by a column, so that they are loaded once. */
public final class ManyLogs {
  /** Rows of no log, so that the table's days are always more than a log's. */
  private static final List<Instant> ENDS =
      List.of(Instant.parse("2001-01-01T00:00:00Z"), Instant.parse("2029-01-01T00:00:00Z"));

  private final Map<String, EventLog> logs = new LinkedHashMap<>();
  private final Map<String, Map<String, Instant>> signups = new LinkedHashMap<>();

  /** Adds a log, and who signed up when. */
  public void add(String name, EventLog log, Map<String, Instant> signedUp) {
    logs.put(name, log);
    signups.put(name, Map.copyOf(signedUp));
  }

  public void writeTo(Path file) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE happenings (log VARCHAR, id BIGINT, moment TIMESTAMP, person VARCHAR,"
              + " event VARCHAR, session VARCHAR, device VARCHAR, page VARCHAR)");
      statement.execute("CREATE TABLE people (log VARCHAR, joined TIMESTAMP, person VARCHAR)");
      connection.setAutoCommit(false);
      writeHappenings(connection);
      writeMembers(connection);
      connection.commit();
    }
  }

  private void writeHappenings(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO happenings VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
      long id = 0;
      for (Instant end : ENDS) {
        set(insert, "-", id++, utc(end), "nobody", "-", null, null, null);
      }
      for (Map.Entry<String, EventLog> log : logs.entrySet()) {
        for (Happening event : log.getValue().happenings()) {
          set(
              insert,
              log.getKey(),
              id++,
              utc(event.at()),
              event.user(),
              event.event(),
              event.properties().get("session"),
              event.properties().get("device"),
              event.properties().get("page"));
        }
      }
      insert.executeBatch();
    }
  }

  private void writeMembers(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO people VALUES (?, ?, ?)")) {
      for (Instant end : ENDS) {
        set(insert, "-", utc(end), "nobody");
      }
      for (Map.Entry<String, Map<String, Instant>> log : signups.entrySet()) {
        for (Map.Entry<String, Instant> signup : log.getValue().entrySet()) {
          set(insert, log.getKey(), utc(signup.getValue()), signup.getKey());
        }
      }
      insert.executeBatch();
    }
  }

  private static void set(PreparedStatement insert, @Nullable Object... values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 1, values[i]);
    }
    insert.addBatch();
  }

  private static LocalDateTime utc(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
  }

  /** The catalog of one of the logs. */
  public static Catalog catalog(String log, WallClock clock) {
    try (InputStream yaml =
        Objects.requireNonNull(ManyLogs.class.getResourceAsStream("one-log.yaml"))) {
      String text =
          new String(yaml.readAllBytes(), StandardCharsets.UTF_8)
              .replace("LOG", log)
              .replace("ZONE", clock.zone().getId().equals("Z") ? "UTC" : clock.zone().getId())
              .replace("WEEK_START", clock.weekStart().name().toLowerCase(Locale.ROOT));
      CatalogReader.CheckResult result = CatalogReader.check("one-log.yaml", text);
      return result
          .catalog()
          .orElseThrow(() -> new IllegalStateException(result.problems().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
