package io.mingshu.app.druid;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.app.TinyShop;
import io.mingshu.app.wiring.EngineChoice;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Rfm;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.engine.druid.DruidSettings;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.SemanticQuery;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Segments have the same members on both engines, and choose the same rows. */
@Tag("druid")
class SegmentsOnDruidTest {
  private static final Asking ASKING = Asking.at(OffsetDateTime.parse(TinyShop.AS_OF).toInstant());

  private static Optional<Workbench> duckDb = Optional.empty();
  private static Optional<Workbench> druid = Optional.empty();

  @BeforeAll
  static void open() {
    DruidSettings settings = DruidSettings.at(SharedDruid.get().broker());
    duckDb = Optional.of(Workbench.open(TinyShop.folder(), Optional.empty(), Progress.NONE));
    druid =
        Optional.of(
            Workbench.open(
                TinyShop.folder(),
                Optional.empty(),
                new EngineChoice.DruidAt(settings),
                Progress.NONE));
  }

  @AfterAll
  static void close() {
    duckDb.ifPresent(Workbench::close);
    druid.ifPresent(Workbench::close);
  }

  static Stream<Filter.In> groups() {
    Stream<Filter.In> segments =
        CatalogReader.builtIn("demo-shop").segments().stream()
            .map(Segment::name)
            .map(name -> new Filter.In(name, List.of("true"), false));
    Stream<Filter.In> rfm =
        Arrays.stream(Rfm.Group.values())
            .map(group -> new Filter.In("rfm", List.of(group.code()), false));
    return Stream.concat(segments, rfm);
  }

  @ParameterizedTest
  @MethodSource("groups")
  void membersAreTheSame(Filter.In group) {
    assertThat(layer(druid).members(group, ASKING)).isEqualTo(layer(duckDb).members(group, ASKING));
    MetricQuery size = MetricQuery.of("people/all");
    sameRows(size.withFilter(group));
    sameRows(size.withFilter(new Filter.In(group.dimension(), group.values(), true)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind':'metric','metrics':['people/all'],'dimensions':['high_value']}",
        "{'kind':'metric','metrics':['people/all'],'dimensions':['rfm']}",
        "{'kind':'metric','metrics':['people/all'],'dimensions':['rfm','gender']}",
        "{'kind':'metric','metrics':['gmv','paid_orders','buyers'],'dimensions':['rfm']}",
        "{'kind':'metric','metrics':['buyers'],'dimensions':['churn_risk'],'grain':'week'}",
        "{'kind':'metric','metrics':['conversion_rate'],'dimensions':['category'],"
            + "'filter':{'type':'in','dimension':'high_value','values':['true'],'negated':false}}",
        "{'kind':'metric','metrics':['uv'],'filter':{'type':'or','parts':["
            + "{'type':'in','dimension':'silent_users','values':['true'],'negated':true},"
            + "{'type':'in','dimension':'gender','values':['女'],'negated':false}]}}",
        "{'kind':'metric','metrics':['repurchase_rate','new_buyers'],"
            + "'filter':{'type':'in','dimension':'live_viewers','values':['false'],'negated':false}}",
        "{'kind':'funnel','funnel':'purchase','filter':"
            + "{'type':'in','dimension':'high_value','values':['true'],'negated':false}}",
        "{'kind':'lifecycle','grain':'week','filter':"
            + "{'type':'in','dimension':'rfm','values':['重要价值客户'],'negated':false}}"
      })
  void rowsAreTheSame(String query) {
    sameRows(QueryJson.read(query.replace('\'', '"')));
  }

  private static void sameRows(SemanticQuery query) {
    assertThat(layer(druid).run(query, ASKING).rows())
        .as(QueryJson.write(query))
        .usingRecursiveComparison()
        .isEqualTo(layer(duckDb).run(query, ASKING).rows());
  }

  private static SemanticLayer layer(Optional<Workbench> workbench) {
    return workbench.orElseThrow().answering().layer();
  }
}
