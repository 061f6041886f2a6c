package io.mingshu.seeds.dataset;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who uses a data folder: any number of readers, or one writer. Readers and writers in one process
 * count too. The operating system releases the lock of a process that dies.
 */
public final class DataLock implements AutoCloseable {
  private static final String FILE = ".mingshu.lock";

  /** Locks held by this process; guarded by itself. The system knows only processes. */
  private static final Map<Path, Held> HELD = new HashMap<>();

  private static final class Held {
    final @Nullable FileChannel channel;
    final boolean exclusive;
    int holders = 1;

    Held(@Nullable FileChannel channel, boolean exclusive) {
      this.channel = channel;
      this.exclusive = exclusive;
    }
  }

  private final Path directory;
  private boolean open = true;

  private DataLock(Path directory) {
    this.directory = directory;
  }

  /**
   * To read or serve; others may do so at the same time.
   *
   * @throws MingshuException with {@code DATA_IN_USE} while the data are being written
   */
  public static DataLock toRead(Path directory) {
    return acquire(directory, false);
  }

  /**
   * To write; creates the folder where it is missing.
   *
   * @throws MingshuException with {@code DATA_IN_USE} while anybody reads or writes
   */
  public static DataLock toWrite(Path directory) {
    return acquire(directory, true);
  }

  /** The locked folder. */
  Path directory() {
    return directory;
  }

  private static DataLock acquire(Path directory, boolean exclusive) {
    synchronized (HELD) {
      try {
        Files.createDirectories(directory);
        Path real = directory.toRealPath();
        Held held = HELD.get(real);
        if (held != null) {
          if (exclusive || held.exclusive) {
            throw inUse(directory);
          }
          held.holders++;
          return new DataLock(real);
        }
        HELD.put(real, lock(real, exclusive));
        return new DataLock(real);
      } catch (IOException e) {
        throw DiskFailure.of(e, directory);
      }
    }
  }

  /** Removes a folder that holds nothing but the lock's file, after a writer gave up. */
  public static void forget(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      if (entries.allMatch(entry -> entry.endsWith(FILE))) {
        Files.deleteIfExists(directory.resolve(FILE));
        Files.deleteIfExists(directory);
      }
    } catch (IOException e) {
      throw DiskFailure.of(e, directory);
    }
  }

  private static Held lock(Path real, boolean exclusive) throws IOException {
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              real.resolve(FILE),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
      if (exclusive) {
        throw e;
      }
      // Where we may not write, as on a read-only mount, there is nobody to keep out.
      return new Held(null, false);
    }
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock(0, Long.MAX_VALUE, !exclusive);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    if (lock == null) {
      throw inUse(real);
    }
    return new Held(channel, exclusive);
  }

  private static MingshuException inUse(Path directory) {
    return new MingshuException(
        ErrorCode.DATA_IN_USE,
        new Text(
            "数据目录 " + directory + " 正被另一个 mingshu 使用；请先停止它，或换一个目录。",
            "The data in "
                + directory
                + " are in use by another mingshu; stop it first, or take another folder."));
  }

  @Override
  public void close() {
    synchronized (HELD) {
      Held held = HELD.get(directory);
      if (!open || held == null) {
        return;
      }
      open = false;
      held.holders--;
      if (held.holders > 0) {
        return;
      }
      HELD.remove(directory);
      try {
        // Closing the channel gives up its lock.
        if (held.channel != null) {
          held.channel.close();
        }
      } catch (IOException e) {
        throw DiskFailure.of(e, directory);
      }
    }
  }
}
