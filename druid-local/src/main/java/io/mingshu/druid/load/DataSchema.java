package io.mingshu.druid.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.semantic.catalog.Rollup;
import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.druid.DruidColumn;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a datasource is made of, as every kind of ingestion wants it. */
final class DataSchema {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DataSchema() {}

  /**
   * A table's rows as they are.
   *
   * @param columns its columns, in the order of the dimensions
   */
  static ObjectNode of(
      TableLayout table, List<DruidColumn> columns, RowForm form, Granularity segments) {
    ObjectNode schema = schema(table.datasource(), table, form);
    putDimensions(schema, columns);
    ArrayNode transforms = JSON.createArrayNode();
    columns.forEach(column -> form.addConversion(column, transforms));
    if (!transforms.isEmpty()) {
      schema.putObject("transformSpec").set("transforms", transforms);
    }
    putGranularity(schema, segments, false);
    return schema;
  }

  /** The daily totals of a table's rows. */
  static ObjectNode of(RollupLayout rollup, RowForm form, Granularity segments) {
    ObjectNode schema = schema(rollup.datasource(), rollup.table(), form);
    putDimensions(schema, rollup.keeps());
    ArrayNode metrics = schema.putArray("metricsSpec");
    metrics.addObject().put("type", "count").put("name", Rollup.ROW_COUNT);
    for (DruidColumn sum : rollup.sums()) {
      metrics
          .addObject()
          .put("type", sum.type() == ColumnType.DOUBLE ? "doubleSum" : "longSum")
          .put("name", sum.stored())
          .put("fieldName", sum.stored());
    }
    for (DruidColumn distinct : rollup.distinct()) {
      metrics
          .addObject()
          .put("type", "thetaSketch")
          .put("name", DruidColumn.sketch(distinct.name()))
          .put("fieldName", distinct.stored())
          .put("size", RollupLayout.SKETCH_SIZE);
    }

    ObjectNode steps = schema.putObject("transformSpec");
    ArrayNode transforms = steps.putArray("transforms");
    RowForm.add(transforms, DruidColumn.TIME, form.day(rollup));
    Set<DruidColumn> used = new LinkedHashSet<>(rollup.keeps());
    used.addAll(rollup.sums());
    used.addAll(rollup.distinct());
    if (!rollup.isByOwnTime()) {
      used.add(rollup.time());
      ObjectNode filter = steps.putObject("filter").put("type", "not");
      filter.putObject("field").put("type", "null").put("column", rollup.time().stored());
    }
    used.forEach(column -> form.addConversion(column, transforms));
    putGranularity(schema, segments, true);
    return schema;
  }

  private static ObjectNode schema(String datasource, TableLayout table, RowForm form) {
    ObjectNode schema = JSON.createObjectNode().put("dataSource", datasource);
    form.putTimestamp(table, schema.putObject("timestampSpec"));
    return schema;
  }

  private static void putDimensions(ObjectNode schema, List<DruidColumn> columns) {
    ArrayNode dimensions = schema.putObject("dimensionsSpec").putArray("dimensions");
    for (DruidColumn column : columns) {
      dimensions.addObject().put("type", storedType(column)).put("name", column.stored());
    }
  }

  private static void putGranularity(ObjectNode schema, Granularity segments, boolean rollup) {
    ObjectNode granularity = schema.putObject("granularitySpec").put("type", "uniform");
    granularity
        .putObject("segmentGranularity")
        .put("type", "period")
        .put("period", segments.period())
        .put("timeZone", "UTC");
    granularity.put("queryGranularity", "none").put("rollup", rollup);
  }

  private static String storedType(DruidColumn column) {
    return switch (column.type()) {
      case INTEGER, DECIMAL, INSTANT, BOOLEAN -> "long";
      case DOUBLE -> "double";
      case STRING, DATE -> "string";
    };
  }
}
