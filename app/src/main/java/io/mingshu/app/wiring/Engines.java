package io.mingshu.app.wiring;

import io.mingshu.druid.cluster.ClusterState;
import io.mingshu.druid.cluster.DruidCluster;
import io.mingshu.druid.cluster.Lifetime;
import io.mingshu.druid.load.DruidLoader;
import io.mingshu.druid.load.RollupLoading;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.load.DataSetLoader;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.catalog.Rollup;
import io.mingshu.semantic.engine.druid.DruidBackend;
import io.mingshu.semantic.engine.druid.DruidSettings;
import io.mingshu.semantic.engine.duckdb.DuckDbBackend;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.engine.duckdb.Scratch;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.druid.DruidEngine;
import io.mingshu.semantic.plan.druid.StoredTable;
import io.mingshu.semantic.plan.execution.DuckDbEngine;
import io.mingshu.semantic.plan.execution.Engine;
import io.mingshu.semantic.text.Text;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens engines for one catalog. */
final class Engines {
  private static final Logger LOG = LoggerFactory.getLogger(Engines.class);

  /** A bar would be drawn over what serving prints. */
  private static final Progress LOGGED =
      new Progress() {
        @Override
        public void report(Stage stage, long done, long total) {}

        @Override
        public void notice(Text text) {
          LOG.warn("{}", text.en());
        }
      };

  /** Only what was grouped comes there. */
  private static final DuckDbSettings SCRATCH = new DuckDbSettings(2, 512, 8);

  private final Catalog catalog;
  private final Progress progress;

  Engines(Catalog catalog, Progress progress) {
    this.catalog = catalog;
    this.progress = progress;
  }

  /** Makes sure that an engine holds a data set: files are loaded, a local Druid is started. */
  Ready ready(EngineChoice choice, Path folder) {
    if (choice instanceof EngineChoice.LocalDruid local) {
      DruidCluster cluster = DruidCluster.in(local.home());
      ClusterState state = cluster.start(local.jars(), Lifetime.WITH_THIS_PROCESS, progress);
      RollupLoading rollups =
          DruidLoader.loadTables(folder, catalog, cluster.folder(), state, progress);
      if (!local.rollupsLater()) {
        rollups.finish(progress);
      }
      return new Ready(
          () -> druid(DruidSettings.at(URI.create(state.brokerAddress()))),
          local.rollupsLater() ? () -> rollUpBeside(rollups) : () -> {});
    }
    if (choice instanceof EngineChoice.DruidAt at) {
      return new Ready(() -> druid(at.settings()), () -> {});
    }
    Path file = DataSetLoader.load(folder, progress);
    return new Ready(
        () -> new DuckDbEngine(DuckDbBackend.open(file, DuckDbSettings.DEFAULT)), () -> {});
  }

  /**
   * An engine that can be asked.
   *
   * @param open opens it
   * @param later what makes its answers faster, and can wait until somebody has an answer
   */
  record Ready(Supplier<Engine> open, Runnable later) {}

  /** Answers find the rollups when they are there; when this process ends, they are left. */
  private static void rollUpBeside(RollupLoading rollups) {
    Thread thread =
        new Thread(
            () -> {
              try {
                LOG.info("rollups are there: {}", rollups.finish(LOGGED).rollups().keySet());
              } catch (MingshuException e) {
                LOG.warn("rollups could not be loaded: {}", e.getMessage());
              }
            },
            "druid-rollups");
    thread.setDaemon(true);
    thread.start();
  }

  /** A Druid whose datasources are there already. */
  Engine druid(DruidSettings settings) {
    Map<String, String> times = new HashMap<>();
    Map<String, Set<String>> sketches = new HashMap<>();
    for (Fact fact : catalog.facts()) {
      times.put(fact.table(), fact.times().get(0));
    }
    for (Rollup rollup : catalog.rollups()) {
      times.put(rollup.name(), rollup.time());
      sketches.put(rollup.name(), Set.copyOf(rollup.distinct()));
    }
    DruidBackend backend = DruidBackend.open(settings, times);
    return new DruidEngine(
        backend,
        table -> StoredTable.of(backend.layout(table), sketches.getOrDefault(table, Set.of())),
        Scratch.open(SCRATCH));
  }
}
