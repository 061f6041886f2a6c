package io.mingshu.druid.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.mingshu.druid.cluster.ClusterFolder;
import io.mingshu.druid.cluster.ClusterState;
import io.mingshu.druid.http.DruidHttp;
import io.mingshu.druid.load.Granularity.Span;
import io.mingshu.druid.load.TableExport.Exported;
import io.mingshu.seeds.dataset.DataLock;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.DiskFailure;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.dataset.Progress.Stage;
import io.mingshu.seeds.load.DataSetLoader;
import io.mingshu.semantic.engine.druid.DruidColumn;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads a data set into a running local cluster. What a datasource held before is replaced as a
 * whole, in one step; a load that fails leaves it as it was. All tables are written out before the
 * first is loaded, and counted and summed after it was.
 */
public final class DruidLoader {
  private static final Duration LONGEST_HANDOVER = Duration.ofMinutes(5);
  private static final long POLL_MILLIS = 500;

  /** Without an interval, Druid looks at the last two weeks only. */
  private static final String ALL_TIME = "0000-01-01T00:00:00Z/9999-12-31T00:00:00Z";

  private final ClusterFolder folder;
  private final DruidHttp coordinator;
  private final DruidHttp broker;
  private final Progress progress;

  private DruidLoader(ClusterFolder folder, ClusterState state, Progress progress) {
    this.folder = folder;
    this.coordinator = DruidHttp.local(state.ports().coordinator());
    this.broker = DruidHttp.local(state.ports().broker());
    this.progress = progress;
  }

  /**
   * Loads a data set where it is not what the cluster holds already.
   *
   * @throws MingshuException with {@code DATA_MISSING}, {@code DATA_MALFORMED}, {@code
   *     DATA_IN_USE}, {@code DISK_FULL} or {@code LOAD_FAILED}
   */
  public static LoadRecord load(
      Path data, ClusterFolder folder, ClusterState state, Progress progress) {
    DataSetLoader.load(data, progress);
    DataLock lock = DataLock.toRead(data);
    try {
      return new DruidLoader(folder, state, progress).load(DataSet.open(data));
    } catch (IOException e) {
      throw DiskFailure.of(e, folder.directory());
    } finally {
      lock.close();
    }
  }

  /** What the cluster of a folder holds; empty where nothing, or not all of a data set. */
  public static Optional<LoadRecord> loaded(ClusterFolder folder) {
    try {
      return LoadRecord.read(folder.loadedFile());
    } catch (IOException e) {
      throw DiskFailure.of(e, folder.directory());
    }
  }

  private LoadRecord load(DataSet data) throws IOException {
    String fingerprint = LoadRecord.fingerprint(data);
    Optional<LoadRecord> before = LoadRecord.read(folder.loadedFile());
    if (before.isPresent() && before.get().fingerprint().equals(fingerprint)) {
      return before.get();
    }
    Path staging = folder.data().resolve("load");
    delete(staging);
    Files.createDirectories(staging);
    Thread onShutdown = new Thread(() -> delete(staging), "load-cleanup");
    Runtime.getRuntime().addShutdownHook(onShutdown);
    try {
      List<Exported> tables = export(data, staging);
      Files.deleteIfExists(folder.loadedFile());
      Map<String, Long> rows = new TreeMap<>();
      ingest(tables);
      tables.forEach(table -> rows.put(table.layout().datasource(), table.rows()));
      LoadRecord record = new LoadRecord(data.name(), fingerprint, rows);
      record.write(folder.loadedFile());
      return record;
    } finally {
      delete(staging);
      try {
        Runtime.getRuntime().removeShutdownHook(onShutdown);
      } catch (IllegalStateException alreadyStopping) {
        delete(staging);
      }
    }
  }

  private List<Exported> export(DataSet data, Path staging) {
    List<Exported> tables = new ArrayList<>();
    try (Duck duck = Duck.inMemory(staging)) {
      duck.run("ATTACH " + Duck.literal(data.duckdbFile()) + " AS data (READ_ONLY)");
      TableExport export = new TableExport(duck);
      for (TableLayout layout : TableLayout.of(data.manifest())) {
        Exported table = export.write(layout, staging, progress);
        if (table.withoutTime() > 0) {
          progress.notice(
              new Text(
                  layout.datasource() + "：" + table.withoutTime() + " 行没有时间，Druid 无法保存，未载入",
                  layout.datasource()
                      + ": "
                      + table.withoutTime()
                      + " rows have no time; Druid cannot hold them, they are left out"));
        }
        tables.add(table);
      }
    }
    return tables;
  }

  private void ingest(List<Exported> tables) {
    IngestionTask task = new IngestionTask(coordinator);
    long total = tables.stream().mapToLong(Exported::rows).sum();
    long before = 0;
    List<String> done = new ArrayList<>();
    progress.report(Stage.DRUID_INGEST, 0, Math.max(1, total));
    for (Exported table : tables) {
      String datasource = table.layout().datasource();
      try {
        Optional<Span> held = task.heldBy(datasource);
        Optional<Span> replaced =
            table.span().map(span -> held.map(span::and).orElse(span)).or(() -> held);
        if (table.files().isEmpty()) {
          // Nothing to put in its place, so nothing can be half-way.
          if (held.isPresent()) {
            task.drop(datasource);
          }
        } else {
          long start = before;
          AtomicLong furthest = new AtomicLong();
          task.run(
              IngestionSpec.of(table, replaced.orElseThrow()),
              // The rest of the bar is for handing over.
              read ->
                  progress.report(
                      Stage.DRUID_INGEST,
                      Math.min(total - 1, start + furthest.accumulateAndGet(read, Math::max)),
                      total));
          awaitServed(table);
        }
      } catch (IOException e) {
        throw failed(datasource, done, e);
      }
      done.add(datasource);
      before += table.rows();
      progress.report(Stage.DRUID_INGEST, before, Math.max(1, total));
    }
  }

  /** Returns when the new rows, all of them and no others, are what questions see. */
  private void awaitServed(Exported table) throws IOException {
    Instant end = Instant.now().plus(LONGEST_HANDOVER);
    String datasource = table.layout().datasource();
    String difference = "";
    while (Instant.now().isBefore(end)) {
      try {
        if (isHandedOver(datasource)) {
          difference = difference(table);
          if (difference.isEmpty()) {
            return;
          }
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
    throw new IOException(difference.isEmpty() ? "its segments are not served yet" : difference);
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
  private String difference(Exported table) throws IOException {
    List<DruidColumn> summable = table.layout().summable();
    StringBuilder sql = new StringBuilder("SELECT COUNT(*) AS \"n\"");
    for (int i = 0; i < summable.size(); i++) {
      sql.append(", SUM(\"").append(summable.get(i).stored()).append("\") AS \"s").append(i);
      sql.append('"');
    }
    JsonNode row = broker.sql(sql + " FROM \"" + table.layout().datasource() + "\"").path(0);
    if (row.path("n").asLong() != table.rows()) {
      return row.path("n").asLong() + " rows are there, " + table.rows() + " were loaded";
    }
    for (int i = 0; i < summable.size(); i++) {
      @Nullable String expected = table.sums().get(i);
      JsonNode found = row.path("s" + i);
      boolean equal =
          expected == null
              ? found.isNull() || found.isMissingNode()
              : found.isNumber() && found.decimalValue().compareTo(new BigDecimal(expected)) == 0;
      if (!equal) {
        return "the sum of " + summable.get(i).name() + " is " + found + ", not " + expected;
      }
    }
    return "";
  }

  private static MingshuException failed(String datasource, List<String> done, IOException e) {
    String zh = done.isEmpty() ? "其他表也保持原样" : "已更新的表：" + String.join("、", done);
    String en =
        done.isEmpty() ? "so are the others" : "already replaced: " + String.join(", ", done);
    return new MingshuException(
        ErrorCode.LOAD_FAILED,
        new Text(
            datasource + " 载入 Druid 失败，原有数据不变（" + zh + "）：" + e.getMessage(),
            datasource
                + " could not be loaded into Druid; it is as it was, "
                + en
                + ": "
                + e.getMessage()),
        e);
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw DiskFailure.of(e, folder);
    }
  }
}
