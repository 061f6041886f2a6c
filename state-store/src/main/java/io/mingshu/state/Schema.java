package io.mingshu.state;

import io.mingshu.semantic.error.MingshuException;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.flywaydb.core.api.output.MigrateResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tables, brought up to what this program knows. */
final class Schema {
  private static final Logger LOG = LoggerFactory.getLogger(Schema.class);
  private static final String HISTORY = "mingshu_state_history";

  private Schema() {}

  /**
   * Brings an older or empty store up to date.
   *
   * @throws MingshuException with {@code STATE_UNREADABLE} where it is newer than this program, or
   *     something else altogether
   */
  static void migrate(DataSource source, StateLocation location) {
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(source)
            .locations("classpath:io/mingshu/state/migrations")
            .table(HISTORY)
            .failOnMissingLocations(true)
            .cleanDisabled(true)
            .load();
    try {
      requireKnown(flyway, location);
      MigrateResult result = flyway.migrate();
      if (result.migrationsExecuted > 0) {
        LOG.info("state store {} has format {} now", location.shown(), result.targetSchemaVersion);
      }
    } catch (FlywayValidateException e) {
      throw StateFailure.unreadable(
          location.shown(), "它的格式记录与本程序不符", "its history is not that of this program", e);
    }
  }

  private static void requireKnown(Flyway flyway, StateLocation location) {
    MigrationInfo[] all = flyway.info().all();
    Optional<MigrationInfo> newer =
        Arrays.stream(all)
            .filter(
                info ->
                    info.getState() == MigrationState.FUTURE_SUCCESS
                        || info.getState() == MigrationState.FUTURE_FAILED)
            .reduce((earlier, later) -> later);
    if (newer.isPresent()) {
      String known =
          Arrays.stream(all)
              .filter(info -> info.getState() != MigrationState.FUTURE_SUCCESS)
              .filter(info -> info.getState() != MigrationState.FUTURE_FAILED)
              .reduce((earlier, later) -> later)
              .map(info -> String.valueOf(info.getVersion()))
              .orElse("0");
      throw StateFailure.newer(location, String.valueOf(newer.get().getVersion()), known);
    }
  }

  /** Whether a failure of the migration is about what is in the store, not about reaching it. */
  static boolean isAboutContent(FlywayException failure) {
    return failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
  }
}
