package io.mingshu.state;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Connections that give up soon. */
final class ConnectionPool {
  /** So long anything may take: a question waits for it. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final int CONNECTIONS = 4;

  private ConnectionPool() {}

  static HikariDataSource over(StateLocation location) throws IOException {
    HikariConfig config = new HikariConfig();
    config.setPoolName("state");
    config.setConnectionTimeout(PATIENCE.toMillis());
    config.setValidationTimeout(PATIENCE.toMillis() / 2);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setDataSource(source(location));
    if (location instanceof StateLocation.InMemory) {
      // What is in memory lives as long as its only connection.
      config.setMaximumPoolSize(1);
      config.setMaxLifetime(0);
      config.setIdleTimeout(0);
    }
    return new HikariDataSource(config);
  }

  private static DataSource source(StateLocation location) throws IOException {
    if (location instanceof StateLocation.Postgres postgres) {
      return postgres(postgres);
    }
    if (location instanceof StateLocation.InFile inFile) {
      create(inFile.file().toAbsolutePath());
      return sqlite("jdbc:sqlite:" + inFile.file().toAbsolutePath());
    }
    return sqlite("jdbc:sqlite::memory:");
  }

  private static DataSource postgres(StateLocation.Postgres location) {
    int seconds = Math.toIntExact(PATIENCE.toSeconds());
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setURL(location.url());
    location.user().ifPresent(source::setUser);
    location.password().ifPresent(source::setPassword);
    source.setApplicationName("mingshu");
    source.setConnectTimeout(seconds);
    source.setLoginTimeout(seconds);
    // Beyond the timeout of statements, for servers that are silent altogether.
    source.setSocketTimeout(seconds + 1);
    source.setCancelSignalTimeout(1);
    source.setTcpKeepAlive(true);
    return source;
  }

  private static DataSource sqlite(String url) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(Math.toIntExact(PATIENCE.toMillis()));
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  /** Questions are their askers' business: what SQLite puts beside the file has its rights. */
  private static void create(Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Path folder = file.getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }
}
