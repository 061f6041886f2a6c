package io.mingshu.seeds.dataset;

import io.mingshu.seeds.dataset.Manifest.Table;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** How the engine reads the files of a data set. */
public final class DataFiles {
  private DataFiles() {}

  /** The table function that reads a file of that table; rows that do not fit are set aside. */
  public static String reading(Table table, Path file, Format format) {
    if (format == Format.PARQUET) {
      return "read_parquet(" + Duck.literal(file) + ")";
    }
    String columns =
        table.columns().stream()
            .map(column -> Duck.literal(column.name()) + ": " + Duck.literal(column.type()))
            .collect(Collectors.joining(", "));
    return "read_csv("
        + Duck.literal(file)
        + ", header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"',"
        + " nullstr = '', store_rejects = true, columns = {"
        + columns
        + "})";
  }
}
