package io.mingshu.druid.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshu.druid.http.DruidHttp;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a cluster can be used. Servers answer long before they know each other, so each step asks
 * for what the next ones rest on.
 */
final class Readiness {
  private static final Set<String> SERVER_TYPES =
      Set.of("coordinator", "overlord", "broker", "historical", "indexer");

  private final List<Check> checks;
  private int passed;

  @FunctionalInterface
  private interface Check {
    boolean passes() throws IOException;
  }

  Readiness(Ports ports) {
    DruidHttp coordinator = DruidHttp.local(ports.coordinator());
    DruidHttp broker = DruidHttp.local(ports.broker());
    DruidHttp historical = DruidHttp.local(ports.historical());
    DruidHttp indexer = DruidHttp.local(ports.indexer());
    // In a metadata store that could not be opened, there is never a leader.
    checks =
        List.of(
            () -> coordinator.get("/druid/indexer/v1/isLeader").path("leader").asBoolean(),
            () -> coordinator.get("/druid/coordinator/v1/isLeader").path("leader").asBoolean(),
            // The others believe for a while in one that has just died.
            () ->
                historical
                    .get("/druid/historical/v1/loadstatus")
                    .path("cacheInitialized")
                    .asBoolean(),
            () -> indexer.get("/status/health").asBoolean(),
            () -> !coordinator.get("/druid/indexer/v1/workers").isEmpty(),
            () -> serverTypes(broker).containsAll(SERVER_TYPES),
            () -> segmentsAreServed(coordinator, broker));
  }

  int total() {
    return checks.size();
  }

  /** Tries from where it stopped the last time; how many checks passed so far. */
  int advance() {
    try {
      while (passed < checks.size() && checks.get(passed).passes()) {
        passed++;
      }
    } catch (IOException notYet) {
      return passed;
    }
    return passed;
  }

  private static Set<String> serverTypes(DruidHttp broker) throws IOException {
    Set<String> types = new TreeSet<>();
    broker
        .sql("SELECT DISTINCT server_type FROM sys.servers")
        .forEach(row -> types.add(row.path("server_type").asText()));
    return types;
  }

  private static boolean segmentsAreServed(DruidHttp coordinator, DruidHttp broker)
      throws IOException {
    JsonNode shares = coordinator.get("/druid/coordinator/v1/loadstatus?forceMetadataRefresh=true");
    for (JsonNode share : shares) {
      if (share.asDouble() < 100) {
        return false;
      }
    }
    return broker
        .sql(
            "SELECT segment_id FROM sys.segments"
                + " WHERE is_published = 1 AND is_overshadowed = 0 AND is_available = 0 LIMIT 1")
        .isEmpty();
  }
}
