package io.mingshu.seeds.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder inside the data folder where files are made before they get their names. What is not
 * published is removed: on close, when the process is told to stop, and by the next writer after a
 * crash. Whoever opens it holds the folder's lock.
 */
public final class Staging implements AutoCloseable {
  private static final String FOLDER = ".staging";

  private final Path directory;
  private final Path staging;
  private final Thread onShutdown;

  private Staging(Path directory) {
    this.directory = directory;
    this.staging = directory.resolve(FOLDER);
    this.onShutdown = new Thread(() -> delete(staging), "staging-cleanup");
  }

  /** Opens an empty staging folder in the folder of a {@linkplain DataLock#toWrite write lock}. */
  public static Staging under(DataLock lock) {
    Path directory = lock.directory();
    Staging opened = new Staging(directory);
    try {
      delete(opened.staging);
      Files.createDirectories(opened.staging);
    } catch (IOException e) {
      throw DiskFailure.of(e, directory);
    } catch (UncheckedIOException e) {
      throw DiskFailure.of(new IOException(e), directory);
    }
    Runtime.getRuntime().addShutdownHook(opened.onShutdown);
    return opened;
  }

  /** The path under which to write a file for now. */
  public Path file(String name) {
    return staging.resolve(name);
  }

  /** The folder itself, for an engine's spill files. */
  public Path folder() {
    return staging;
  }

  /** Gives one file its name, replacing what was there, in one step. */
  public void publish(String name) throws IOException {
    Files.move(
        file(name),
        directory.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Gives all files their names. The old manifest goes first and the new one comes last, so that at
   * no moment old and new files look like one data set.
   */
  public void publish(List<String> files, Manifest manifest) throws IOException {
    Files.write(file(DataSet.MANIFEST_FILE), DataSet.toJson(manifest));
    Files.deleteIfExists(directory.resolve(DataSet.MANIFEST_FILE));
    for (String file : files) {
      publish(file);
    }
    publish(DataSet.MANIFEST_FILE);
  }

  @Override
  public void close() {
    delete(staging);
    try {
      Runtime.getRuntime().removeShutdownHook(onShutdown);
    } catch (IllegalStateException alreadyStopping) {
      // The hook itself then removes what is left.
      return;
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        if (Files.isDirectory(entry)) {
          delete(entry);
        } else {
          Files.deleteIfExists(entry);
        }
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
