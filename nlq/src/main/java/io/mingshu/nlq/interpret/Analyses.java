package io.mingshu.nlq.interpret;

import io.mingshu.nlq.grammar.Parts.ConditionPart;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.query.StickinessQuery;
import java.util.Optional;

/** Which analysis of behaviour a question asks for, if any. */
final class Analyses {
  private final boolean possible;
  private final FunnelSlot funnels;
  private final PathSlot paths;
  private final CohortSlot cohorts;
  private final LifecycleSlot lifecycles;
  private final StickinessSlot stickiness = new StickinessSlot();
  private final ReturnFigure returns;
  private final TwoPeriods twoPeriods;
  private final TwoStretches twoStretches;
  private final RepurchaseSlot repurchases;

  Analyses(CatalogShape shape) {
    Catalog catalog = shape.catalog();
    this.possible = catalog.behaviour().isPresent();
    this.funnels = new FunnelSlot(catalog);
    this.paths = new PathSlot(catalog);
    this.cohorts = new CohortSlot(shape);
    this.lifecycles = new LifecycleSlot(catalog);
    this.returns = new ReturnFigure(shape);
    this.twoPeriods = new TwoPeriods(shape);
    this.twoStretches = new TwoStretches(shape);
    this.repurchases = new RepurchaseSlot(shape);
  }

  /**
   * An analysis that was found.
   *
   * @param builtOn the one before, of which it keeps what is not said
   */
  record Found(Analysis analysis, Optional<BehaviourQuery> builtOn) {}

  /** Takes its words, and those of the figures that it shows. */
  Optional<Found> take(Bag bag, Draft draft, Clock clock, Optional<SemanticQuery> before) {
    if (!possible) {
      return Optional.empty();
    }
    Optional<Analysis> named =
        twoPeriods
            .take(bag, draft, clock)
            .or(() -> repurchases.take(bag, draft))
            .or(() -> twoStretches.take(bag, draft, clock))
            .or(() -> funnels.take(bag, draft, Optional.empty()))
            .or(() -> paths.take(bag, draft, Optional.empty()))
            .or(() -> lifecycles.take(bag, Optional.empty()))
            .or(() -> stickiness.take(bag, Optional.empty()))
            .or(() -> returns.take(bag, draft))
            .or(() -> cohorts.take(bag, draft, Optional.empty()));
    if (named.isPresent()) {
      before.filter(BehaviourQuery.class::isInstance).ifPresent(old -> EditWords.take(bag));
      return named.map(analysis -> new Found(analysis, Optional.empty()));
    }
    Optional<Analysis> ofThem =
        before
            .filter(MetricQuery.class::isInstance)
            .map(MetricQuery.class::cast)
            .flatMap(
                old ->
                    twoPeriods
                        .upon(old, bag, draft, clock)
                        .or(() -> twoStretches.upon(old, bag, draft, clock)));
    if (ofThem.isPresent()) {
      return ofThem.map(analysis -> new Found(analysis, Optional.empty()));
    }
    boolean figure =
        !bag.look(MetricWord.class).isEmpty() || !bag.look(ConditionPart.class).isEmpty();
    return before
        .filter(BehaviourQuery.class::isInstance)
        .map(BehaviourQuery.class::cast)
        .flatMap(
            old ->
                building(old, figure, bag, draft, clock)
                    .map(analysis -> new Found(analysis, Optional.of(old))));
  }

  private Optional<Analysis> building(
      BehaviourQuery before, boolean figure, Bag bag, Draft draft, Clock clock) {
    if (before instanceof FunnelQuery funnel) {
      EditWords.take(bag);
      return funnels.take(bag, draft, Optional.of(funnel));
    }
    if (figure) {
      return Optional.empty();
    }
    EditWords.take(bag);
    if (before instanceof PathQuery path) {
      return paths.take(bag, draft, Optional.of(path));
    }
    if (before instanceof RetentionQuery pair && pair.within().isPresent()) {
      return twoStretches.building(pair, bag, draft, clock);
    }
    if (before instanceof RetentionQuery table) {
      return cohorts.take(bag, draft, Optional.of(table));
    }
    if (before instanceof LifecycleQuery lifecycle) {
      return lifecycles.take(bag, Optional.of(lifecycle));
    }
    return before instanceof StickinessQuery histogram
        ? stickiness.take(bag, Optional.of(histogram))
        : Optional.empty();
  }
}
