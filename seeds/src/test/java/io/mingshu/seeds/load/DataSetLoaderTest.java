package io.mingshu.seeds.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.seeds.dataset.DataLock;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.shop.Scale;
import io.mingshu.seeds.shop.ShopGenerator;
import io.mingshu.seeds.shop.ShopSpec;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSetLoaderTest {
  private static final ShopSpec SPEC = new ShopSpec(Scale.TINY, 7, LocalDate.of(2026, 6, 30), 60);

  @TempDir Path folder;

  @Test
  void loadsNarrowAndWideTables() {
    DataSet data = ShopGenerator.generate(SPEC, folder, Format.CSV, Progress.NONE);
    Path file = DataSetLoader.load(folder, Progress.NONE);

    try (Duck duck = Duck.onFile(file, folder)) {
      for (var table : data.manifest().tables()) {
        assertThat(duck.number("SELECT count(*) FROM " + table.name())).isEqualTo(table.rows());
      }
      assertThat(duck.number("SELECT count(*) FROM events_wide"))
          .isEqualTo(duck.number("SELECT count(*) FROM events"));
      assertThat(
              duck.number(
                  "SELECT count(*) FROM order_items_wide w JOIN users u USING (user_id)"
                      + " WHERE w.province <> u.province OR w.signup_time <> u.signup_time"))
          .isZero();
      assertThat(duck.number("SELECT count(*) FROM events WHERE item_id = '' OR campaign = ''"))
          .isZero();
      assertThat(
              duck.number(
                  "SELECT count(*) FROM (SELECT event_time < lag(event_time) OVER (ORDER BY rowid) AS back"
                      + " FROM events_wide) WHERE back"))
          .isZero();
      assertThat(
              duck.rows(
                  "SELECT DISTINCT data_type FROM information_schema.columns"
                      + " WHERE column_name IN ('event_time', 'paid_amount') ORDER BY 1"))
          .containsExactly(List.of("DECIMAL(12,2)"), List.of("TIMESTAMP"));
    }
  }

  @Test
  void parquetHoldsTheSameRowsInTheSameOrder() {
    ShopGenerator.generate(SPEC, folder.resolve("csv"), Format.CSV, Progress.NONE);
    ShopGenerator.generate(SPEC, folder.resolve("parquet"), Format.PARQUET, Progress.NONE);
    assertThat(fingerprint(folder.resolve("parquet")))
        .isEqualTo(fingerprint(folder.resolve("csv")));
  }

  private static List<String> fingerprint(Path directory) {
    Path file = DataSetLoader.load(directory, Progress.NONE);
    List<String> sums = new ArrayList<>();
    try (Duck duck = Duck.onFile(file, directory)) {
      for (String table : List.of("users", "events", "order_items")) {
        sums.add(
            String.valueOf(
                duck.rows("SELECT sum(hash(" + table + ", rowid)) FROM " + table).get(0).get(0)));
      }
    }
    return sums;
  }

  @Test
  void loadsAgainOnlyWhenTheDataAreYounger() throws IOException {
    ShopGenerator.generate(SPEC, folder, Format.CSV, Progress.NONE);
    Path file = DataSetLoader.load(folder, Progress.NONE);
    Object first = Files.readAttributes(file, "unix:ino").get("ino");
    DataSetLoader.load(folder, Progress.NONE);
    assertThat(Files.readAttributes(file, "unix:ino").get("ino")).isEqualTo(first);

    Files.setLastModifiedTime(
        folder.resolve("users.csv"), FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(DataSetLoader.isFresh(DataSet.open(folder))).isFalse();
  }

  @Test
  void aFailedLoadLeavesTheOldFileAndNothingElse() throws IOException {
    ShopGenerator.generate(SPEC, folder, Format.PARQUET, Progress.NONE);
    Path file = DataSetLoader.load(folder, Progress.NONE);
    byte[] before = Files.readAllBytes(file);
    Files.writeString(folder.resolve("events.parquet"), "no parquet at all");
    Files.setLastModifiedTime(
        folder.resolve("events.parquet"), FileTime.from(Instant.now().plusSeconds(5)));

    assertThatThrownBy(() -> DataSetLoader.load(folder, Progress.NONE))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LOAD_FAILED));
    assertThat(file).hasBinaryContent(before);
    assertThat(names()).doesNotContain(".staging");
  }

  @Test
  void aLoadThatIsStoppedHalfWayLeavesNothing() {
    ShopGenerator.generate(SPEC, folder, Format.CSV, Progress.NONE);
    assertThatThrownBy(
            () ->
                DataSetLoader.load(
                    folder,
                    (stage, done, total) -> {
                      if (done == 2) {
                        throw new IllegalStateException("stopped");
                      }
                    }))
        .hasMessage("stopped");
    assertThat(names()).doesNotContain(".staging", DataSet.DUCKDB_FILE);
  }

  @Test
  void aGenerationThatIsStoppedHalfWayLeavesTheOldShop() {
    ShopGenerator.generate(SPEC, folder, Format.CSV, Progress.NONE);
    DataSet before = DataSet.open(folder);
    ShopSpec other = new ShopSpec(Scale.TINY, 8, LocalDate.of(2026, 6, 30), 60);
    assertThatThrownBy(
            () ->
                ShopGenerator.generate(
                    other,
                    folder,
                    Format.CSV,
                    (stage, done, total) -> {
                      if (done == 30) {
                        throw new IllegalStateException("stopped");
                      }
                    }))
        .hasMessage("stopped");
    assertThat(DataSet.open(folder)).isEqualTo(before);
    assertThat(names())
        .containsExactlyInAnyOrder(
            ".mingshu.lock", "dataset.json", "events.csv", "order_items.csv", "users.csv");
  }

  @Test
  void badRowsAreCountedAndTold() throws IOException {
    ShopGenerator.generate(SPEC, folder, Format.CSV, Progress.NONE);
    Files.writeString(
        folder.resolve("users.csv"),
        "u9999999,not a time,女,25-34岁,浙江,华东,二线,普通会员,搜索\nu9999998,too,few\n",
        StandardOpenOption.APPEND);
    List<String> told = new ArrayList<>();
    Path file =
        DataSetLoader.load(
            folder,
            new Progress() {
              @Override
              public void report(Stage stage, long done, long total) {}

              @Override
              public void notice(Text text) {
                told.add(text.en());
              }
            });
    assertThat(told).singleElement().asString().contains("users.csv: 2 rows");
    try (Duck duck = Duck.onFile(file, folder)) {
      assertThat(
              duck.rows(
                  "SELECT rows_loaded, rows_rejected FROM load_report WHERE table_name = 'users'"))
          .containsExactly(List.of("500", "2"));
    }
  }

  @Test
  void aFolderInUseIsNotLoaded() {
    ShopGenerator.generate(SPEC, folder, Format.CSV, Progress.NONE);
    try (DataLock other = DataLock.toWrite(folder)) {
      assertThat(other).isNotNull();
      assertThatThrownBy(() -> DataSetLoader.load(folder, Progress.NONE))
          .isInstanceOfSatisfying(
              MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_IN_USE));
    }
  }

  @Test
  void anEmptyFolderIsNoDataSet() {
    assertThatThrownBy(() -> DataSetLoader.load(folder, Progress.NONE))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_MISSING));
  }

  private List<String> names() {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
