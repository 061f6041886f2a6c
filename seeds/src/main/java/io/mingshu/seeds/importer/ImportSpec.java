package io.mingshu.seeds.importer;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What to import.
 *
 * @param file a CSV (also gzipped) or Parquet file
 * @param name of the data set; the file's name where absent
 * @param into the folder that will hold the data set
 * @param zone the business time zone, in which times without an offset are read; where absent that
 *     of the data set if it is a known one, {@code Asia/Shanghai} otherwise
 */
public record ImportSpec(Path file, Optional<String> name, Path into, Optional<ZoneId> zone) {}
