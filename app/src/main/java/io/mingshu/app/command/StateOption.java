package io.mingshu.app.command;

import io.mingshu.state.StateLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server keeps threads, boards and links. */
final class StateOption {
  @Option(
      names = "--state",
      paramLabel = "FILE|URL",
      description = {
        "Where threads, boards and links are kept: a file, or jdbc:postgresql://HOST/DATABASE, which",
        "several servers may share (user and password in MINGSHU_STATE_USER and",
        "MINGSHU_STATE_PASSWORD). By default state.db beside the data."
      })
  private @Nullable String state;

  /**
   * @param data the folder of the data set, where there is one
   */
  StateLocation of(Optional<Path> data, String catalog) {
    return state == null
        ? new StateLocation.InFile(
            data.filter(Files::isWritable)
                .map(folder -> folder.resolve("state.db"))
                .orElseGet(() -> ofHome(catalog)))
        : StateLocation.of(state, System.getenv());
  }

  /** For data that lie elsewhere, or must not be written. */
  private static Path ofHome(String catalog) {
    return Path.of(System.getProperty("mingshu.home", ""))
        .toAbsolutePath()
        .resolve("data")
        .resolve("state")
        .resolve(catalog + ".db");
  }
}
