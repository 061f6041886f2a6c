package io.mingshu.druid.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.druid.load.TableExport.Exported;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.dataset.Manifest;
import io.mingshu.seeds.dataset.Manifest.Origin;
import io.mingshu.seeds.dataset.Manifest.Table;
import io.mingshu.seeds.dataset.Manifest.TableColumn;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.load.DataSetLoader;
import io.mingshu.seeds.shop.Scale;
import io.mingshu.seeds.shop.ShopGenerator;
import io.mingshu.seeds.shop.ShopSpec;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.engine.druid.DruidColumn;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
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
    assertThat(orders.time().map(DruidColumn::name)).isEqualTo(Optional.of("order_time"));
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

  @Test
  void daysWithoutAZoneStayDays() {
    Table visits =
        new Table(
            "visits",
            "visits.csv",
            2,
            Optional.of("day"),
            List.of(
                new TableColumn("day", "DATE"),
                new TableColumn("birthday", "DATE"),
                new TableColumn("amount", "DECIMAL(12,2)")));

    TableLayout layout = TableLayout.of(manifest(visits)).get(0);

    assertThat(layout.columns().stream().map(DruidColumn::stored))
        .containsExactly("day__date", "birthday__date", "amount__e2");
    try (Duck duck = Duck.inMemory(temp)) {
      duck.run("ATTACH ':memory:' AS data");
      duck.run(
          "CREATE TABLE data.visits AS SELECT * FROM (VALUES (DATE '2026-01-31', NULL, 0.29),"
              + " (DATE '2026-02-01', DATE '1999-12-31', 1.00)) t (day, birthday, amount)");
      Exported written = new TableExport(duck).write(layout, temp, Progress.NONE);

      assertThat(
              duck.rows(
                  "SELECT __time, day__date::VARCHAR, birthday__date::VARCHAR,"
                      + " amount__e2 FROM read_json("
                      + Duck.literal(written.files().get(0))
                      + ") ORDER BY 1"))
          .containsExactly(
              Arrays.asList("1769817600000", "2026-01-31", null, "29"),
              Arrays.asList("1769904000000", "2026-02-01", "1999-12-31", "100"));
      RollupTotals totals =
          RollupTotals.of(RollupLayout.of(daily("visits", "day"), List.of(layout)).get(0), duck);
      assertThat(totals.span().orElseThrow().interval())
          .isEqualTo("2026-01-30T16:00:00Z/2026-01-31T16:00:00.001Z");
      assertThat(totals.sums()).containsExactly("129");
    }
  }

  @Test
  void aRollupFitsItsTableOrIsRefused() {
    Table visits =
        new Table(
            "visits",
            "visits.csv",
            2,
            Optional.of("day"),
            List.of(new TableColumn("day", "DATE"), new TableColumn("amount", "VARCHAR")));
    List<TableLayout> layouts = TableLayout.of(manifest(visits));

    assertThatThrownBy(() -> RollupLayout.of(daily("visits", "day"), layouts))
        .hasMessageContaining("amount is of type STRING");
    assertThatThrownBy(() -> RollupLayout.of(daily("visits", "hour"), layouts))
        .hasMessageContaining("no column hour");
    assertThatThrownBy(() -> RollupLayout.of(daily("orders", "day"), layouts))
        .hasMessageContaining("no table orders");
  }

  private static Catalog daily(String table, String time) {
    return CatalogReader.check(
            "days.yaml",
            """
            catalog: days
            label: {zh: 天, en: days}
            time_zone: Asia/Shanghai
            currency: CNY
            default_period: {type: all}
            facts:
              - {name: visit, label: {zh: 访问, en: visits}, table: TABLE, times: [TIME]}
            metrics:
              - {name: n, label: {zh: 数, en: count}, unit: count,
                 aggregate: {fact: visit, function: count}}
            rollups:
              - {name: daily, fact: visit, time: TIME, keeps: [], sums: [amount]}
            """
                .replace("TABLE", table)
                .replace("TIME", time))
        .catalog()
        .orElseThrow();
  }

  static Manifest manifest(Table... tables) {
    return new Manifest(
        "days",
        "days.yaml",
        "Asia/Shanghai",
        Optional.empty(),
        Format.CSV,
        List.of(tables),
        List.of(),
        new Origin(
            Manifest.IMPORT,
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private static TableLayout named(List<TableLayout> layouts, String name) {
    return layouts.stream().filter(l -> l.datasource().equals(name)).findFirst().orElseThrow();
  }
}
