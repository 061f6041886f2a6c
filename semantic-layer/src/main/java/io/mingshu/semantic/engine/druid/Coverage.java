package io.mingshu.semantic.engine.druid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.semantic.engine.Backend.Statement;
import io.mingshu.semantic.engine.druid.Statements.Answer;
import io.mingshu.semantic.error.MingshuException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whether all data are there. A broker answers from the segments that some server announces at the
 * moment, and says nothing about the others; so what it sees is compared with what is published.
 *
 * <p>What it sees costs a request to the broker's memory, before and after a statement; none where
 * the answer's own header tells it. What is published is read when the broker sees other things
 * than it did when all was there, and now and then.
 */
final class Coverage {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long GOOD_FOR_NANOS = Duration.ofSeconds(30).toNanos();
  private static final String ALWAYS =
      "-146136543-09-08T08:23:32.096Z/146140482-04-24T15:36:27.903Z";
  // A replication factor of 0: kept in deep storage only, by a rule; never to be served.
  private static final String PUBLISHED =
      "SELECT \"start\", \"end\", \"version\", partition_num FROM sys.segments"
          + " WHERE datasource = ? AND is_published = 1 AND is_overshadowed = 0"
          + " AND replication_factor <> 0";

  private final Transport transport;
  private final Statements statements;
  private final Map<String, Whole> whole = new ConcurrentHashMap<>();
  private final Map<String, Set<Segment>> lastPublished = new ConcurrentHashMap<>();

  private record Whole(Set<Segment> served, long nanoTime) {}

  Coverage(Transport transport, Statements statements) {
    this.transport = transport;
    this.statements = statements;
  }

  /** What a broker sees of each table at this moment. */
  Map<String, Set<Segment>> served(Call call, URI broker, Set<String> tables) {
    Map<String, Set<Segment>> served = new LinkedHashMap<>();
    for (String table : tables) {
      served.put(table, served(call, broker, table));
    }
    return served;
  }

  private Set<Segment> served(Call call, URI broker, String table) {
    String path =
        "/druid/v2/datasources/"
            + URLEncoder.encode(table, StandardCharsets.UTF_8).replace("+", "%20")
            + "/candidates?numCandidates=1&intervals="
            + ALWAYS;
    return transport.get(call, broker, path, answer -> candidates(answer.body()));
  }

  private static Set<Segment> candidates(InputStream body) throws IOException {
    Set<Segment> segments = new HashSet<>();
    for (JsonNode segment : JSON.readTree(body)) {
      segments.add(
          new Segment(
              Interval.parse(segment.path("interval").asText()),
              segment.path("version").asText(),
              segment.path("partitionNumber").asLong()));
    }
    return segments;
  }

  /**
   * Requires that a broker sees all that a statement asks for.
   *
   * @param served what it sees
   * @throws MingshuException with {@code ENGINE_UNAVAILABLE} when it does not
   */
  void requireWhole(Call call, URI broker, Statement statement, Map<String, Set<Segment>> served) {
    @Nullable List<Interval> asked = null;
    for (Map.Entry<String, Set<Segment>> each : served.entrySet()) {
      String table = each.getKey();
      if (isKnownWhole(table, each.getValue())) {
        continue;
      }
      List<Interval> missing =
          published(call, broker, table).stream()
              .filter(segment -> isMissing(segment, each.getValue()))
              .map(Segment::interval)
              .toList();
      if (missing.isEmpty()) {
        whole.put(table, new Whole(each.getValue(), System.nanoTime()));
        continue;
      }
      if (asked == null) {
        asked = new AskedPeriods(statements).of(call, broker, statement);
      }
      for (Interval period : asked) {
        if (missing.stream().anyMatch(period::overlaps)) {
          throw DruidErrors.partial(table);
        }
      }
    }
  }

  private boolean isKnownWhole(String table, Set<Segment> served) {
    return lastWhole(table).filter(served::equals).isPresent();
  }

  private Optional<Set<Segment>> lastWhole(String table) {
    return Optional.ofNullable(whole.get(table))
        .filter(known -> System.nanoTime() - known.nanoTime() < GOOD_FOR_NANOS)
        .map(Whole::served);
  }

  /** Whether a statement's own header will do, so that the broker need not be asked besides. */
  boolean isToldByHeader(Statement statement) {
    // A part that was added to an interval later may be missing without a gap.
    return OneScan.is(statement)
        && statement.tables().stream()
            .allMatch(
                table ->
                    lastWhole(table)
                        .filter(served -> served.stream().allMatch(s -> s.partition() == 0))
                        .isPresent());
  }

  /** Whether the header says that nothing was missing which was there a moment ago. */
  boolean isWhole(Statement statement, Answer answer) {
    return answer.gaps().isPresent()
        && statement.tables().stream()
            .allMatch(
                table ->
                    lastWhole(table)
                        .filter(served -> !isContradicted(answer, Map.of(table, served)))
                        .isPresent());
  }

  /** An earlier version that is whole is served until a later one is. */
  static boolean isMissing(Segment published, Set<Segment> served) {
    if (served.contains(published)) {
      return false;
    }
    List<Interval> earlier =
        served.stream()
            .filter(s -> s.version().compareTo(published.version()) < 0)
            .map(Segment::interval)
            .filter(published.interval()::overlaps)
            .sorted(Comparator.comparingLong(Interval::start))
            .toList();
    long covered = published.interval().start();
    for (Interval each : earlier) {
      if (each.start() > covered) {
        return true;
      }
      covered = Math.max(covered, each.end());
    }
    return covered < published.interval().end();
  }

  /** Whether the broker read with a gap where before and after there was none. */
  static boolean isContradicted(Answer answer, Map<String, Set<Segment>> served) {
    // The header does not say whose gap it is: it counts where every table has data.
    return answer.gaps().stream()
        .flatMap(List::stream)
        .anyMatch(
            gap ->
                !served.isEmpty()
                    && served.values().stream()
                        .allMatch(
                            segments ->
                                segments.stream().anyMatch(s -> s.interval().overlaps(gap))));
  }

  /** Whether a table exists, even if the broker sees nothing of it. */
  boolean exists(Call call, URI broker, String table) {
    return !served(call, broker, table).isEmpty() || !published(call, broker, table).isEmpty();
  }

  /** What should be served; as it was last time, where nobody can say at the moment. */
  private Set<Segment> published(Call call, URI broker, String table) {
    Set<Segment> segments = new HashSet<>();
    try {
      statements
          .run(call, broker, new Statement(PUBLISHED, List.of(table)), Integer.MAX_VALUE)
          .rows()
          .forEach(row -> segments.add(segment(row)));
    } catch (MingshuException | Refusal e) {
      Set<Segment> last = lastPublished.get(table);
      if (last == null || call.stopped().isPresent()) {
        throw e;
      }
      return last;
    }
    lastPublished.put(table, Set.copyOf(segments));
    return segments;
  }

  private static Segment segment(List<@Nullable Object> row) {
    return new Segment(
        new Interval(
            Interval.millis(String.valueOf(row.get(0))),
            Interval.millis(String.valueOf(row.get(1)))),
        String.valueOf(row.get(2)),
        row.get(3) instanceof Long partition ? partition : 0);
  }
}
