package io.mingshu.semantic.catalog;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A change of one file of a catalog that was thought out and not made yet: it can be checked and
 * shown first.
 */
public final class CatalogChange {
  private final CatalogSource catalog;
  private final Path file;
  private final String before;
  private final String after;

  private CatalogChange(CatalogSource catalog, Path file, String before, String after) {
    this.catalog = catalog;
    this.file = file;
    this.before = before;
    this.after = after;
  }

  /**
   * Further entries at the end of their lists.
   *
   * @param catalog the catalog: a folder that holds the file, or the file itself
   * @param file where the entries go; it need not be there yet
   * @throws MingshuException {@code INVALID_USAGE} where the file is no part of the catalog or
   *     cannot be added to
   */
  public static CatalogChange adding(Path catalog, Path file, List<Addition> additions) {
    Path whole = catalog.toAbsolutePath().normalize();
    Path part = file.toAbsolutePath().normalize();
    String name = String.valueOf(part.getFileName());
    boolean inFolder =
        whole.equals(part.getParent()) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    if (!inFolder && !whole.equals(part)) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              file + " 不是目录 " + catalog + " 的一部分：请写到该文件夹里的一个 .yaml 文件",
              file
                  + " is no part of the catalog "
                  + catalog
                  + ": name a .yaml file in its folder"));
    }
    return adding(new CatalogSource.Written(whole), part, additions, name);
  }

  /**
   * Further entries where a catalog takes them.
   *
   * @throws MingshuException {@code INVALID_USAGE} where the file cannot be added to
   */
  public static CatalogChange adding(CatalogSource catalog, List<Addition> additions) {
    Path file = catalog.additions().toAbsolutePath().normalize();
    return adding(catalog, file, additions, String.valueOf(file.getFileName()));
  }

  private static CatalogChange adding(
      CatalogSource catalog, Path file, List<Addition> additions, String name) {
    String before = read(file);
    String after = before;
    for (Addition addition : additions) {
      after = YamlLists.with(after, addition, name);
    }
    return new CatalogChange(catalog, file, before, after);
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text("无法读取 " + file, "Cannot read " + file + " as UTF-8 text"),
          e);
    }
  }

  /** Where the change is made. */
  public Path file() {
    return file;
  }

  /** The file as it is; empty where it is not there. */
  public String before() {
    return before;
  }

  /** The file as it would be. */
  public String after() {
    return after;
  }

  /** The whole catalog as it would be, or all that would be wrong with it. */
  public CatalogReader.CheckResult check() {
    return CatalogReader.check(catalog, file, after);
  }

  /**
   * Makes the change, whole or not at all.
   *
   * @throws MingshuException {@code INVALID_USAGE} where the file has changed since, or cannot be
   *     written
   */
  public void write() {
    if (!read(file).equals(before)) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(file + " 刚被别人改过，请重试", file + " has just been changed by others; try again"));
    }
    // A name that no reader takes for a part of the catalog.
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(fresh, after, StandardCharsets.UTF_8);
      if (Files.exists(file)
          && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text("无法写入 " + file, "Cannot write " + file + ": " + e.getMessage()),
          e);
    }
  }
}
