package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Words.AmbiguousWord;
import io.mingshu.nlq.lexicon.Words.AnalysisWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.semantic.catalog.BehaviourDefinition.Lifecycle;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifecycleState;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is new, stays, comes back and is gone: a table by interval, or some of these figures. */
final class LifecycleSlot {
  private static final Map<AnalysisCue, LifecycleState> STAGES =
      Map.of(
          AnalysisCue.STAGE_NEW, LifecycleState.NEW,
          AnalysisCue.STAGE_RETAINED, LifecycleState.RETAINED,
          AnalysisCue.STAGE_RESURRECTED, LifecycleState.RESURRECTED,
          AnalysisCue.STAGE_DORMANT, LifecycleState.DORMANT);

  private static final Set<String> EACH =
      Set.of("各", "各多少", "各有多少", "分别多少", "各是多少", "各多少人", "each");

  private static final Set<String> RETAINED = Set.of("留存", "retained");

  private final Catalog catalog;

  LifecycleSlot(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param before the table that a follow-up builds on
   */
  Optional<Analysis> take(Bag bag, Optional<LifecycleQuery> before) {
    Optional<Edge> word = AnalysisWordsIn.take(bag, AnalysisCue.LIFECYCLE);
    if (word.isEmpty() && before.isEmpty()) {
      return Optional.empty();
    }
    List<Placed<MetricWord>> stages = stages(bag);
    if (stages.size() > 1) {
      stages.forEach(stage -> bag.reread(stage.edge(), stage.part()));
      FunnelFigures.takePeople(bag);
      return Optional.empty();
    }
    FunnelFigures.takePeople(bag);
    AnalysisWordsIn.takeTyped(bag, EACH);
    return Optional.of(draft -> query(before, draft));
  }

  /** The stages that are named, each as the metric that counts it. */
  private List<Placed<MetricWord>> stages(Bag bag) {
    List<Placed<MetricWord>> stages = new ArrayList<>();
    for (Placed<AnalysisWord> word : bag.look(AnalysisWord.class)) {
      boolean retained = RETAINED.contains(bag.typed(word.edge()).toLowerCase(Locale.ROOT));
      metric(retained ? LifecycleState.RETAINED : STAGES.get(word.part().cue()))
          .ifPresent(metric -> stages.add(stage(word.edge(), metric)));
    }
    for (Placed<MetricWord> word : bag.look(MetricWord.class)) {
      catalog
          .metric(word.part().metric())
          .filter(metric -> metric.definition() instanceof Lifecycle)
          .ifPresent(metric -> stages.add(stage(word.edge(), metric)));
    }
    for (Placed<AmbiguousWord> word : bag.look(AmbiguousWord.class)) {
      if (RETAINED.contains(bag.typed(word.edge()).toLowerCase(Locale.ROOT))) {
        metric(LifecycleState.RETAINED).ifPresent(m -> stages.add(stage(word.edge(), m)));
        continue;
      }
      word.part().ambiguity().metrics().stream()
          .flatMap(name -> catalog.metric(name).stream())
          .filter(metric -> metric.definition() instanceof Lifecycle)
          .findFirst()
          .ifPresent(metric -> stages.add(stage(word.edge(), metric)));
    }
    return stages;
  }

  private static Placed<MetricWord> stage(Edge edge, Metric metric) {
    return new Placed<>(edge, new MetricWord(metric.name(), Optional.empty()));
  }

  private Optional<Metric> metric(@Nullable LifecycleState state) {
    return catalog.metrics().stream()
        .filter(m -> m.definition() instanceof Lifecycle stage && stage.state() == state)
        .findFirst();
  }

  private static LifecycleQuery query(Optional<LifecycleQuery> before, Draft draft) {
    if (draft.dimensions.size() > 1) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ONE_BREAKDOWN);
    }
    Grain grain =
        Optional.ofNullable(draft.grain)
            .or(() -> before.map(LifecycleQuery::grain))
            .or(() -> Optional.ofNullable(draft.periodUnit))
            .orElse(Grain.WEEK);
    return new LifecycleQuery(
        before.flatMap(LifecycleQuery::activity),
        grain,
        draft.dimensions.stream().findFirst().or(() -> before.flatMap(LifecycleQuery::groupBy)),
        AnalysisFilters.merged(before.flatMap(LifecycleQuery::filter), draft),
        Optional.ofNullable(draft.period).or(() -> before.flatMap(LifecycleQuery::period)),
        Optional.empty());
  }
}
