package io.mingshu.app.command;

import io.mingshu.app.wiring.Workbench;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which catalog is worked on: as {@code serve} takes it. */
final class CatalogOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data set; its catalog is meant where --catalog names none.")
  private @Nullable Path data;

  @Option(names = "--catalog", paramLabel = "FILE|DIR", description = "The catalog.")
  private @Nullable Path catalog;

  Optional<Path> data() {
    return Optional.ofNullable(data);
  }

  Optional<Path> path() {
    return Optional.ofNullable(catalog);
  }

  Optional<Catalog> given() {
    if (catalog != null) {
      return Optional.of(CatalogReader.read(catalog));
    }
    return Optional.ofNullable(data).map(Workbench::catalogOf);
  }

  Catalog required() {
    return given()
        .orElseThrow(
            () ->
                new MingshuException(
                    ErrorCode.INVALID_USAGE,
                    new Text("缺少 --data 或 --catalog", "--data or --catalog is missing")));
  }
}
