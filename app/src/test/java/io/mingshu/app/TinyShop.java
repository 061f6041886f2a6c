package io.mingshu.app;

import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.load.DataSetLoader;
import io.mingshu.seeds.shop.Scale;
import io.mingshu.seeds.shop.ShopGenerator;
import io.mingshu.seeds.shop.ShopSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;

/** The demo shop at its smallest, made once for all tests of a run. */
public final class TinyShop {
  public static final String AS_OF = "2026-07-01T10:00:00+08:00";

  private static final class Holder {
    static final Path FOLDER = make();
  }

  private TinyShop() {}

  public static Path folder() {
    return Holder.FOLDER;
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("tiny-shop");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      ShopSpec spec = new ShopSpec(Scale.TINY, 7, LocalDate.of(2026, 6, 30), 396);
      ShopGenerator.generate(spec, folder, Format.CSV, Progress.NONE);
      DataSetLoader.load(folder, Progress.NONE);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
