package io.mingshu.druid.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.druid.load.TableExport.Exported;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.load.DataSetLoader;
import io.mingshu.seeds.shop.Scale;
import io.mingshu.seeds.shop.ShopGenerator;
import io.mingshu.seeds.shop.ShopSpec;
import io.mingshu.semantic.engine.druid.DruidColumn;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableLayoutTest {
  @TempDir private Path temp = Path.of("");

  @Test
  void factsGoWideAndEveryRowIsWrittenOut() {
    DataSet shop =
        ShopGenerator.generate(
            new ShopSpec(Scale.TINY, 7, LocalDate.of(2026, 6, 30), 40),
            temp.resolve("shop"),
            Format.CSV,
            Progress.NONE);
    DataSetLoader.load(shop.directory(), Progress.NONE);

    List<TableLayout> layouts = TableLayout.of(shop.manifest());

    assertThat(layouts)
        .extracting(TableLayout::datasource)
        .containsExactlyInAnyOrder("users", "events_wide", "order_items_wide");
    TableLayout orders = named(layouts, "order_items_wide");
    assertThat(orders.time()).isEqualTo(Optional.of("order_time"));
    assertThat(orders.columns().stream().map(DruidColumn::stored))
        .contains("pay_time__ms", "signup_time__ms", "order_amount__e2", "quantity", "province")
        .doesNotContain("order_time")
        .doesNotHaveDuplicates();
    try (Duck duck = Duck.inMemory(temp)) {
      duck.run("ATTACH " + Duck.literal(shop.duckdbFile()) + " AS data (READ_ONLY)");
      Exported written = new TableExport(duck).write(orders, temp, Progress.NONE);
      String file = "read_json(" + Duck.literal(written.files().get(0)) + ")";
      assertThat(written.files()).hasSize(1);
      assertThat(duck.number("SELECT count(*) FROM " + file)).isEqualTo(written.rows());
      assertThat(
              duck.rows(
                  "SELECT sum(order_amount__e2), count(pay_time__ms), count(campaign) FROM "
                      + file))
          .isEqualTo(
              duck.rows(
                  "SELECT CAST(sum(order_amount) * 100 AS BIGINT), count(pay_time), count(campaign)"
                      + " FROM data.order_items_wide"));
    }
  }

  private static TableLayout named(List<TableLayout> layouts, String name) {
    return layouts.stream().filter(l -> l.datasource().equals(name)).findFirst().orElseThrow();
  }
}
