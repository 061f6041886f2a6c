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

/** The tiny shop, opened once for all tests of a run that only ask. Nothing was saved in it. */
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
      Workbench workbench =
          Workbench.open(
              TinyShop.folder(),
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
}
