package io.mingshu.druid.load;

import io.mingshu.druid.cluster.ClusterFolder;
import io.mingshu.druid.cluster.ClusterState;
import io.mingshu.druid.http.DruidHttp;
import io.mingshu.druid.load.TableExport.Exported;
import io.mingshu.seeds.dataset.DataLock;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.DiskFailure;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.dataset.Progress.Stage;
import io.mingshu.seeds.load.DataSetLoader;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Loads a data set into a running local cluster. What a datasource held before is replaced as a
 * whole, in one step; a load that fails leaves it as it was. All tables are written out before the
 * first is loaded, and counted and summed after it was. Rollups are made of the same files, last.
 */
public final class DruidLoader {
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
   * Loads a data set, with the rollups of its catalog, where it is not what the cluster holds
   * already. A rollup that cannot be loaded is told to {@code progress} and is not in the record.
   *
   * @param catalog of the data set
   * @throws MingshuException with {@code DATA_MISSING}, {@code DATA_MALFORMED}, {@code
   *     DATA_IN_USE}, {@code CATALOG_INVALID}, {@code DISK_FULL} or {@code LOAD_FAILED}
   */
  public static LoadRecord load(
      Path data, Catalog catalog, ClusterFolder folder, ClusterState state, Progress progress) {
    return loadTables(data, catalog, folder, state, progress).finish(progress);
  }

  /**
   * The same up to the tables, which can be asked when this returns. What is returned goes on with
   * the rollups, which only make some answers faster.
   */
  public static RollupLoading loadTables(
      Path data, Catalog catalog, ClusterFolder folder, ClusterState state, Progress progress) {
    DataSetLoader.load(data, progress);
    DataLock lock = DataLock.toRead(data);
    try {
      return new DruidLoader(folder, state, progress).tables(DataSet.open(data), catalog);
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

  private RollupLoading tables(DataSet data, Catalog catalog) throws IOException {
    List<TableLayout> layouts = TableLayout.of(data.manifest());
    List<RollupLayout> rollups = RollupLayout.of(catalog, layouts);
    String fingerprint = LoadRecord.fingerprint(data);
    Optional<LoadRecord> before = LoadRecord.read(folder.loadedFile());
    Optional<LoadRecord> held = before.filter(record -> record.fingerprint().equals(fingerprint));
    List<RollupLayout> missing =
        rollups.stream().filter(r -> held.filter(h -> h.holds(r)).isEmpty()).toList();
    Set<String> old = before.map(r -> new TreeSet<>(r.rollups().keySet())).orElseGet(TreeSet::new);
    rollups.stream().filter(r -> !missing.contains(r)).forEach(r -> old.remove(r.datasource()));
    missing.forEach(rollup -> old.add(rollup.datasource()));
    if (held.isPresent() && old.isEmpty()) {
      return RollupLoading.none(held.get());
    }
    Staging staging = Staging.in(folder.data());
    boolean goesOn = false;
    try {
      List<TableLayout> needed =
          layouts.stream()
              .filter(t -> held.isEmpty() || missing.stream().anyMatch(r -> r.table().equals(t)))
              .toList();
      Prepared prepared = prepare(data, needed, missing, staging.folder());
      if (held.isPresent()) {
        held.get().without(old).write(folder.loadedFile());
      } else {
        Files.deleteIfExists(folder.loadedFile());
      }
      forget(old);
      LoadRecord tables =
          held.isPresent()
              ? held.get().without(old)
              : new LoadRecord(data.name(), fingerprint, ingest(prepared.tables()), Map.of());
      tables.write(folder.loadedFile());
      goesOn = true;
      return new RollupLoading(
          later -> {
            try (staging) {
              return rollUp(prepared, tables, later);
            } catch (IOException e) {
              throw DiskFailure.of(e, folder.directory());
            }
          });
    } finally {
      if (!goesOn) {
        staging.close();
      }
    }
  }

  /** Totals of rows that are about to change must not be seen beside them. */
  private void forget(Set<String> rollups) throws IOException {
    IngestionTask task = new IngestionTask(coordinator);
    Handover handover = new Handover(coordinator, broker);
    for (String rollup : rollups) {
      try {
        if (task.heldBy(rollup).isPresent()) {
          task.drop(rollup);
          handover.awaitGone(rollup);
        }
      } catch (IOException e) {
        throw failed(rollup, List.of(), e);
      }
    }
  }

  /** The rows in files, and what the rollups of them have to add up to. */
  private record Prepared(List<Exported> tables, List<RollupTotals> rollups) {
    List<Path> filesOf(TableLayout layout) {
      return tables.stream()
          .filter(table -> table.layout().equals(layout))
          .flatMap(table -> table.files().stream())
          .toList();
    }
  }

  private Prepared prepare(
      DataSet data, List<TableLayout> layouts, List<RollupLayout> rollups, Path staging) {
    List<Exported> tables = new ArrayList<>();
    try (Duck duck = Duck.inMemory(staging)) {
      duck.run("ATTACH " + Duck.literal(data.duckdbFile()) + " AS data (READ_ONLY)");
      TableExport export = new TableExport(duck);
      for (TableLayout layout : layouts) {
        Exported table = export.write(layout, staging, progress);
        if (table.withoutTime() > 0) {
          progress.notice(leftOut(layout, table.withoutTime()));
        }
        tables.add(table);
      }
      return new Prepared(
          tables, rollups.stream().map(rollup -> RollupTotals.of(rollup, duck)).toList());
    }
  }

  private static Text leftOut(TableLayout layout, long rows) {
    return new Text(
        layout.datasource() + "：" + rows + " 行没有时间，Druid 无法保存，未载入",
        layout.datasource()
            + ": "
            + rows
            + " rows have no time; Druid cannot hold them, they are left out");
  }

  private Map<String, Long> ingest(List<Exported> tables) {
    long total = tables.stream().mapToLong(Exported::rows).sum();
    Ingestion ingestion = new Ingestion(coordinator, broker, progress, Stage.DRUID_INGEST, total);
    Map<String, Long> rows = new TreeMap<>();
    List<String> done = new ArrayList<>();
    for (Exported table : tables) {
      String datasource = table.layout().datasource();
      try {
        ingestion.run(table);
      } catch (IOException e) {
        throw failed(datasource, done, e);
      }
      done.add(datasource);
      rows.put(datasource, table.rows());
    }
    for (Exported table : tables) {
      try {
        ingestion.awaitServed(table);
      } catch (IOException e) {
        done.remove(table.layout().datasource());
        throw failed(table.layout().datasource(), done, e);
      }
    }
    ingestion.end();
    return rows;
  }

  /** A rollup that cannot be made is done without: all that it answers, its table answers too. */
  private LoadRecord rollUp(Prepared prepared, LoadRecord raw, Progress later) throws IOException {
    long total = prepared.rollups().stream().mapToLong(RollupTotals::rows).sum();
    Ingestion ingestion = new Ingestion(coordinator, broker, later, Stage.DRUID_ROLL_UP, total);
    LoadRecord record = raw;
    for (RollupTotals rollup : prepared.rollups()) {
      RollupLayout layout = rollup.layout();
      try {
        long rows = ingestion.run(rollup, prepared.filesOf(layout.table()));
        if (rows * 2 > rollup.rows()) {
          later.notice(doesNotPay(layout, rows, rollup.rows()));
        }
        record = record.with(layout, rows);
        record.write(folder.loadedFile());
      } catch (InterruptedIOException told) {
        throw failed(layout.datasource(), List.copyOf(record.rows().keySet()), told);
      } catch (IOException e) {
        forgetQuietly(layout.datasource());
        later.notice(
            new Text(
                layout.datasource() + " 载入 Druid 失败，暂不使用这张汇总表：" + e.getMessage(),
                layout.datasource()
                    + " could not be loaded into Druid; this rollup is done without: "
                    + e.getMessage()));
      }
    }
    ingestion.end();
    return record;
  }

  private void forgetQuietly(String rollup) {
    try {
      new IngestionTask(coordinator).drop(rollup);
    } catch (IOException e) {
      // It is not in the record, so nobody asks it; the next load drops it before anything else.
      return;
    }
  }

  private static Text doesNotPay(RollupLayout rollup, long rows, long raw) {
    return new Text(
        "汇总表 " + rollup.datasource() + " 不划算：" + rows + " 行，原表只有 " + raw + " 行",
        "The rollup "
            + rollup.datasource()
            + " does not pay: it has "
            + rows
            + " rows for "
            + raw
            + " of its table");
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
}
