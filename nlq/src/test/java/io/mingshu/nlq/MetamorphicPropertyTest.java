package io.mingshu.nlq;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition.PeriodMean;
import io.mingshu.semantic.query.SemanticQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Questions beside each other: what a word adds is seen in the query, what it takes away too, and
 * both languages ask the same.
 */
class MetamorphicPropertyTest {

  /** A part of a question, in both languages. */
  private record Words(String zh, String en) {}

  /** Pieces of a plain question; each may be left out but the metric. */
  private record Pieces(Words metric, Words period, Optional<Words> value, Optional<Words> group) {
    String zh() {
      return period.zh()
          + value.map(Words::zh).orElse("")
          + group.map(g -> "各" + g.zh()).orElse("")
          + "的"
          + metric.zh();
    }

    String en() {
      return metric.en()
          + group.map(g -> " by " + g.en()).orElse("")
          + value.map(v -> " for " + v.en()).orElse("")
          + " "
          + period.en();
    }
  }

  private static final List<Words> PERIODS =
      List.of(
          new Words("上个月", "last month"),
          new Words("近7天", "last 7 days"),
          new Words("2026年5月", "May 2026"),
          new Words("上季度", "last quarter"),
          new Words("昨天", "yesterday"));

  /** Words that always ask for something else. */
  private static final List<Words> MORE =
      List.of(
          new Words("同比", " yoy"),
          new Words("前3", " top 3"),
          new Words("超过10", " above 10"),
          new Words("占比", " share"),
          new Words("日均", " per day on average"),
          new Words("每天", " daily"));

  @Provide
  Arbitrary<Pieces> questions() {
    return Combinators.combine(
            // Daily means of daily users are those users: "per day" adds nothing to them.
            Arbitraries.of(DemoShop.CATALOG.metrics())
                .filter(metric -> !(metric.definition() instanceof PeriodMean)),
            Arbitraries.of(PERIODS),
            Arbitraries.of(values()).optional(),
            Arbitraries.of(groups()).optional())
        .as((metric, period, value, group) -> new Pieces(words(metric), period, value, group));
  }

  @Provide
  Arbitrary<Words> more() {
    return Arbitraries.of(MORE);
  }

  @Property(tries = 800)
  void bothLanguagesAskTheSame(@ForAll("questions") Pieces pieces) {
    Optional<SemanticQuery> zh = query(pieces.zh());
    Optional<SemanticQuery> en = query(pieces.en());
    if (zh.isPresent() && en.isPresent()) {
      assertThat(zh).as("%s | %s", pieces.zh(), pieces.en()).isEqualTo(en);
    }
  }

  @Property(tries = 800)
  void aValueLeftOutLeavesAnotherQuery(@ForAll("questions") Pieces pieces) {
    Pieces without = new Pieces(pieces.metric(), pieces.period(), Optional.empty(), pieces.group());
    if (pieces.value().isPresent()) {
      differs(pieces.zh(), without.zh());
      differs(pieces.en(), without.en());
    }
  }

  @Property(tries = 800)
  void aFurtherWordMakesAnotherQueryOrNone(
      @ForAll("questions") Pieces pieces, @ForAll("more") Words more) {
    differs(pieces.zh() + more.zh(), pieces.zh());
    differs(more.zh() + pieces.zh(), pieces.zh());
    differs(pieces.en() + more.en(), pieces.en());
  }

  private static void differs(String question, String plainer) {
    Optional<SemanticQuery> one = query(question);
    Optional<SemanticQuery> other = query(plainer);
    if (one.isPresent() && other.isPresent()) {
      assertThat(one).as("%s | %s", question, plainer).isNotEqualTo(other);
    }
  }

  private static Optional<SemanticQuery> query(String question) {
    return DemoShop.ask(question) instanceof Understood understood
        ? Optional.of(understood.query())
        : Optional.empty();
  }

  private static Words words(Metric metric) {
    return new Words(metric.label().zh(), metric.label().en());
  }

  private static List<Words> values() {
    List<Words> values = new ArrayList<>();
    for (Dimension dimension : DemoShop.CATALOG.dimensions()) {
      for (DimensionValue value : dimension.values()) {
        values.add(new Words(value.label().zh(), value.label().en()));
      }
    }
    return values;
  }

  private static List<Words> groups() {
    return DemoShop.CATALOG.dimensions().stream()
        .filter(dimension -> !dimension.personal())
        .map(dimension -> new Words(dimension.label().zh(), dimension.label().en()))
        .toList();
  }
}
