package io.mingshu.seeds.importer;

import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.importer.ImportedColumn.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time of rows that have none: that of their file. */
final class FileTimeColumn {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private FileTimeColumn() {}

  static ImportedColumn of(String name, Path file) throws IOException {
    String time = FORMAT.format(Files.getLastModifiedTime(file).toInstant());
    return new ImportedColumn(
        name,
        Role.TIME,
        "TIMESTAMP",
        "CAST(" + Duck.literal(time) + " AS TIMESTAMP)",
        new ColumnProfile(name, Long.MAX_VALUE, 1, 0, 0, 0, 0, 0, 0, 0, 0));
  }
}
