package io.mingshu.semantic.plan.druid;

import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.druid.DruidColumn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A table of a plan as a datasource holds it.
 *
 * @param time what the plan calls {@code __time}
 * @param timeIsDate whether that is a day
 * @param columns the others by the plan's names
 * @param sketches of which columns there are only sketches
 */
public record StoredTable(
    String time, boolean timeIsDate, Map<String, DruidColumn> columns, Set<String> sketches) {

  /**
   * @param layout the columns by the plan's names, the row's own time among them
   */
  public static StoredTable of(Map<String, DruidColumn> layout, Set<String> sketches) {
    String time = "";
    boolean isDate = false;
    Map<String, DruidColumn> others = new LinkedHashMap<>();
    for (Map.Entry<String, DruidColumn> entry : layout.entrySet()) {
      if (entry.getValue().name().equals(DruidColumn.TIME)) {
        time = entry.getKey();
        isDate = entry.getValue().type() == ColumnType.DATE;
      } else {
        others.put(entry.getKey(), entry.getValue());
      }
    }
    return new StoredTable(time, isDate, others, sketches);
  }
}
