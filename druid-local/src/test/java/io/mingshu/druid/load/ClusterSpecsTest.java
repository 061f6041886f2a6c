package io.mingshu.druid.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.mingshu.seeds.dataset.Manifest;
import io.mingshu.seeds.dataset.Manifest.Table;
import io.mingshu.seeds.dataset.Manifest.TableColumn;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSpecsTest {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(resource("schema/druid-spec.schema.json"), InputFormat.JSON);

  private static final RowSource FILES = new RowSource.Files("/data/{table}/*.json");
  private static final RowSource KAFKA = new RowSource.Kafka("shop.{table}", "k1:9092,k2:9092");

  private static final Manifest DATA =
      TableLayoutTest.manifest(
          new Table(
              "orders",
              "orders.csv",
              2_000_000,
              Optional.of("order_time"),
              List.of(
                  new TableColumn("order_time", "TIMESTAMP"),
                  new TableColumn("amount", "DECIMAL(12,2)"),
                  new TableColumn("user_id", "VARCHAR"),
                  new TableColumn("note", "VARCHAR"),
                  new TableColumn("city", "VARCHAR"),
                  new TableColumn("is_member", "BOOLEAN"),
                  new TableColumn("pay_time", "TIMESTAMP"),
                  new TableColumn("birthday", "DATE"))),
          new Table("cities", "cities.csv", 10, Optional.empty(), List.of(column("city"))));

  private static final Catalog CATALOG =
      CatalogReader.check(
              "shop.yaml",
              """
              catalog: shop
              label: {zh: 店, en: shop}
              time_zone: Asia/Shanghai
              currency: CNY
              default_period: {type: all}
              facts:
                - {name: sale, label: {zh: 单, en: sales}, table: orders, times: [order_time, pay_time]}
              dimensions:
                - {name: user_id, label: {zh: 用户, en: user}, column: user_id, facts: [sale], entity: true}
                - name: city
                  label: {zh: 城市, en: city}
                  column: city
                  facts: [sale]
                  values:
                    - {code: gz, label: {zh: 广州, en: Guangzhou}}
                    - {code: sz, label: {zh: 深圳, en: Shenzhen}}
                    - {code: bj, label: {zh: 北京, en: Beijing}}
              metrics:
                - {name: n, label: {zh: 数, en: count}, unit: count, aggregate: {fact: sale, function: count}}
              rollups:
                - {name: sales_daily, fact: sale, time: order_time, keeps: [city], sums: [amount], distinct: [user_id]}
                - {name: paid_daily, fact: sale, time: pay_time, keeps: [city, is_member], sums: [amount]}
              """)
          .catalog()
          .orElseThrow();

  @Test
  void everySpecOfEitherKindHasTheRightShape() {
    for (RowSource source : List.of(FILES, KAFKA)) {
      Map<String, ObjectNode> specs = ClusterSpecs.of(DATA, CATALOG, source, null);

      assertThat(specs).containsOnlyKeys("orders", "cities", "sales_daily", "paid_daily");
      assertThat(specs.values()).allSatisfy(spec -> assertThat(faults(spec.toString())).isEmpty());
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "type":"index_parallel","spec"      | "type":"index","spec"
          "appendToExisting":false            | "appendToExisting":true
          "maxParseExceptions":0              | "maxParseExceptions":5
          "timeZone":"UTC"                    | "timeZone":"Asia/Shanghai"
          "rollup":true                       | "rollup":false
          "type":"hashed"                     | "type":"dynamic"
          "forceGuaranteedRollup":true,       |
          "name":"row_count"                  | "name":"rows"
          "fieldName":"user_id",              |
          "dimensionsSpec"                    | "dimensionSpec"
          """)
  void aSpecOfAnotherShapeIsRefused(String right, @Nullable String wrong) {
    String spec = String.valueOf(ClusterSpecs.of(DATA, CATALOG, FILES, null).get("sales_daily"));
    String broken = spec.replace(right, wrong == null ? "" : wrong);

    assertThat(faults(spec)).isEmpty();
    assertThat(broken).isNotEqualTo(spec);
    assertThat(faults(broken)).isNotEmpty();
  }

  @Test
  void rowsAreSortedByWhatIsFilteredFirst() {
    JsonNode schema = schema(FILES, "orders");

    assertThat(schema.at("/dimensionsSpec/dimensions").findValuesAsText("name"))
        .containsExactly(
            "is_member__bool",
            "city",
            "note",
            "birthday__date",
            "user_id",
            "amount__e2",
            "pay_time__ms");
  }

  @Test
  void plainRowsBecomeStoredOnes() {
    JsonNode transforms = schema(KAFKA, "orders").at("/transformSpec/transforms");

    assertThat(transforms.findValuesAsText("expression"))
        .containsExactly(
            "case_simple(lower(cast(\"is_member\", 'STRING')), 'true', 1, 'false', 0, '1', 1, '0',"
                + " 0, null)",
            "substring(\"birthday\", 0, 10)",
            "cast(round(cast(\"amount\", 'DOUBLE') * 100), 'LONG')",
            "timestamp_parse(\"pay_time\")");
    assertThat(schema(KAFKA, "paid_daily").at("/transformSpec/transforms/0/expression").asText())
        .isEqualTo(
            "nvl(timestamp_floor(timestamp_parse(\"pay_time\"), 'P1D', null, 'Asia/Shanghai'), 0)");
    assertThat(schema(FILES, "cities").at("/timestampSpec/missingValue").asText())
        .isEqualTo("2000-01-01T00:00:00Z");
  }

  @Test
  void segmentsCoverWhatTheRowsAreWorthOrWhatIsTold() {
    assertThat(period(FILES, "orders", null)).isEqualTo("P1D");
    assertThat(period(FILES, "cities", null)).isEqualTo("P1M");
    assertThat(period(FILES, "sales_daily", null)).isEqualTo("P1M");
    assertThat(period(KAFKA, "orders", Granularity.YEAR)).isEqualTo("P1Y");
  }

  @Test
  void aTopicIsOneOfATableAndRollupsReadItToo() {
    JsonNode io = spec(KAFKA, "paid_daily", null).at("/spec/ioConfig");

    assertThat(io.path("topic").asText()).isEqualTo("shop.orders");
    assertThat(io.at("/consumerProperties/bootstrap.servers").asText())
        .isEqualTo("k1:9092,k2:9092");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://shop/{table}/ | {'type':'s3','prefixes':['s3://shop/orders/']}",
        "s3://shop/{table}.json | {'type':'s3','uris':['s3://shop/orders.json']}",
        "https://x/{table}.json | {'type':'http','uris':['https://x/orders.json']}",
        "hdfs://n/{table} | {'type':'hdfs','paths':'hdfs://n/orders'}",
        "/d/{table}/*.json | {'type':'local','baseDir':'/d/orders/','filter':'*.json'}",
        "/d/{table} | {'type':'local','baseDir':'/d/orders','filter':'*.json*'}"
      })
  void filesAreInAllSortsOfPlaces(String example) {
    String[] parts = example.split(" \\| ", 2);
    ObjectNode spec = spec(new RowSource.Files(parts[0]), "orders", null);

    assertThat(spec.at("/spec/ioConfig/inputSource").toString())
        .isEqualTo(parts[1].replace('\'', '"'));
    assertThat(faults(spec.toString())).isEmpty();
  }

  private static TableColumn column(String name) {
    return new TableColumn(name, "VARCHAR");
  }

  private static ObjectNode spec(RowSource source, String name, @Nullable Granularity segments) {
    return Objects.requireNonNull(ClusterSpecs.of(DATA, CATALOG, source, segments).get(name));
  }

  private static JsonNode schema(RowSource source, String name) {
    return spec(source, name, null).at("/spec/dataSchema");
  }

  private static String period(RowSource source, String name, @Nullable Granularity segments) {
    return spec(source, name, segments)
        .at("/spec/dataSchema/granularitySpec/segmentGranularity/period")
        .asText();
  }

  private static List<String> faults(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).stream().map(String::valueOf).toList();
  }

  private static String resource(String name) {
    try (InputStream stream = ClusterSpecsTest.class.getClassLoader().getResourceAsStream(name)) {
      return new String(
          Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
