package io.mingshu.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.nlq.Conversation;
import io.mingshu.semantic.query.QueryJson;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Conversations in a file, so that they go on after a restart: a line for each question, of which
 * the last of a conversation counts. What cannot be written is only forgotten earlier.
 */
final class ConversationLog {
  private static final Logger LOG = LoggerFactory.getLogger(ConversationLog.class);
  private static final ObjectMapper JSON = QueryJson.mapper();
  private static final long MOST_BYTES = 32L << 20;

  private final Path file;
  private long bytes;
  private boolean broken;

  private ConversationLog(Path file) {
    this.file = file;
  }

  /** A conversation as it was at a moment. */
  record Entry(String id, Instant at, Conversation conversation) {}

  static ConversationLog at(Path file) {
    return new ConversationLog(file);
  }

  /** What the file holds, each conversation's last state, oldest first. */
  Collection<Entry> read() {
    Map<String, Entry> last = new LinkedHashMap<>();
    int unread = 0;
    if (Files.exists(file)) {
      try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
        for (String line : (Iterable<String>) lines::iterator) {
          try {
            Entry entry = JSON.readValue(line, Entry.class);
            last.remove(entry.id());
            last.put(entry.id(), entry);
          } catch (JsonProcessingException e) {
            // A line that was cut off by a crash, or of an older version.
            unread++;
          }
        }
      } catch (IOException | java.io.UncheckedIOException e) {
        LOG.warn("earlier conversations cannot be read from {}: {}", file, e.getMessage());
      }
    }
    if (unread > 0) {
      LOG.warn("{} lines of {} could not be read", unread, file);
    }
    return last.values();
  }

  /** Replaces the file by these conversations. */
  synchronized void rewrite(Collection<Entry> entries) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      create(fresh);
      try (BufferedWriter writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
        for (Entry entry : entries) {
          writer.write(JSON.writeValueAsString(entry));
          writer.write('\n');
        }
      }
      bytes = Files.size(fresh);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      broken = false;
    } catch (IOException e) {
      failed(e);
    }
  }

  /** Questions are their askers' business. */
  private static void create(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(path);
    }
  }

  /** Adds a state; whether the file has grown so much that it should be rewritten. */
  synchronized boolean append(Entry entry) {
    if (broken) {
      return false;
    }
    try {
      byte[] line = (JSON.writeValueAsString(entry) + '\n').getBytes(StandardCharsets.UTF_8);
      Files.write(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      bytes += line.length;
      return bytes > MOST_BYTES;
    } catch (IOException e) {
      failed(e);
      return false;
    }
  }

  private void failed(IOException e) {
    broken = true;
    LOG.warn("conversations are kept in memory only; {}: {}", file, e.getMessage());
  }
}
