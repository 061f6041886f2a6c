package io.mingshu.druid.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshu.druid.http.DruidHttp;
import io.mingshu.semantic.engine.druid.DruidColumn;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Waits until what was published is what questions see. */
final class Handover {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final long POLL_MILLIS = 500;

  /** Without an interval, Druid looks at the last two weeks only. */
  private static final String ALL_TIME = "0000-01-01T00:00:00Z/9999-12-31T00:00:00Z";

  private final DruidHttp coordinator;
  private final DruidHttp broker;

  Handover(DruidHttp coordinator, DruidHttp broker) {
    this.coordinator = coordinator;
    this.broker = broker;
  }

  /**
   * What a datasource has to add up to.
   *
   * @param counted the aggregate that gives the number of rows
   * @param sums of the columns summed, null for no values
   */
  record Expected(
      String datasource,
      String counted,
      long rows,
      List<DruidColumn> summed,
      List<@Nullable String> sums) {}

  private interface Check {
    /** What is not yet so; empty where all is. */
    String difference() throws IOException;
  }

  /** Returns when the new rows, all of them and no others, are what questions see. */
  void awaitServed(Expected expected) throws IOException {
    await(
        () ->
            isHandedOver(expected.datasource())
                ? difference(expected)
                : "its segments are not served yet");
  }

  /** Returns when questions see nothing of a datasource any more. */
  void awaitGone(String datasource) throws IOException {
    await(
        () ->
            broker
                    .sql(
                        "SELECT segment_id FROM sys.segments WHERE datasource = '"
                            + datasource
                            + "' AND is_available = 1 LIMIT 1")
                    .isEmpty()
                ? ""
                : "its old segments are still served");
  }

  private static void await(Check check) throws IOException {
    Instant end = Instant.now().plus(LONGEST);
    String difference = "it was not looked at";
    while (Instant.now().isBefore(end)) {
      try {
        difference = check.difference();
        if (difference.isEmpty()) {
          return;
        }
      } catch (InterruptedIOException told) {
        throw told;
      } catch (IOException notYet) {
        // The broker learns of a new datasource, or of a server's restart, a little later.
        difference = String.valueOf(notYet.getMessage());
      }
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while Druid was loading");
      }
    }
    throw new IOException(difference);
  }

  private boolean isHandedOver(String datasource) throws IOException {
    JsonNode left =
        coordinator.get(
            "/druid/coordinator/v1/datasources/"
                + datasource
                + "/loadstatus?simple=true&forceMetadataRefresh=true&interval="
                + ALL_TIME);
    if (left.path(datasource).asLong(1) > 0) {
      return false;
    }
    // Rows, not their count: over no rows of a system table, Druid gives no count at all.
    return broker
        .sql(
            "SELECT segment_id FROM sys.segments WHERE datasource = '"
                + datasource
                + "' AND is_published = 1 AND is_overshadowed = 0 AND is_available = 0 LIMIT 1")
        .isEmpty();
  }

  /** Where count or sums differ from the rows written out; empty where all agree. */
  private String difference(Expected expected) throws IOException {
    StringBuilder sql = new StringBuilder("SELECT ").append(expected.counted()).append(" AS \"n\"");
    for (int i = 0; i < expected.summed().size(); i++) {
      sql.append(", SUM(\"").append(expected.summed().get(i).stored()).append("\") AS \"s");
      sql.append(i).append('"');
    }
    JsonNode row = broker.sql(sql + " FROM \"" + expected.datasource() + "\"").path(0);
    if (row.path("n").asLong() != expected.rows()) {
      return row.path("n").asLong() + " rows are there, " + expected.rows() + " were loaded";
    }
    for (int i = 0; i < expected.summed().size(); i++) {
      @Nullable String sum = expected.sums().get(i);
      JsonNode found = row.path("s" + i);
      boolean equal =
          sum == null
              ? found.isNull() || found.isMissingNode()
              : found.isNumber() && found.decimalValue().compareTo(new BigDecimal(sum)) == 0;
      if (!equal) {
        return "the sum of " + expected.summed().get(i).name() + " is " + found + ", not " + sum;
      }
    }
    return "";
  }
}
