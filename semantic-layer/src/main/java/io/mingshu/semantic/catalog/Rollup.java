package io.mingshu.semantic.catalog;

import java.util.List;

/**
 * A table of daily totals that an engine may keep beside a fact's rows: one row for each business
 * day and each combination of the values kept, with the number of rows, sums, and estimates of
 * distinct values. Rows that lack the time are not in it; rows that do not meet the fact's
 * condition are, and what the condition looks at is kept.
 *
 * @param name of the table, too
 * @param fact whose rows it adds up
 * @param time which of the fact's times; a day is one of the catalog's zone
 * @param keeps columns of the fact's table whose values stay apart
 * @param sums numeric columns that are summed
 * @param distinct columns whose distinct values are estimated, by theta sketches
 */
public record Rollup(
    String name,
    String fact,
    String time,
    List<String> keeps,
    List<String> sums,
    List<String> distinct) {

  /** The column that says how many rows a row stands for. */
  public static final String ROW_COUNT = "row_count";

  public Rollup {
    keeps = List.copyOf(keeps);
    sums = List.copyOf(sums);
    distinct = List.copyOf(distinct);
  }
}
