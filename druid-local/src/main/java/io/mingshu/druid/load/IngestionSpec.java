package io.mingshu.druid.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.druid.load.Granularity.Span;
import io.mingshu.druid.load.TableExport.Exported;
import io.mingshu.semantic.engine.druid.DruidColumn;
import java.nio.file.Path;

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
    ObjectNode task = JSON.createObjectNode().put("type", "index_parallel");
    ObjectNode spec = task.putObject("spec");

    ObjectNode schema = spec.putObject("dataSchema");
    schema.put("dataSource", table.layout().datasource());
    schema.putObject("timestampSpec").put("column", DruidColumn.TIME).put("format", "millis");
    ArrayNode dimensions = schema.putObject("dimensionsSpec").putArray("dimensions");
    for (DruidColumn column : table.layout().columns()) {
      dimensions.addObject().put("type", storedType(column)).put("name", column.stored());
    }
    ObjectNode granularity = schema.putObject("granularitySpec").put("type", "uniform");
    granularity
        .putObject("segmentGranularity")
        .put("type", "period")
        .put("period", table.granularity().period())
        .put("timeZone", "UTC");
    granularity.put("queryGranularity", "none").put("rollup", false);
    granularity.putArray("intervals").add(replaced.interval());

    ObjectNode io = spec.putObject("ioConfig").put("type", "index_parallel");
    ArrayNode files = io.putObject("inputSource").put("type", "local").putArray("files");
    for (Path file : table.files()) {
      files.add(file.toString());
    }
    io.putObject("inputFormat").put("type", "json").put("assumeNewlineDelimited", true);
    // Without it, stretches of time that have rows now and none then would keep theirs.
    io.put("appendToExisting", false).put("dropExisting", true);

    ObjectNode tuning = spec.putObject("tuningConfig").put("type", "index_parallel");
    tuning.put("maxRowsInMemory", 150_000);
    tuning.put("maxNumConcurrentSubTasks", Math.max(1, Math.min(WORKERS, table.files().size())));
    tuning.put("maxRetry", 1).put("taskStatusCheckPeriodMs", 500);
    // A row that cannot be read fails the whole: rows are never left out in silence.
    tuning.put("maxParseExceptions", 0);
    tuning.putObject("splitHintSpec").put("type", "maxSize").put("maxNumFiles", 1);
    tuning
        .putObject("partitionsSpec")
        .put("type", "dynamic")
        .put("maxRowsPerSegment", MOST_ROWS_PER_SEGMENT);
    return task;
  }

  private static String storedType(DruidColumn column) {
    return switch (column.type()) {
      case INTEGER, DECIMAL, INSTANT, BOOLEAN -> "long";
      case DOUBLE -> "double";
      case STRING, DATE -> "string";
    };
  }
}
