package io.mingshu.druid.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Manifest.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a local cluster holds. It is removed before a load changes anything and written when all
 * tables have arrived, so its presence means that the datasources belong together. Rollups follow
 * one by one; a datasource of a rollup that is not named here is not to be asked.
 *
 * @param dataSet the name
 * @param fingerprint of the files
 * @param rows by datasource, of the tables
 * @param rollups those that are there, by datasource
 */
public record LoadRecord(
    String dataSet, String fingerprint, Map<String, Long> rows, Map<String, HeldRollup> rollups) {

  /**
   * A rollup that has arrived whole.
   *
   * @param rows that it has itself
   * @param definition what it was made by
   */
  public record HeldRollup(long rows, String definition) {}

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** The layout in the datasources; a change of it makes what was loaded old. */
  private static final int LAYOUT = 2;

  public LoadRecord {
    rows = Collections.unmodifiableMap(new TreeMap<>(rows));
    rollups = Collections.unmodifiableMap(new TreeMap<>(rollups));
  }

  /** What a file says; empty where there is none. */
  public static Optional<LoadRecord> read(Path file) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), LoadRecord.class));
    } catch (NoSuchFileException | JsonProcessingException nothing) {
      return Optional.empty();
    }
  }

  LoadRecord with(RollupLayout rollup, long itsRows) {
    Map<String, HeldRollup> more = new TreeMap<>(rollups);
    more.put(rollup.datasource(), new HeldRollup(itsRows, rollup.definition()));
    return new LoadRecord(dataSet, fingerprint, rows, more);
  }

  LoadRecord without(Set<String> datasources) {
    Map<String, HeldRollup> fewer = new TreeMap<>(rollups);
    fewer.keySet().removeAll(datasources);
    return new LoadRecord(dataSet, fingerprint, rows, fewer);
  }

  boolean holds(RollupLayout rollup) {
    HeldRollup held = rollups.get(rollup.datasource());
    return held != null && held.definition().equals(rollup.definition());
  }

  void write(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, JSON.writeValueAsBytes(this));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Changes when a file of the data set does. */
  static String fingerprint(DataSet data) throws IOException {
    StringBuilder seen = new StringBuilder("layout " + LAYOUT);
    seen.append(Files.readString(data.directory().resolve(DataSet.MANIFEST_FILE)));
    for (Table table : data.manifest().tables()) {
      Path file = data.directory().resolve(table.file());
      seen.append('\n').append(Files.size(file)).append(' ');
      seen.append(Files.getLastModifiedTime(file).toMillis());
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(seen.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
