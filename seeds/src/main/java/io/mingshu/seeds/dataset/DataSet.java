package io.mingshu.seeds.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A whole data set in a folder.
 *
 * @param directory the folder
 * @param manifest what it says about itself
 */
public record DataSet(Path directory, Manifest manifest) {

  public static final String MANIFEST_FILE = "dataset.json";
  public static final String DUCKDB_FILE = "mingshu.duckdb";

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  /** Whether the folder holds a whole data set. */
  public static boolean exists(Path directory) {
    return Files.isRegularFile(directory.resolve(MANIFEST_FILE));
  }

  /**
   * Reads the manifest of a folder.
   *
   * @throws MingshuException with {@code DATA_MISSING} where there is none, {@code DATA_MALFORMED}
   *     where it cannot be read or one of its files is gone
   */
  public static DataSet open(Path directory) {
    Path file = directory.resolve(MANIFEST_FILE);
    if (!exists(directory)) {
      throw new MingshuException(
          ErrorCode.DATA_MISSING,
          new Text(
              directory + " 里没有数据集（缺少 " + MANIFEST_FILE + "）；先运行 mingshu seed 或 mingshu import。",
              directory
                  + " holds no data set (no "
                  + MANIFEST_FILE
                  + "); run mingshu seed or mingshu import first."));
    }
    Manifest manifest;
    try {
      manifest = JSON.readValue(Files.readString(file), Manifest.class);
    } catch (JsonProcessingException e) {
      throw new MingshuException(
          ErrorCode.DATA_MALFORMED,
          new Text(
              file + " 无法读取：" + e.getOriginalMessage(),
              file + " cannot be read: " + e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw DiskFailure.of(e, directory);
    }
    for (Manifest.Table table : manifest.tables()) {
      if (!Files.isRegularFile(directory.resolve(table.file()))) {
        throw new MingshuException(
            ErrorCode.DATA_MISSING,
            new Text(
                "数据集不完整：缺少文件 " + table.file() + "；请重新生成或导入。",
                "The data set is incomplete: "
                    + table.file()
                    + " is gone; generate or import it again."));
      }
    }
    return new DataSet(directory, manifest);
  }

  static byte[] toJson(Manifest manifest) throws JsonProcessingException {
    return JSON.writeValueAsBytes(manifest);
  }

  public String name() {
    return manifest.name();
  }

  /** The last business day with data; empty for data without a time column. */
  public Optional<LocalDate> end() {
    return manifest.end();
  }

  /** The catalog in the folder, where the data set brings its own. */
  public Optional<Path> catalogFile() {
    return manifest.catalog().endsWith(".yaml")
        ? Optional.of(directory.resolve(manifest.catalog()))
        : Optional.empty();
  }

  /** The catalog that ships with the product, where the data set names one. */
  public Optional<String> catalogName() {
    return manifest.catalog().endsWith(".yaml")
        ? Optional.empty()
        : Optional.of(manifest.catalog());
  }

  /** Where the loader puts the embedded engine's file. */
  public Path duckdbFile() {
    return directory.resolve(DUCKDB_FILE);
  }
}
