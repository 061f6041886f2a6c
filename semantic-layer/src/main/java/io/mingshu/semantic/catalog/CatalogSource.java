package io.mingshu.semantic.catalog;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where a catalog is read from, and where what is added to it goes. */
public sealed interface CatalogSource {

  /** The file that takes additions; it need not be there yet. */
  Path additions();

  /** A file, or all files of a folder. */
  record Written(Path path) implements CatalogSource {
    private static final String ADDED = "saved.yaml";

    @Override
    public Path additions() {
      return Files.isDirectory(path) ? path.resolve(ADDED) : path;
    }
  }

  /**
   * One that comes with the product, which nobody edits.
   *
   * @param additions a file beside it that is read with it, where it is there
   */
  record BuiltIn(String name, Path additions) implements CatalogSource {}
}
