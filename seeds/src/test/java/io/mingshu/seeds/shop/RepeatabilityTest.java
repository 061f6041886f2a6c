package io.mingshu.seeds.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatabilityTest {
  private static final List<String> FILES = List.of("users.csv", "events.csv", "order_items.csv");
  private static final LocalDate END = LocalDate.of(2026, 6, 30);

  @TempDir Path folder;

  @Test
  void theSameSpecMakesTheSameBytes() throws IOException {
    ShopSpec spec = new ShopSpec(Scale.TINY, 7, END, 120);
    DataSet first = ShopGenerator.generate(spec, folder.resolve("a"), Format.CSV, Progress.NONE);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      DataSet second = ShopGenerator.generate(spec, folder.resolve("b"), Format.CSV, Progress.NONE);
      for (String file : FILES) {
        assertThat(
                Files.mismatch(first.directory().resolve(file), second.directory().resolve(file)))
            .as(file)
            .isEqualTo(-1);
      }
      assertThat(second.manifest()).isEqualTo(first.manifest());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void anotherSeedMakesAnotherShop() throws IOException {
    DataSet first =
        ShopGenerator.generate(
            new ShopSpec(Scale.TINY, 7, END, 30), folder.resolve("a"), Format.CSV, Progress.NONE);
    DataSet second =
        ShopGenerator.generate(
            new ShopSpec(Scale.TINY, 8, END, 30), folder.resolve("b"), Format.CSV, Progress.NONE);
    assertThat(
            Files.mismatch(
                first.directory().resolve("events.csv"), second.directory().resolve("events.csv")))
        .isNotEqualTo(-1);
  }
}
