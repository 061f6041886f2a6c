package io.mingshu.druid.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.druid.DruidColumn;
import java.util.Optional;

/** In which form rows come to Druid, and what makes the stored form of them, by its expressions. */
enum RowForm {
  /** As Druid is to hold them: what we write out ourselves. */
  STORED {
    @Override
    void putTimestamp(TableLayout table, ObjectNode spec) {
      spec.put("column", DruidColumn.TIME).put("format", "millis");
    }

    @Override
    Optional<String> conversion(DruidColumn column) {
      return Optional.empty();
    }
  },

  /**
   * As others write them: times and days in ISO 8601, decimals as numbers or text, booleans, under
   * the names that they have in the data set.
   */
  PLAIN {
    @Override
    void putTimestamp(TableLayout table, ObjectNode spec) {
      spec.put("format", "iso");
      if (table.time().isPresent()) {
        spec.put("column", table.time().get().name());
      } else {
        spec.put("column", "no time").put("missingValue", TableExport.TIMELESS.toString());
      }
    }

    @Override
    Optional<String> conversion(DruidColumn column) {
      String name = quoted(column.name());
      return switch (column.type()) {
        case INSTANT -> Optional.of("timestamp_parse(" + name + ")");
        case DATE -> Optional.of("substring(" + name + ", 0, 10)");
        // Rounded, because 0.29 * 100 is 28.999999999999996 in binary fractions.
        case DECIMAL ->
            Optional.of(
                "cast(round(cast("
                    + name
                    + ", 'DOUBLE') * 1"
                    + "0".repeat(column.scale())
                    + "), 'LONG')");
        case BOOLEAN ->
            Optional.of(
                "case_simple(lower(cast("
                    + name
                    + ", 'STRING')), 'true', 1, 'false', 0, '1', 1, '0', 0, null)");
        case STRING, INTEGER, DOUBLE -> Optional.empty();
      };
    }
  };

  /** Says where the time of a row of a table is. */
  abstract void putTimestamp(TableLayout table, ObjectNode spec);

  /** What makes the stored column; empty where it is there as it is. */
  abstract Optional<String> conversion(DruidColumn column);

  /** Adds the step that makes a stored column, where there is one. */
  void addConversion(DruidColumn column, ArrayNode transforms) {
    conversion(column).ifPresent(made -> add(transforms, column.stored(), made));
  }

  /** The start of the business day, in milliseconds. */
  String day(RollupLayout rollup) {
    DruidColumn time = rollup.time();
    String zone = rollup.zone().getId();
    // A step cannot look at what another one makes.
    String made = conversion(time).orElse(quoted(time.stored()));
    String moment;
    if (time.type() == ColumnType.DATE) {
      // By noon, which every day of every zone has, as it has not every midnight.
      moment = "timestamp_parse(concat(" + made + ", 'T12:00:00'), null, '" + zone + "')";
    } else {
      moment = rollup.isByOwnTime() ? quoted(DruidColumn.TIME) : made;
    }
    String day = "timestamp_floor(" + moment + ", 'P1D', null, '" + zone + "')";
    // A row has a time before the filter leaves out those that have none.
    return rollup.isByOwnTime() ? day : "nvl(" + day + ", 0)";
  }

  static void add(ArrayNode transforms, String name, String expression) {
    transforms
        .addObject()
        .put("type", "expression")
        .put("name", name)
        .put("expression", expression);
  }

  private static String quoted(String column) {
    return '"' + column.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
