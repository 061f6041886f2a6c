package io.mingshu.app.learning;

import io.mingshu.gateway.feedback.FeedbackLog;
import io.mingshu.nlq.learning.Feedback;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the servers of this machine keep feedback, and the owner's refusals are kept. */
public final class FeedbackFolder {
  private final Path folder;

  private FeedbackFolder(Path folder) {
    this.folder = folder;
  }

  /** The one of this installation. */
  public static FeedbackFolder ofHome() {
    return new FeedbackFolder(
        Path.of(System.getProperty("mingshu.home", ""))
            .toAbsolutePath()
            .resolve("data")
            .resolve("feedback"));
  }

  /** One file for each port, which no two servers have at once. */
  public Path log(String catalog, int port) {
    return folder.resolve(catalog + "-" + port + ".jsonl");
  }

  /** All feedback on questions about a catalog, in the order of time. */
  public List<Feedback> read(String catalog) {
    Pattern name = Pattern.compile(Pattern.quote(catalog) + "-[0-9]+[.]jsonl");
    List<Path> logs = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files
            .filter(file -> name.matcher(String.valueOf(file.getFileName())).matches())
            .sorted()
            .forEach(logs::add);
      } catch (IOException e) {
        throw failed("无法读取 " + folder, "Cannot read " + folder, e);
      }
    }
    return logs.stream()
        .flatMap(log -> FeedbackLog.at(log).read().stream())
        .sorted(Comparator.comparing(Feedback::at))
        .toList();
  }

  /** The ids of the proposals that were rejected. */
  public Set<String> rejected(String catalog) {
    Path file = rejections(catalog);
    try {
      return Files.exists(file)
          ? new LinkedHashSet<>(Files.readAllLines(file, StandardCharsets.UTF_8))
          : Set.of();
    } catch (IOException e) {
      throw failed("无法读取 " + file, "Cannot read " + file, e);
    }
  }

  /** Remembers refusals. */
  public void reject(String catalog, Collection<String> ids) {
    Path file = rejections(catalog);
    try {
      Files.createDirectories(folder);
      Files.write(
          file, ids, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw failed("无法写入 " + file, "Cannot write " + file, e);
    }
  }

  private Path rejections(String catalog) {
    return folder.resolve(catalog + ".rejected");
  }

  private static MingshuException failed(String zh, String en, IOException e) {
    return new MingshuException(ErrorCode.INVALID_USAGE, new Text(zh, en), e);
  }
}
