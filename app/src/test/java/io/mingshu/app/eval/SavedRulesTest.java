package io.mingshu.app.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.app.TinyShop;
import io.mingshu.app.wiring.EngineChoice;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.nlq.CatalogInterpreter;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Question;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.catalog.Addition;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogChange;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.CatalogSource;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.segment.RuleOutcome;
import io.mingshu.semantic.segment.SegmentFromQuery;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.PeriodResolver;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A segment that is saved from an answer has as many people as the answer said. */
class SavedRulesTest {
  private static final Instant NOW = OffsetDateTime.parse(TinyShop.AS_OF).toInstant();

  private static final List<String> QUESTIONS =
      List.of(
          "近30天的买家数",
          "6月的买家数",
          "上个月的访客数",
          "6月的新增用户数",
          "近30天广东的女性买家数",
          "近90天数码的买家数",
          "近30天买过2单以上的用户有多少",
          "近90天支付金额超过500的用户有哪些",
          "6月的新客数",
          "近30天数码的新客数",
          "沉默用户有多少",
          "上个月沉默用户有多少",
          "近30天回流用户数",
          "上个月留存用户数",
          "近30天流失用户数",
          "6月流失用户数",
          "近90天复购用户数",
          "618期间的加购人数",
          "近7天周末的活跃用户数",
          "高价值用户中女性有多少",
          "近30天高价值用户的访客数",
          "近30天非直播渠道的访客数");

  @TempDir private static Path folder;

  @Test
  void aSegmentSavedFromAnAnswerHasItsPeople() {
    Catalog catalog = Workbench.catalogOf(TinyShop.folder());
    CatalogSource saved =
        new CatalogSource.BuiltIn(
            DataSet.open(TinyShop.folder()).manifest().catalog(), folder.resolve("saved.yaml"));
    List<SemanticQuery> queries = new ArrayList<>();
    List<Addition> segments = new ArrayList<>();
    try (Workbench workbench = Workbench.open(TinyShop.folder(), Optional.empty(), Progress.NONE)) {
      SemanticLayer layer = workbench.answering().layer();
      CatalogInterpreter interpreter =
          new CatalogInterpreter(catalog, layer::dataRange, new PeriodResolver(catalog));
      for (String question : QUESTIONS) {
        Interpretation read = interpreter.interpret(Question.of(question, NOW));
        assertThat(read).as(question).isInstanceOf(Interpretation.Understood.class);
        SemanticQuery query = ((Interpretation.Understood) read).query();
        RuleOutcome outcome = new SegmentFromQuery(catalog).of(query, NOW);
        assertThat(outcome).as(question).isInstanceOf(RuleOutcome.Found.class);
        segments.add(segment(segments.size(), (RuleOutcome.Found) outcome));
        queries.add(query);
      }
      CatalogChange.adding(saved, segments).write();
    }

    assertThat(CatalogReader.check(saved).problems()).isEmpty();
    try (Workbench workbench =
        Workbench.open(TinyShop.folder(), saved, new EngineChoice.DuckDb(), Progress.NONE)) {
      SemanticLayer layer = workbench.answering().layer();
      for (int i = 0; i < queries.size(); i++) {
        Object number = layer.run(queries.get(i), Asking.at(NOW)).rows().get(0).get(0);
        Filter.In members = new Filter.In("saved_" + i, List.of("true"), false);
        assertThat(layer.members(members, Asking.at(NOW)))
            .as(QUESTIONS.get(i))
            .hasSize(((Number) number).intValue());
      }
    }
  }

  private static Addition segment(int number, RuleOutcome.Found found) {
    return new Addition.NewSegment(
        new Segment(
            "saved_" + number,
            new Text("存下的第" + number + "批", "saved lot " + number),
            Terms.NONE,
            Optional.empty(),
            Segment.Kind.BEHAVIOUR,
            found.rule()),
        QUESTIONS.get(number));
  }
}
