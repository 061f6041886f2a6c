package io.mingshu.app.command;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.StateLocation;
import io.mingshu.state.StateStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where servers keep threads, boards, links and feedback. */
final class StateOption {
  @Option(
      names = "--state",
      paramLabel = "FILE|URL",
      description = {
        "Where threads, boards, links and feedback are kept: a file, or",
        "jdbc:postgresql://HOST/DATABASE, which several servers may share (user and password in",
        "MINGSHU_STATE_USER and MINGSHU_STATE_PASSWORD). By default state.db beside the data."
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

  /**
   * Opens what a server has kept there.
   *
   * @throws MingshuException where none has kept anything there
   */
  StateStore opened(Optional<Path> data, String catalog) {
    StateLocation place = of(data, catalog);
    if (place instanceof StateLocation.InFile inFile && !Files.exists(inFile.file())) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              "没有状态库 " + place.shown() + "：还没有服务在那里存过东西；请用服务所用的 --data 与 --state",
              "There is no state store "
                  + place.shown()
                  + ": no server has kept anything there; give the --data and --state that it is"
                  + " served with"));
    }
    return StateStore.open(place);
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
