package io.mingshu.semantic.catalog;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads catalogs from YAML, and says all that is wrong with them at once. */
public final class CatalogReader {
  private static final int SHOWN = 20;

  private CatalogReader() {}

  /**
   * What became of a catalog's files.
   *
   * @param catalog present exactly if there are no problems
   * @param problems by file and place
   */
  public record CheckResult(Optional<Catalog> catalog, List<CatalogProblem> problems) {
    public CheckResult {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reads one YAML file, or all {@code *.yaml} and {@code *.yml} files of a folder as one catalog.
   *
   * @throws MingshuException {@code CATALOG_INVALID} with all problems
   */
  public static Catalog read(Path path) {
    return valid(check(path), path.toString());
  }

  /**
   * Reads a catalog that comes with the product, such as {@code demo-shop}.
   *
   * @throws MingshuException {@code CATALOG_INVALID} if there is none of the name
   */
  public static Catalog builtIn(String name) {
    return valid(check(name + ".yaml", builtInText(name)), name);
  }

  /**
   * Reads a catalog with what was added to it.
   *
   * @throws MingshuException {@code CATALOG_INVALID} with all problems
   */
  public static Catalog read(CatalogSource source) {
    return source instanceof CatalogSource.BuiltIn builtIn
        ? valid(check(source), builtIn.name())
        : read(((CatalogSource.Written) source).path());
  }

  /** Reads like {@link #read(CatalogSource)}, but returns problems instead of throwing. */
  public static CheckResult check(CatalogSource source) {
    Path added = source.additions();
    if (source instanceof CatalogSource.Written written) {
      return check(written.path());
    }
    if (!Files.exists(added)) {
      String name = ((CatalogSource.BuiltIn) source).name();
      return check(name + ".yaml", builtInText(name));
    }
    try {
      return check(source, added, Files.readString(added, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return refused(unreadable(added.toString(), "it cannot be read as UTF-8 text"));
    }
  }

  /** Checks a catalog as it would be if one of its files had other content. */
  static CheckResult check(CatalogSource source, Path changed, String content) {
    if (source instanceof CatalogSource.Written written) {
      return check(written.path(), changed, content);
    }
    String name = ((CatalogSource.BuiltIn) source).name();
    Map<String, byte[]> contents = new LinkedHashMap<>();
    contents.put(name + ".yaml", builtInText(name).getBytes(StandardCharsets.UTF_8));
    contents.put(String.valueOf(changed.getFileName()), content.getBytes(StandardCharsets.UTF_8));
    return check(contents);
  }

  /**
   * The YAML text of a catalog that comes with the product.
   *
   * @throws MingshuException {@code CATALOG_INVALID} if there is none of the name
   */
  public static String builtInText(String name) {
    String resource = "catalogs/" + name + ".yaml";
    if (!name.matches("[a-z0-9-]+")) {
      throw invalid(name, List.of(unreadable(resource, "no built-in catalog has such a name")));
    }
    try (InputStream stream = CatalogReader.class.getClassLoader().getResourceAsStream(resource)) {
      if (stream == null) {
        throw invalid(name, List.of(unreadable(resource, "there is no such built-in catalog")));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw invalid(name, List.of(unreadable(resource, "it cannot be read")));
    }
  }

  /** Reads like {@link #read}, but returns problems instead of throwing. */
  public static CheckResult check(Path path) {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    try {
      for (Path file : files(path)) {
        contents.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
      }
    } catch (IOException e) {
      return refused(unreadable(path.toString(), "it does not exist or cannot be read"));
    }
    if (contents.isEmpty()) {
      return refused(unreadable(path.toString(), "the folder has no .yaml file"));
    }
    return check(contents);
  }

  /**
   * Checks a catalog as it would be if one of its files had other content.
   *
   * @param changed need not be there yet
   */
  static CheckResult check(Path path, Path changed, String content) {
    Map<String, byte[]> contents = new TreeMap<>();
    try {
      for (Path file : files(path)) {
        if (Files.exists(file)) {
          contents.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
      }
    } catch (IOException e) {
      return refused(unreadable(path.toString(), "it does not exist or cannot be read"));
    }
    contents.put(String.valueOf(changed.getFileName()), content.getBytes(StandardCharsets.UTF_8));
    return check(contents);
  }

  /** Checks a catalog that is one text, such as one just drafted. */
  public static CheckResult check(String file, String yaml) {
    return check(Map.of(file, yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static CheckResult check(Map<String, byte[]> contents) {
    Problems problems = new Problems();
    List<YamlObject> roots = new ArrayList<>();
    contents.forEach(
        (file, content) -> YamlSource.read(file, content, problems).ifPresent(roots::add));
    if (roots.size() < contents.size()) {
      return new CheckResult(Optional.empty(), problems.sorted());
    }
    Catalog catalog = new CatalogParser(roots, problems).parse();
    return problems.isEmpty()
        ? new CheckResult(Optional.of(catalog), List.of())
        : new CheckResult(Optional.empty(), problems.sorted());
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> entries = Files.list(path)) {
      return entries
          .filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static Catalog valid(CheckResult result, String name) {
    return result.catalog().orElseThrow(() -> invalid(name, result.problems()));
  }

  /** The failure that tells all that is wrong with a catalog. */
  public static MingshuException invalid(String name, List<CatalogProblem> problems) {
    String list = problems.stream().limit(SHOWN).map(p -> "\n  " + p).collect(Collectors.joining());
    int hidden = problems.size() - SHOWN;
    String moreZh = hidden > 0 ? "\n  … 另有 " + hidden + " 处" : "";
    String moreEn = hidden > 0 ? "\n  … and " + hidden + " more" : "";
    return new MingshuException(
        ErrorCode.CATALOG_INVALID,
        new Text(
            "目录 " + name + " 有 " + problems.size() + " 处问题：" + list + moreZh,
            "The catalog " + name + " has " + problems.size() + " problem(s):" + list + moreEn),
        Map.of("catalog", name, "problems", problems));
  }

  private static CatalogProblem unreadable(String file, String message) {
    return new CatalogProblem(file, 1, 1, ProblemCode.UNREADABLE.id(), message, Optional.empty());
  }

  private static CheckResult refused(CatalogProblem problem) {
    return new CheckResult(Optional.empty(), List.of(problem));
  }
}
