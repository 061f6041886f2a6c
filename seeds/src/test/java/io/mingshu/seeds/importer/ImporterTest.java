package io.mingshu.seeds.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Duck;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.load.DataSetLoader;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImporterTest {
  private static final String ORDERS =
      """
      OrderID,orderTime,City,unitPrice,quantity,VIP
      1001,2026-06-01 23:30:00,杭州,19.90,2,true
      1002,2026-06-02 08:00:00,上海,5.00,1,false
      1003,2026-06-02 09:15:00,杭州,120.5,3,false
      """;

  @TempDir Path folder;

  @Test
  void draftsATableAndAValidCatalog() throws IOException {
    ImportReport report = importText("My Orders.csv", ORDERS);

    assertThat(report.rows()).isEqualTo(3);
    assertThat(report.rejected()).isZero();
    assertThat(report.data().manifest().tables().get(0).name()).isEqualTo("my_orders");
    assertThat(report.data().end().map(Object::toString)).contains("2026-06-02");
    Catalog catalog = CatalogReader.read(report.data().catalogFile().orElseThrow());
    assertThat(catalog.metrics())
        .extracting(Metric::name)
        .containsExactly(
            "row_count", "order_count", "average_unit_price", "quantity", "average_quantity");
    assertThat(catalog.dimension("city").orElseThrow().values())
        .extracting(value -> value.code())
        .containsExactly("杭州", "上海");
    assertThat(catalog.dimension("order_id").orElseThrow().entity()).isTrue();
  }

  @Test
  void readsLocalTimesInTheirZone() throws IOException {
    ImportReport report = importText("orders.csv", ORDERS);
    try (Duck duck = loaded(report)) {
      assertThat(duck.rows("SELECT OrderID, orderTime, unitPrice FROM orders ORDER BY 1 LIMIT 1"))
          .containsExactly(List.of("1001", "2026-06-01 15:30:00.0", "19.90"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1780329600          | 2026-06-01 16:00:00.0
          1780329600123       | 2026-06-01 16:00:00.123
          2026-06-02          | 2026-06-01 16:00:00.0
          2026/6/2 8:05       | 2026-06-02 00:05:00.0
          2026-06-02T00:00:00Z | 2026-06-02 00:00:00.0
          2026-06-02T08:00:00+09:00 | 2026-06-01 23:00:00.0
          2026年6月2日          | 2026-06-01 16:00:00.0
          20260602            | 2026-06-01 16:00:00.0
          """)
  void readsTimesAsPeopleWriteThem(String written, String instant) throws IOException {
    ImportReport report =
        importText("t.csv", "event_time,n\n" + written + ",1\n" + written + ",2\n");
    try (Duck duck = loaded(report)) {
      assertThat(duck.rows("SELECT event_time FROM t LIMIT 1")).containsExactly(List.of(instant));
    }
  }

  @Test
  void sortsByTime() throws IOException {
    ImportReport report =
        importText("t.csv", "time,n\n2026-06-03 00:00:00,3\n2026-06-01 00:00:00,1\n");
    try (Duck duck = loaded(report)) {
      assertThat(duck.rows("SELECT n FROM t")).containsExactly(List.of("1"), List.of("3"));
    }
  }

  @Test
  void keepsRowsThatDoNotFitBesideTheData() throws IOException {
    StringBuilder text = new StringBuilder("time,amount,city\n");
    for (int i = 0; i < 40; i++) {
      text.append("2026-06-01 10:00:").append(10 + i).append(",1.50,杭州\n");
    }
    text.append("yesterday,2.00,杭州\n2026-06-01 11:00:00,a lot,上海\n2026-06-01 11:00:00,1,a,b,c\n");
    ImportReport report = importText("t.csv", text.toString());

    assertThat(report.rows()).isEqualTo(40);
    assertThat(report.rejected()).isEqualTo(3);
    assertThat(report.rejectedFile().orElseThrow())
        .content()
        .contains("time: not a time: yesterday")
        .contains("amount: not a number: a lot")
        .contains("a,b,c");
  }

  @Test
  void readsGzipAndTheEncodingOfChineseSpreadsheets() throws IOException {
    Path file = folder.resolve("订单.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          "日期,城市,金额\n2026-06-01,杭州,10.5\n2026-06-02,上海,2\n".getBytes(Charset.forName("GB18030")));
    }
    ImportReport report = importFile(file, "sales");
    Catalog catalog = CatalogReader.read(report.catalogDraft());
    assertThat(catalog.metric("金额")).isPresent();
    try (Duck duck = loaded(report)) {
      assertThat(duck.rows("SELECT 城市, 金额 FROM sales"))
          .containsExactly(List.of("杭州", "10.50"), List.of("上海", "2.00"));
    }
  }

  @Test
  void identifiersStayText() throws IOException {
    ImportReport report =
        importText(
            "t.csv",
            "time,CustomerID,zip_code\n2026-06-01 00:00:00,17850.0,00123\n2026-06-01 00:00:00,,00124\n");
    try (Duck duck = loaded(report)) {
      assertThat(duck.rows("SELECT CustomerID, zip_code FROM t LIMIT 1"))
          .containsExactly(List.of("17850", "00123"));
    }
  }

  @Test
  void roundTripsParquet() throws IOException {
    Path file = folder.resolve("p.parquet");
    try (Duck duck = Duck.inMemory(folder)) {
      duck.run(
          "COPY (SELECT TIMESTAMP '2026-06-01 10:00:00' AS at_time, 'a' AS kind, 1.25 AS amount) TO "
              + Duck.literal(file)
              + " (FORMAT parquet)");
    }
    ImportReport report = importFile(file, "p");
    try (Duck duck = loaded(report)) {
      assertThat(duck.rows("SELECT * FROM p"))
          .containsExactly(List.of("2026-06-01 02:00:00.0", "a", "1.25"));
    }
  }

  @Test
  void saysThatAFileHasNoTimes() throws IOException {
    ImportReport report = importText("t.csv", "name,amount\nx,1\ny,2\n");
    assertThat(report.notes()).anySatisfy(note -> assertThat(note.en()).contains("no time column"));
    assertThat(CatalogReader.check(report.catalogDraft()).problems()).isEmpty();
  }

  @Test
  void oddHeadersAndValuesStillGiveAValidCatalog() throws IOException {
    ImportReport report =
        importText(
            "9 odd.csv",
            """
            时间,rows,Rows 2,value,a "b",weekday,select
            2026-06-01 00:00:00,记录数,x,1,"it's: {a}",Mon,#1
            2026-06-01 00:00:01,X,x,2,"c\\d",Tue,- a
            2026-06-01 00:00:02,x,rows,3,"e",Tue,value
            """);
    assertThat(CatalogReader.check(report.catalogDraft()).problems()).isEmpty();
    loaded(report).close();
  }

  @Test
  void binaryEmptyAndProseAreRefusedAndLeaveNothing() throws IOException {
    byte[] garbage = new byte[5_000];
    for (int i = 0; i < garbage.length; i++) {
      garbage[i] = (byte) (i * 31 % 256);
    }
    Path into = folder.resolve("into");
    for (byte[] content :
        List.of(
            garbage,
            new byte[0],
            "just a line\nand another line\n".getBytes(StandardCharsets.UTF_8),
            "a,b\n".getBytes(StandardCharsets.UTF_8),
            new byte[] {0x1f, (byte) 0x8b, 1, 2, 3})) {
      Path file = Files.write(folder.resolve("broken.csv"), content);
      assertThatThrownBy(() -> importFile(file, "broken"))
          .isInstanceOfSatisfying(
              MingshuException.class,
              e -> assertThat(e.code()).isEqualTo(ErrorCode.DATA_MALFORMED));
      assertThat(into).doesNotExist();
    }
  }

  @Test
  void aFailedImportKeepsTheDataSetBefore() throws IOException {
    importText("orders.csv", ORDERS);
    Path file = Files.write(folder.resolve("broken.csv"), new byte[] {0, 1, 2});
    assertThatThrownBy(() -> importFile(file, "broken")).isInstanceOf(MingshuException.class);
    assertThat(DataSet.open(folder.resolve("into")).name()).isEqualTo("orders");
  }

  @Test
  void knowsOnlineRetailByItsHeader() throws IOException {
    ImportReport report =
        importText(
            "x.csv",
            """
            InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
            536365,85123A,HOLDER,6,2011-06-01 08:26:00,2.55,17850.0,United Kingdom
            """);
    assertThat(report.data().catalogName()).contains("online-retail");
    try (Duck duck = loaded(report)) {
      assertThat(duck.rows("SELECT InvoiceDate, CustomerID FROM online_retail"))
          .containsExactly(List.of("2011-06-01 07:26:00.0", "17850"));
    }
  }

  private ImportReport importText(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Importer.importFile(
        new ImportSpec(file, Optional.empty(), folder.resolve("into"), Optional.empty()),
        Progress.NONE);
  }

  private ImportReport importFile(Path file, String name) {
    return Importer.importFile(
        new ImportSpec(
            file,
            Optional.of(name),
            folder.resolve("into"),
            Optional.of(ZoneId.of("Asia/Shanghai"))),
        Progress.NONE);
  }

  private static Duck loaded(ImportReport report) {
    Path file = DataSetLoader.load(report.data().directory(), Progress.NONE);
    return Duck.onFile(file, report.data().directory());
  }
}
