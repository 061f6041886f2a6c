package io.mingshu.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules about the text of the project itself. */
class HouseRulesTest {
  private static final Path ROOT = projectRoot();
  private static final Set<String> NOT_OURS =
      Set.of("target", "node_modules", ".git", "dist", "data");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");

  @Test
  void noTabsNoTrailingSpaceAndANewlineAtTheEnd() {
    List<String> found = new ArrayList<>();
    for (Path file : files(".java", ".ts", ".tsx", ".css", ".yaml", ".md")) {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.indexOf('\t') >= 0 || line.endsWith(" ")) {
          found.add(ROOT.relativize(file) + ":" + (i + 1));
        }
      }
      if (!read(file).endsWith("\n")) {
        found.add(ROOT.relativize(file) + ": no newline at the end");
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    List<Path> silent =
        files(".java").stream()
            .filter(file -> file.toString().contains("src/main/java"))
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
            .map(ROOT::relativize)
            .toList();
    assertThat(silent).isEmpty();
  }

  @Test
  void noSourceFileHoldsManyThings() {
    List<String> large =
        files(".java", ".ts", ".tsx").stream()
            .filter(file -> lines(file).size() > 500)
            .map(file -> ROOT.relativize(file).toString())
            .toList();
    assertThat(large).isEmpty();
  }

  @Test
  void everyErrorCodeIsDocumented() {
    String documented = read(ROOT.resolve("docs/errors.md"));
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(documented)
          .contains("`" + code.name() + "`")
          .contains(String.valueOf(code.number()));
    }
  }

  @Test
  void linksInTheDocsLeadSomewhere() {
    List<String> broken = new ArrayList<>();
    for (Path file : files(".md")) {
      Matcher link = LINK.matcher(read(file));
      while (link.find()) {
        String target = link.group(1).trim();
        if (!target.contains("://")
            && !target.startsWith("mailto:")
            && !Files.exists(file.resolveSibling(target))) {
          broken.add(ROOT.relativize(file) + " → " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void theReadmesHaveTheSameParts() {
    assertThat(headings("README.zh-CN.md")).hasSameSizeAs(headings("README.md"));
  }

  private static List<String> headings(String name) {
    return lines(ROOT.resolve(name)).stream().filter(line -> line.startsWith("#")).toList();
  }

  private static List<Path> files(String... endings) {
    List<Path> found = new ArrayList<>();
    collect(ROOT, List.of(endings), found);
    return found;
  }

  private static void collect(Path folder, List<String> endings, List<Path> found) {
    try (Stream<Path> entries = Files.list(folder).sorted()) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (Files.isDirectory(entry)) {
          if (!NOT_OURS.contains(name)) {
            collect(entry, endings, found);
          }
        } else if (endings.stream().anyMatch(name::endsWith)) {
          found.add(entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    return read(file).lines().toList();
  }

  private static Path projectRoot() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mingshu"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not inside the project");
  }
}
