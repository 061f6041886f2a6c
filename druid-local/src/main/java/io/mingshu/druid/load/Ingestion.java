package io.mingshu.druid.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.druid.http.DruidHttp;
import io.mingshu.druid.load.Granularity.Span;
import io.mingshu.druid.load.Handover.Expected;
import io.mingshu.druid.load.TableExport.Exported;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.dataset.Progress.Stage;
import io.mingshu.semantic.catalog.Rollup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Brings one datasource after the other in, each replaced as a whole. They are looked at
 * afterwards: until what was published is served takes some seconds, in which the next one is
 * loaded.
 */
final class Ingestion {
  private final IngestionTask task;
  private final Handover handover;
  private final DruidHttp broker;
  private final Progress progress;
  private final Stage stage;
  private final long total;
  private long done;

  /**
   * @param total how many rows will be read in all
   */
  Ingestion(DruidHttp coordinator, DruidHttp broker, Progress progress, Stage stage, long total) {
    this.task = new IngestionTask(coordinator);
    this.handover = new Handover(coordinator, broker);
    this.broker = broker;
    this.progress = progress;
    this.stage = stage;
    this.total = Math.max(1, total);
    progress.report(stage, 0, this.total);
  }

  void run(Exported table) throws IOException {
    replace(expected(table), table.span(), span -> IngestionSpec.of(table, span));
  }

  /** Returns when the rows of a table that was run are what questions see. */
  void awaitServed(Exported table) throws IOException {
    if (table.span().isPresent()) {
      handover.awaitServed(expected(table));
    }
  }

  private static Expected expected(Exported table) {
    return new Expected(
        table.layout().datasource(),
        "COUNT(*)",
        table.rows(),
        table.layout().summable(),
        table.sums());
  }

  /**
   * Gives how many rows the rollup has.
   *
   * @param files the rows of its table
   */
  long run(RollupTotals rollup, List<Path> files) throws IOException {
    String datasource = rollup.layout().datasource();
    Expected expected =
        new Expected(
            datasource,
            "SUM(\"" + Rollup.ROW_COUNT + "\")",
            rollup.rows(),
            rollup.summable(),
            rollup.sums());
    replace(expected, rollup.span(), span -> IngestionSpec.of(rollup, span, files));
    if (rollup.span().isEmpty()) {
      return 0;
    }
    handover.awaitServed(expected);
    return broker
        .sql("SELECT COUNT(*) AS \"n\" FROM \"" + datasource + "\"")
        .path(0)
        .path("n")
        .asLong();
  }

  private void replace(Expected expected, Optional<Span> span, Function<Span, ObjectNode> spec)
      throws IOException {
    Optional<Span> held = task.heldBy(expected.datasource());
    if (span.isEmpty()) {
      // Nothing to put in its place, so nothing can be half-way.
      if (held.isPresent()) {
        task.drop(expected.datasource());
      }
    } else {
      Span replaced = held.map(span.get()::and).orElse(span.get());
      AtomicLong furthest = new AtomicLong();
      task.run(
          spec.apply(replaced),
          // The rest of the bar is for handing over.
          read ->
              progress.report(
                  stage,
                  Math.min(total - 1, done + furthest.accumulateAndGet(read, Math::max)),
                  total));
    }
    done += expected.rows();
    progress.report(stage, Math.min(total - 1, done), total);
  }

  /** All is served. */
  void end() {
    progress.report(stage, total, total);
  }
}
