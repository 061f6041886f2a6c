package io.mingshu.semantic.catalog;

import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/**
 * A table of rows that happened.
 *
 * @param name how metrics refer to it
 * @param table the table in the engine (wide: the user's columns are on each row)
 * @param times its time columns (UTC instants); the first is the default
 * @param where a condition that every row must meet to count at all (published cleaning), as a
 *     scalar expression over its columns
 */
public record Fact(
    String name, Text label, String table, List<String> times, Optional<String> where) {
  public Fact {
    times = List.copyOf(times);
  }
}
