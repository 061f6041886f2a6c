package io.mingshu.gateway.feedback;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.nlq.learning.Feedback;
import io.mingshu.semantic.query.QueryJson;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Feedback in a file, a line for each. It holds questions, so only the server's account may read
 * it; when it has grown too large, the older half goes. Thread-safe.
 */
public final class FeedbackLog {
  private static final Logger LOG = LoggerFactory.getLogger(FeedbackLog.class);
  private static final ObjectMapper JSON = QueryJson.mapper();
  private static final long MOST_BYTES = 16L << 20;

  private final Path file;
  private final long mostBytes;

  private FeedbackLog(Path file, long mostBytes) {
    this.file = file;
    this.mostBytes = mostBytes;
  }

  public static FeedbackLog at(Path file) {
    return new FeedbackLog(file, MOST_BYTES);
  }

  static FeedbackLog at(Path file, long mostBytes) {
    return new FeedbackLog(file, mostBytes);
  }

  /** What the file holds, oldest first; nothing where it is not there. Bad lines are left out. */
  public List<Feedback> read() {
    List<Feedback> found = new ArrayList<>();
    int unread = 0;
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
        for (String line : (Iterable<String>) lines::iterator) {
          try {
            found.add(JSON.readValue(line, Feedback.class));
          } catch (JsonProcessingException e) {
            // A line that was cut off by a crash, or of an older version.
            unread++;
          }
        }
      } catch (IOException | UncheckedIOException e) {
        LOG.warn("feedback cannot be read from {}: {}", file, e.getMessage());
      }
    }
    if (unread > 0) {
      LOG.warn("{} lines of {} could not be read", unread, file);
    }
    return found;
  }

  /**
   * Adds a line.
   *
   * @throws IOException where it could not be kept
   */
  public synchronized void append(Feedback feedback) throws IOException {
    String line = JSON.writeValueAsString(feedback) + '\n';
    if (!Files.exists(file)) {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.createFile(file, ownersOnly());
    } else if (Files.size(file) + line.length() > mostBytes) {
      keepNewerHalf();
    }
    // After a line that a crash has cut off a new one begins.
    Files.writeString(
        file,
        endsWithinALine() ? '\n' + line : line,
        StandardCharsets.UTF_8,
        StandardOpenOption.APPEND);
  }

  private boolean endsWithinALine() throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      if (bytes.length() == 0) {
        return false;
      }
      bytes.seek(bytes.length() - 1);
      return bytes.read() != '\n';
    }
  }

  private void keepNewerHalf() throws IOException {
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, ownersOnly());
    Files.write(fresh, lines.subList((lines.size() + 1) / 2, lines.size()));
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private FileAttribute<?>[] ownersOnly() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
