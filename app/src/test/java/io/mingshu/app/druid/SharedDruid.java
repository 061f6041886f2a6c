package io.mingshu.app.druid;

import io.mingshu.app.TinyShop;
import io.mingshu.semantic.catalog.CatalogReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One Druid for all tests of a run that only ask; it holds the tiny shop. */
final class SharedDruid {
  private static final class Holder {
    static final DruidUnderTest DRUID = start();
  }

  private SharedDruid() {}

  static DruidUnderTest get() {
    return Holder.DRUID;
  }

  private static DruidUnderTest start() {
    try {
      Path folder = Files.createTempDirectory("druid");
      DruidUnderTest druid = DruidUnderTest.start(folder);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    druid.close();
                    TinyShop.delete(folder);
                  }));
      druid.load(TinyShop.folder(), CatalogReader.builtIn("demo-shop"));
      return druid;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
