package io.mingshu.druid.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.seeds.dataset.Manifest;
import io.mingshu.semantic.catalog.Catalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ingestion specs by which a Druid cluster takes in rows of the same tables as a data set's, out of
 * plain JSON: the columns and types are the data set's, the rollups its catalog's.
 */
public final class ClusterSpecs {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_ROWS_PER_SEGMENT = 5_000_000;
  private static final int WORKERS = 4;
  private static final long ROWS_WORTH_DAYS = 100_000;

  private ClusterSpecs() {}

  /**
   * The specs by datasource, rollups last: tasks where the rows are in files, supervisors where
   * they come through Kafka.
   *
   * @param segments how long a stretch of time a segment covers; null: a day for the large tables,
   *     a month for the small ones and the rollups
   * @throws io.mingshu.semantic.error.MingshuException with {@code CATALOG_INVALID} where a rollup
   *     does not fit the tables
   */
  public static Map<String, ObjectNode> of(
      Manifest manifest, Catalog catalog, RowSource source, @Nullable Granularity segments) {
    DimensionOrder order = new DimensionOrder(catalog);
    List<TableLayout> tables = TableLayout.of(manifest);
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    for (int i = 0; i < tables.size(); i++) {
      TableLayout table = tables.get(i);
      Granularity usual =
          manifest.tables().get(i).rows() >= ROWS_WORTH_DAYS ? Granularity.DAY : Granularity.MONTH;
      ObjectNode schema =
          DataSchema.of(table, order.of(table), RowForm.PLAIN, segments == null ? usual : segments);
      found.put(table.datasource(), spec(source, schema, table, false));
    }
    for (RollupLayout rollup : RollupLayout.of(catalog, tables)) {
      ObjectNode schema =
          DataSchema.of(rollup, RowForm.PLAIN, segments == null ? Granularity.MONTH : segments);
      found.put(rollup.datasource(), spec(source, schema, rollup.table(), true));
    }
    return found;
  }

  private static ObjectNode spec(
      RowSource source, ObjectNode schema, TableLayout table, boolean rollup) {
    if (source instanceof RowSource.Files files) {
      return batch(schema, files.inputSource(table), rollup);
    }
    return kafka(schema, (RowSource.Kafka) source, table);
  }

  private static ObjectNode batch(ObjectNode schema, ObjectNode inputSource, boolean rollup) {
    ObjectNode task = JSON.createObjectNode().put("type", "index_parallel");
    ObjectNode spec = task.putObject("spec");
    spec.set("dataSchema", schema);
    ObjectNode io = spec.putObject("ioConfig").put("type", "index_parallel");
    io.set("inputSource", inputSource);
    putInputFormat(io);
    io.put("appendToExisting", false);
    ObjectNode tuning = spec.putObject("tuningConfig").put("type", "index_parallel");
    tuning.put("maxNumConcurrentSubTasks", WORKERS);
    putNoRowLeftOut(tuning);
    if (rollup) {
      IngestionSpec.putPerfectRollup(tuning);
    } else {
      IngestionSpec.putRawPartitions(tuning);
    }
    return task;
  }

  private static ObjectNode kafka(ObjectNode schema, RowSource.Kafka kafka, TableLayout table) {
    ObjectNode supervisor = JSON.createObjectNode().put("type", "kafka");
    ObjectNode spec = supervisor.putObject("spec");
    spec.set("dataSchema", schema);
    ObjectNode io = spec.putObject("ioConfig").put("type", "kafka");
    io.put("topic", kafka.topicOf(table));
    io.putObject("consumerProperties").put("bootstrap.servers", kafka.bootstrapServers());
    putInputFormat(io);
    io.put("useEarliestOffset", true).put("taskDuration", "PT1H");
    io.put("taskCount", 1).put("replicas", 1);
    ObjectNode tuning = spec.putObject("tuningConfig").put("type", "kafka");
    tuning.put("maxRowsPerSegment", MOST_ROWS_PER_SEGMENT);
    putNoRowLeftOut(tuning);
    return supervisor;
  }

  private static void putInputFormat(ObjectNode io) {
    io.putObject("inputFormat").put("type", "json");
  }

  /** A row that cannot be read stops the whole, rather than that numbers are too small. */
  private static void putNoRowLeftOut(ObjectNode tuning) {
    tuning.put("maxParseExceptions", 0).put("logParseExceptions", true);
  }
}
