package io.mingshu.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the Druid on this machine is, unless something else is said. */
final class LocalDruid {
  private LocalDruid() {}

  static Path home(@Nullable Path said) {
    return said == null ? project().resolve("data").resolve("druid") : said;
  }

  /** Where the launcher puts Druid's jars. */
  static Path jars() {
    String told = System.getProperty("mingshu.druid.lib", "");
    return told.isEmpty()
        ? project().resolve("druid-local").resolve("runtime").resolve("target").resolve("lib")
        : Path.of(told);
  }

  private static Path project() {
    return Path.of(System.getProperty("mingshu.home", "")).toAbsolutePath();
  }
}
