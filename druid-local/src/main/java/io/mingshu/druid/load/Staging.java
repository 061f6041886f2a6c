package io.mingshu.druid.load;

import io.mingshu.seeds.dataset.DiskFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for the rows of one load, gone when it is closed or this process ends. */
final class Staging implements AutoCloseable {
  private final Path folder;
  private final Thread onShutdown;

  private Staging(Path folder) {
    this.folder = folder;
    this.onShutdown = new Thread(() -> delete(folder), "load-cleanup");
  }

  /** Opens it empty. */
  static Staging in(Path data) throws IOException {
    Staging staging = new Staging(data.resolve("load"));
    delete(staging.folder);
    Files.createDirectories(staging.folder);
    Runtime.getRuntime().addShutdownHook(staging.onShutdown);
    return staging;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    delete(folder);
    try {
      Runtime.getRuntime().removeShutdownHook(onShutdown);
    } catch (IllegalStateException alreadyStopping) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw DiskFailure.of(e, folder);
    }
  }
}
