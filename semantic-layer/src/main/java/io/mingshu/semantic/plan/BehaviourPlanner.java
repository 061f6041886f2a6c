package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Capabilities;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.StickinessQuery;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.tools.RelBuilder;

/** Sets the scene of a question about behaviour, and picks its analysis. */
final class BehaviourPlanner {
  private static final int MOST_SHARES = 64;

  private final Catalog catalog;
  private final Backend backend;

  BehaviourPlanner(Catalog catalog, Backend backend) {
    this.catalog = catalog;
    this.backend = backend;
  }

  /** When the question takes place, and when what it is compared with. */
  ComparedPeriods periods(BehaviourQuery query, Asking asking, DataRange data) {
    PeriodResolver periods = new PeriodResolver(catalog);
    return new ComparedPeriods.Resolver(
            periods,
            periods.calendar().at(asking.asOf()),
            data.of(catalog.behaviour().orElseThrow().fact()).orElse(null))
        .of(
            query,
            query
                .period()
                .or(query::usualPeriod)
                .orElse(catalog.defaultPeriod(query.namedDimensions())));
  }

  /**
   * What the question takes place in.
   *
   * @throws io.mingshu.semantic.error.MingshuException with {@code PERIOD_OUTSIDE_DATA}
   */
  BehaviourScene scene(
      BehaviourQuery query, ComparedPeriods periods, Asking asking, DataRange data) {
    AnswerNotes notes =
        AnswerNotes.ofPeriods(periods.asked(), periods.base(), query.period().isPresent(), catalog);
    notes.checkData(data.of(catalog.behaviour().orElseThrow().fact()));
    periods.uncompared().ifPresent(why -> notes.add(Note.Code.NOT_COMPARED, why));
    return scene(query, periods.asked(), notes, asking, data);
  }

  /** What the same question takes place in, in the period that it is compared with. */
  BehaviourScene baseScene(BehaviourQuery query, TimeRange base, Asking asking, DataRange data) {
    return scene(
        query, base, AnswerNotes.ofPeriods(base, Optional.empty(), true, catalog), asking, data);
  }

  private BehaviourScene scene(
      BehaviourQuery query, TimeRange period, AnswerNotes notes, Asking asking, DataRange data) {
    BehaviourLog log = catalog.behaviour().orElseThrow();
    String table = catalog.fact(log.fact()).orElseThrow().table();
    return new BehaviourScene(
        catalog,
        log,
        period,
        asking.asOf(),
        data.of(log.fact()).orElseThrow(),
        BehaviourScene.conditions(query.filter(), true, catalog, log),
        BehaviourScene.conditions(query.filter(), false, catalog, log),
        signedUpAt(asking.principal()),
        backend.columns(table).get(log.time()) == Backend.ColumnType.DATE,
        notes);
  }

  private Optional<String> signedUpAt(Principal asker) {
    BehaviourLog log = catalog.behaviour().orElseThrow();
    return JoiningTimes.onLog(catalog, backend)
        .filter(time -> !asker.masked().getOrDefault(log.fact(), Set.of()).contains(time));
  }

  /** Into how many shares people are dealt, so that the events of one are sorted in memory. */
  int shares(BehaviourScene scene) {
    long atOnce = backend.capabilities().rowsSortedAtOnce();
    if (atOnce == Capabilities.NO_SHARES) {
      return 1;
    }
    LocalDate end = scene.data().last().plusDays(1);
    long days = ChronoUnit.DAYS.between(scene.data().first(), end);
    long read = ChronoUnit.DAYS.between(scene.period().from().toLocalDate(), end);
    long rows = backend.rowCount(scene.catalog().fact(scene.log().fact()).orElseThrow().table());
    double events = (double) rows * Math.max(0, Math.min(read, days)) / days;
    return (int) Math.max(1, Math.min(MOST_SHARES, Math.ceil(events / atOnce)));
  }

  /**
   * The analysis of a question.
   *
   * @param byName whether people must be told apart by name
   * @param estimation whether figures may be estimates
   */
  BehaviourAnalysis analysis(
      BehaviourQuery query,
      BehaviourScene scene,
      RelBuilder builder,
      Leaves leaves,
      RollupRouter router,
      boolean byName,
      Estimation estimation) {
    BehaviourRows rows = new BehaviourRows(builder, leaves.rows(), leaves.filters(), router, scene);
    if (query instanceof RetentionQuery retention && retention.within().isPresent()) {
      return new StretchAnalysis(retention, scene, rows);
    }
    if (query instanceof RetentionQuery retention) {
      return new RetentionAnalysis(
          retention,
          scene,
          rows,
          backend.capabilities(),
          estimation.facts().contains(scene.log().fact()));
    }
    if (query instanceof FunnelQuery funnel) {
      return new FunnelAnalysis(funnel, scene, rows, !byName && backend.capabilities().hashes());
    }
    if (query instanceof PathQuery path) {
      return new PathAnalysis(path, scene, rows);
    }
    if (query instanceof LifecycleQuery lifecycle) {
      return new LifecycleAnalysis(lifecycle, scene, rows);
    }
    if (query instanceof StickinessQuery stickiness) {
      return new StickinessAnalysis(stickiness, scene, rows);
    }
    return new ConversionAnalysis((ConversionQuery) query, scene, rows);
  }
}
