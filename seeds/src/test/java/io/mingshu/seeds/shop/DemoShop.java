package io.mingshu.seeds.shop;

import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

/** The demo shop of which docs/demo-shop.md speaks, made once for all tests of a run. */
final class DemoShop {
  private static final class Holder {
    static final DataSet DATA = make();
  }

  private DemoShop() {}

  static DataSet data() {
    return Holder.DATA;
  }

  private static DataSet make() {
    try {
      Path folder = Files.createTempDirectory("demo-shop");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return ShopGenerator.generate(
          new ShopSpec(Scale.DEMO, 7, LocalDate.of(2026, 6, 30), 396),
          folder,
          Format.CSV,
          Progress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
