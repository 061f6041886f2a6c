package io.mingshu.druid.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.druid.load.Granularity.Span;
import io.mingshu.druid.load.TableExport.Exported;
import java.nio.file.Path;
import java.util.List;

/**
 * The task that replaces a datasource's rows by those of some files. All segments are published in
 * one step at its end; until then, and for ever if it fails, the old ones are served.
 */
final class IngestionSpec {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ROWS_PER_SEGMENT = 5_000_000;
  private static final int WORKERS = 2;

  private IngestionSpec() {}

  /**
   * @param replaced what the new rows take the place of: their own span and that of the old ones
   */
  static ObjectNode of(Exported table, Span replaced) {
    ObjectNode schema =
        DataSchema.of(
            table.layout(), table.layout().columns(), RowForm.STORED, table.granularity());
    ObjectNode task = task(schema, replaced, table.files());
    putRawPartitions(tuning(task));
    return task;
  }

  /**
   * @param files the rows of its table
   */
  static ObjectNode of(RollupTotals rollup, Span replaced, List<Path> files) {
    ObjectNode schema = DataSchema.of(rollup.layout(), RowForm.STORED, rollup.granularity());
    ObjectNode task = task(schema, replaced, files);
    putPerfectRollup(tuning(task)).put("numShards", rollup.shards());
    return task;
  }

  /** Rows stay in the order in which they come. */
  static void putRawPartitions(ObjectNode tuning) {
    tuning
        .putObject("partitionsSpec")
        .put("type", "dynamic")
        .put("maxRowsPerSegment", MOST_ROWS_PER_SEGMENT);
  }

  /** Equal rows meet in one segment and become one. */
  static ObjectNode putPerfectRollup(ObjectNode tuning) {
    tuning.put("forceGuaranteedRollup", true);
    return tuning.putObject("partitionsSpec").put("type", "hashed");
  }

  private static ObjectNode tuning(ObjectNode task) {
    return (ObjectNode) task.path("spec").path("tuningConfig");
  }

  private static ObjectNode task(ObjectNode schema, Span replaced, List<Path> paths) {
    ObjectNode task = JSON.createObjectNode().put("type", "index_parallel");
    ObjectNode spec = task.putObject("spec");
    spec.set("dataSchema", schema);
    ((ObjectNode) schema.path("granularitySpec")).putArray("intervals").add(replaced.interval());

    ObjectNode io = spec.putObject("ioConfig").put("type", "index_parallel");
    ArrayNode files = io.putObject("inputSource").put("type", "local").putArray("files");
    for (Path path : paths) {
      files.add(path.toString());
    }
    io.putObject("inputFormat").put("type", "json").put("assumeNewlineDelimited", true);
    // Without it, stretches of time that have rows now and none then would keep theirs.
    io.put("appendToExisting", false).put("dropExisting", true);

    ObjectNode tuning = spec.putObject("tuningConfig").put("type", "index_parallel");
    tuning.put("maxRowsInMemory", 150_000);
    tuning.put("maxNumConcurrentSubTasks", Math.max(1, Math.min(WORKERS, paths.size())));
    tuning
        .putObject("indexSpecForIntermediatePersists")
        .put("dimensionCompression", "uncompressed")
        .put("metricCompression", "none")
        .put("longEncoding", "longs");
    tuning.put("maxRetry", 1).put("taskStatusCheckPeriodMs", 500);
    // A row that cannot be read fails the whole: rows are never left out in silence.
    tuning.put("maxParseExceptions", 0);
    tuning.putObject("splitHintSpec").put("type", "maxSize").put("maxNumFiles", 1);
    return task;
  }
}
