package io.mingshu.semantic.plan.druid;

import io.mingshu.semantic.engine.druid.DruidColumn;
import java.util.Map;

/**
 * A table of a plan as a datasource holds it.
 *
 * @param time what the plan calls {@code __time}
 * @param timeIsDate whether that is a day
 * @param columns the others by the plan's names
 */
public record StoredTable(String time, boolean timeIsDate, Map<String, DruidColumn> columns) {}
