package io.mingshu.seeds.importer;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A public data set that a catalog of the product was written for; known by its header, so that its
 * import needs no settings.
 *
 * @param catalog the catalog that ships with the product
 * @param table the table that the catalog reads
 * @param zone in which its times are written or its days are counted
 * @param columns its header
 */
record KnownDataSet(String catalog, String table, ZoneId zone, List<String> columns) {
  private static final List<KnownDataSet> ALL =
      List.of(
          new KnownDataSet(
              "online-retail",
              "online_retail",
              ZoneId.of("Europe/London"),
              List.of(
                  "InvoiceNo",
                  "StockCode",
                  "Description",
                  "Quantity",
                  "InvoiceDate",
                  "UnitPrice",
                  "CustomerID",
                  "Country")),
          new KnownDataSet(
              "taobao-behavior",
              "user_behavior",
              ZoneId.of("Asia/Shanghai"),
              List.of("user_id", "item_id", "category_id", "behavior_type", "timestamp")));

  static Optional<KnownDataSet> withHeader(List<String> columns) {
    return ALL.stream().filter(known -> known.columns().equals(columns)).findFirst();
  }
}
