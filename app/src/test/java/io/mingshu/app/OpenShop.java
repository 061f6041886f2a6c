package io.mingshu.app;

import io.mingshu.app.wiring.EngineChoice;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.catalog.CatalogSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The tiny shop, opened once for all tests of a run that only ask: a copy, as a file is opened by
 * one at a time. Nothing was saved in it.
 */
final class OpenShop {
  private static final class Holder {
    static final Workbench WORKBENCH = open();
  }

  private OpenShop() {}

  static Answering answering() {
    return Holder.WORKBENCH.answering();
  }

  private static Workbench open() {
    try {
      Path folder = Files.createTempDirectory("open-shop");
      copy(TinyShop.folder(), folder);
      Workbench workbench =
          Workbench.open(
              folder,
              new CatalogSource.BuiltIn("demo-shop", folder.resolve("saved.yaml")),
              new EngineChoice.DuckDb(),
              Progress.NONE);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    workbench.close();
                    TinyShop.delete(folder);
                  }));
      return workbench;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
