package io.mingshu.seeds.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.load.DataSetLoader;
import io.mingshu.semantic.catalog.CatalogReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Public data sets that are not shipped; {@code MINGSHU_SHARED} names the folder that has them. */
@EnabledIfEnvironmentVariable(named = "MINGSHU_SHARED", matches = ".+")
class PublicDataTest {
  @TempDir Path folder;

  @Test
  void onlineRetailAgreesWithItsPublishedFigures() {
    ImportReport report = importShared("data/online_retail/online_retail.csv.gz");
    assertThat(report.rows()).isEqualTo(541_909);
    assertThat(CatalogReader.check(report.catalogDraft()).problems()).isEmpty();
    try (Duck duck = Duck.onFile(DataSetLoader.load(folder, Progress.NONE), folder)) {
      assertThat(
              duck.rows(
                  "SELECT count(*), sum(Quantity * UnitPrice), count(DISTINCT InvoiceNo),"
                      + " count(DISTINCT CustomerID) FROM online_retail WHERE InvoiceNo NOT LIKE 'C%'"
                      + " AND CustomerID IS NOT NULL AND UnitPrice > 0"))
          .containsExactly(List.of("397884", "8911407.904", "18532", "4338"));
    }
  }

  @Test
  void taobaoDaysAreBusinessDays() {
    ImportReport report = importShared("data/taobao/userbehavior_head.csv.gz");
    assertThat(CatalogReader.check(report.catalogDraft()).problems()).isEmpty();
    try (Duck duck = Duck.onFile(DataSetLoader.load(folder, Progress.NONE), folder)) {
      assertThat(
              duck.rows(
                  "SELECT count(*), count(DISTINCT user_id), count(*) FILTER (CAST(\"timestamp\""
                      + " + INTERVAL 8 HOUR AS DATE) NOT BETWEEN DATE '2017-11-25' AND DATE '2017-12-03')"
                      + " FROM user_behavior"))
          .containsExactly(List.of("93958", "908", "40"));
    }
  }

  private ImportReport importShared(String file) {
    return Importer.importFile(
        new ImportSpec(
            Path.of(String.valueOf(System.getenv("MINGSHU_SHARED")), file),
            Optional.empty(),
            folder,
            Optional.empty()),
        Progress.NONE);
  }
}
