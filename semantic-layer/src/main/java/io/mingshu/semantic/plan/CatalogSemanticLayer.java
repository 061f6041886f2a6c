package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.answer.Source;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.Nearest;
import io.mingshu.semantic.catalog.Rollup;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.algebra.Algebra;
import io.mingshu.semantic.plan.execution.Engine;
import io.mingshu.semantic.plan.execution.PreparedPlan;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.tools.RelBuilder;
import org.jspecify.annotations.Nullable;

/** Answers from a catalog over an engine. Thread-safe: what a query needs is built for it alone. */
public final class CatalogSemanticLayer implements SemanticLayer {
  /** Stands for the conditions on people that an analysis has. */
  private static final MetricQuery NO_METRIC = MetricQuery.of();

  private final Catalog catalog;
  private final Engine engine;
  private final Backend backend;
  private final MetricExpander expander;
  private final Circumstances.Resolver times;
  private final RollupCheck rollups;
  private final Surveyor surveyor;
  private final LeftOut leftOut;
  private final BehaviourPlanner behaviours;
  private final NamedFunnels funnels;
  private final QueryCheck check;

  /**
   * @throws MingshuException with {@code DATA_MISSING} where the engine lacks a table of the
   *     catalog, or a table the time of joining that a metric needs, {@code CATALOG_INVALID} where
   *     a verified query cannot be answered
   */
  public CatalogSemanticLayer(Catalog catalog, Engine engine) {
    VerifiedQueries.require(catalog);
    this.catalog = catalog;
    this.engine = engine;
    this.backend = engine.backend();
    this.expander = new MetricExpander(catalog);
    this.times = new Circumstances.Resolver(catalog);
    this.rollups = new RollupCheck(catalog, engine);
    this.surveyor = new Surveyor(catalog, backend, rollups);
    this.behaviours = new BehaviourPlanner(catalog, backend);
    this.funnels = new NamedFunnels(catalog);
    this.check = new QueryCheck(catalog);
    this.leftOut = new LeftOut(catalog, expander, engine, surveyor.now());
    JoiningTimes.require(catalog, backend);
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public Backend backend() {
    return backend;
  }

  @Override
  public DataRange dataRange() {
    return surveyor.now().data();
  }

  @Override
  public List<QueryProblem> validate(SemanticQuery query) {
    return check.problems(query);
  }

  @Override
  public String plan(SemanticQuery query, Asking asking) {
    return query instanceof BehaviourQuery behaviour
        ? sql(prepared(analysed(behaviour, asking, false)).all())
        : planned(expander.completed((MetricQuery) query), asking).prepared().sql();
  }

  @Override
  public QueryResult run(SemanticQuery query, Asking asking) {
    long start = System.nanoTime();
    if (query instanceof BehaviourQuery behaviour) {
      try {
        return run(analysed(behaviour, asking, false), asking, start);
      } catch (SameHash e) {
        return run(analysed(behaviour, asking, true), asking, start);
      }
    }
    MetricQuery metricQuery = expander.completed((MetricQuery) query);
    Planned planned = planned(metricQuery, asking);
    asking.progress().planned();
    long begun = System.nanoTime();
    asking.progress().running();
    LeftOut.Running search = planned.search().begin(asking);
    Backend.Rows raw = planned.prepared().run(asking.limits(), asking.cancellation());
    if (search.found()) {
      planned.notes().emptyValues();
    }
    planned.search().learn();
    List<List<@Nullable Object>> rows = planned.shape().rows(raw.rows());
    if (metricQuery.ranking().filter(r -> r.others()).isPresent()) {
      rows = OthersRow.fold(metricQuery, planned.shape().columns(), rows);
    }
    long end = System.nanoTime();
    asking.progress().rows(rows.size());
    return new QueryResult(
        planned.shape().columns(),
        rows,
        planned.circumstances().period(),
        planned.circumstances().bases().stream().map(Circumstances.Base::range).toList(),
        planned.notes().notes(rows.isEmpty()),
        planned.prepared().sql(),
        planned.prepared().plan(),
        backend.name(),
        planned.router().estimates(),
        planned.router().sources(),
        millis(start, begun),
        millis(begun, end));
  }

  private Analysed analysed(BehaviourQuery asked, Asking asking, boolean byName) {
    BehaviourQuery query = funnels.completed(asked);
    requireNone(validate(query));
    Survey survey = surveyor.now();
    ComparedPeriods periods = behaviours.periods(query, asking, survey.data());
    BehaviourScene scene = behaviours.scene(query, periods, asking, survey.data());
    segments(
        scene.notes(),
        query.filter().map(Filter::dimensions).orElse(List.of()),
        asking,
        survey.data());
    return new Analysed(
        query,
        periods,
        scened(query, scene, survey, asking, byName),
        periods
            .base()
            .map(base -> behaviours.baseScene(query, base, asking, survey.data()))
            .map(base -> scened(ComparedRows.whole(query), base, survey, asking, byName)));
  }

  private Analysed.Part scened(
      BehaviourQuery query, BehaviourScene scene, Survey survey, Asking asking, boolean byName) {
    RelBuilder builder = Algebra.over(visible(asking.principal(), survey.rollups()));
    MetricQuery ofPeriod = query.period().map(NO_METRIC::withPeriod).orElse(NO_METRIC);
    MetricQuery conditions = query.comparison().map(ofPeriod::withComparison).orElse(ofPeriod);
    RollupRouter router =
        new RollupRouter(
            catalog, expander, survey.rollups(), asking.principal(), estimation(asking, survey));
    Leaves leaves =
        leaves(
            builder,
            new WholeUnits(times.buckets(), survey.data(), new DayParts(catalog)),
            router.exactly(),
            behaviourTimes(conditions, survey, null, asking),
            asking);
    return new Analysed.Part(
        scene,
        behaviours.analysis(
            query, scene, builder, leaves, router, byName, estimation(asking, survey)),
        router);
  }

  /** The statements of an analysis, and those of its base. */
  private record Prepared(List<PreparedPlan> asked, List<PreparedPlan> base) {
    List<PreparedPlan> all() {
      List<PreparedPlan> all = new ArrayList<>(asked);
      all.addAll(base);
      return all;
    }
  }

  private Prepared prepared(Analysed analysed) {
    return new Prepared(
        prepared(analysed.asked()), analysed.base().map(this::prepared).orElse(List.of()));
  }

  private List<PreparedPlan> prepared(Analysed.Part scened) {
    return scened.analysis().plans(behaviours.shares(scened.scene())).stream()
        .map(engine::prepare)
        .toList();
  }

  private static String sql(List<PreparedPlan> statements) {
    return statements.stream().map(PreparedPlan::sql).collect(Collectors.joining("\n\n"));
  }

  private QueryResult run(Analysed analysed, Asking asking, long start) {
    Prepared prepared = prepared(analysed);
    asking.progress().planned();
    long begun = System.nanoTime();
    asking.progress().running();
    BehaviourStream stream = new BehaviourStream(asking);
    stream.read(prepared.asked(), analysed.asked().analysis());
    analysed.base().ifPresent(base -> stream.read(prepared.base(), base.analysis()));
    List<List<@Nullable Object>> rows = analysed.rows();
    if (rows.size() > asking.limits().maxRows()) {
      throw new MingshuException(
          ErrorCode.TOO_MANY_ROWS,
          new Text(
              "结果超过 " + asking.limits().maxRows() + " 行，请缩短时间或减少分组",
              "The answer has more than "
                  + asking.limits().maxRows()
                  + " rows; ask for a shorter period or fewer groups"));
    }
    long end = System.nanoTime();
    asking.progress().rows(rows.size());
    return new QueryResult(
        analysed.columns(),
        rows,
        analysed.periods().asked(),
        analysed.periods().base().stream().toList(),
        analysed.asked().scene().notes().notes(rows.isEmpty()),
        sql(prepared.all()),
        analysed.explained(prepared.all()),
        backend.name(),
        analysed.estimates(),
        sources(analysed),
        millis(start, begun),
        millis(begun, end));
  }

  private List<Source> sources(Analysed analysed) {
    if (analysed.asked().analysis().readsSketches()) {
      return analysed.asked().router().sources();
    }
    String fact = catalog.behaviour().orElseThrow().fact();
    return List.of(
        new Source(
            catalog.fact(fact).orElseThrow().table(),
            new Text(
                "行为分析逐个用户地读明细", "Analyses of behaviour read the rows of one person at a time")));
  }

  @Override
  public List<String> members(Filter.In groups, Asking asking) {
    if (!catalog.idExporters().contains(asking.principal().name())) {
      throw new MingshuException(
          ErrorCode.FORBIDDEN,
          new Text(
              "不能导出用户编号：目录没有允许（may_export_ids）",
              "User ids may not be exported: the catalog does not allow it (may_export_ids)"));
    }
    MetricQuery everybody =
        MetricQuery.of(catalog.people().map(Metric::name).orElse("")).withFilter(groups);
    List<QueryProblem> problems = new ArrayList<>(validate(everybody));
    if (catalog
        .dimension(groups.dimension())
        .filter(d -> d.source() instanceof Dimension.Membership)
        .isEmpty()) {
      problems.add(
          new QueryProblem(
              ErrorCode.INVALID_QUERY,
              groups.dimension(),
              new Text("没有人群 " + groups.dimension(), "There is no segment " + groups.dimension()),
              Nearest.to(
                      groups.dimension(), catalog.segments().stream().map(Segment::name).toList())
                  .stream()
                  .toList()));
    }
    requireNone(problems);
    Survey survey = surveyor.now();
    RelBuilder builder = Algebra.over(visible(asking.principal(), survey.rollups()));
    RollupRouter router =
        new RollupRouter(catalog, expander, survey.rollups(), asking.principal(), Estimation.NONE);
    Leaves leaves =
        leaves(
            builder,
            new WholeUnits(times.buckets(), survey.data(), new DayParts(catalog)),
            router,
            behaviourTimes(NO_METRIC, survey, null, asking),
            asking);
    RelNode plan = leaves.rows().memberships().inAnyOf(groups);
    return engine.prepare(plan).run(asking.limits(), asking.cancellation()).rows().stream()
        .map(row -> String.valueOf(row.get(0)))
        .toList();
  }

  private Leaves leaves(
      RelBuilder builder,
      WholeUnits wholeUnits,
      RollupRouter router,
      BehaviourTimes behaviour,
      Asking asking) {
    Memberships memberships =
        new Memberships(
            builder,
            catalog,
            () -> leaves(builder, wholeUnits, router.exactly(), behaviour, Optional.empty()),
            new RuleRanges(new PeriodResolver(catalog), times.calendar().at(asking.asOf())),
            times.buckets());
    return leaves(builder, wholeUnits, router, behaviour, Optional.of(memberships));
  }

  private Leaves leaves(
      RelBuilder builder,
      WholeUnits wholeUnits,
      RollupRouter router,
      BehaviourTimes behaviour,
      Optional<Memberships> memberships) {
    return new Leaves(
        builder,
        new Rows(builder, catalog, expander, memberships),
        expander,
        wholeUnits,
        backend.capabilities(),
        router,
        behaviour);
  }

  private BehaviourTimes behaviourTimes(
      MetricQuery query, Survey survey, @Nullable DayRange days, Asking asking) {
    return new BehaviourTimes(
        times.calendar(),
        times.calendar().at(asking.asOf()).toLocalDate(),
        survey.data(),
        range ->
            times.before(
                range, query, catalog.defaultPeriod(query.namedDimensions()), asking.asOf(), days));
  }

  /** Plans a few queries, so that the first asker does not wait for classes to load. */
  public void warmUp(Instant asOf) {
    for (int round = 0; round < 3; round++) {
      for (var metric : catalog.metrics()) {
        MetricQuery query = MetricQuery.of(metric.name());
        if (validate(query).isEmpty()) {
          warmUp(query, asOf);
        }
      }
    }
  }

  private void warmUp(MetricQuery query, Instant asOf) {
    try {
      plan(query, Asking.at(asOf));
      plan(query.withGrain(Grain.DAY), Asking.at(asOf));
    } catch (MingshuException e) {
      if (e.code() != ErrorCode.PERIOD_OUTSIDE_DATA && e.code() != ErrorCode.COHORTS_INCOMPLETE) {
        throw e;
      }
    }
  }

  private record Planned(
      PreparedPlan prepared,
      AnswerShape shape,
      Circumstances circumstances,
      AnswerNotes notes,
      RollupRouter router,
      LeftOut.Search search) {}

  private Planned planned(MetricQuery asked, Asking asking) {
    requireNone(validate(asked));
    MetricQuery query = expander.withPeople(asked);
    Survey survey = surveyor.now();
    DataRange data = survey.data();
    Set<String> facts = factsOf(query);
    DayRange days = dataOf(facts, data).orElse(null);
    BehaviourTimes behaviour = behaviourTimes(query, survey, days, asking);
    BehaviourPeriods behaviourPeriods =
        new BehaviourPeriods(
            behaviour, data, MetricPlanner.metrics(query).stream().map(expander::formula).toList());
    Set<String> named = query.namedDimensions();
    Period otherwise = behaviourPeriods.ofNone().orElse(catalog.defaultPeriod(named));
    Circumstances circumstances = times.resolve(query, otherwise, asking.asOf(), days);
    AnswerNotes notes = new AnswerNotes(query, circumstances, catalog);
    facts.forEach(fact -> notes.checkData(data.of(fact)));
    segments(notes, named, asking, data);
    behaviourPeriods.check(circumstances, notes);
    RelBuilder builder = Algebra.over(visible(asking.principal(), survey.rollups()));
    RollupRouter router =
        new RollupRouter(
            catalog, expander, survey.rollups(), asking.principal(), estimation(asking, survey));
    WholeUnits wholeUnits = new WholeUnits(times.buckets(), data, new DayParts(catalog));
    Leaves leaves = leaves(builder, wholeUnits, router, behaviour, asking);
    RelNode plan =
        new MetricPlanner(query, circumstances, builder, leaves, new ShareWhole(catalog)).plan();
    notes.wholeUnits(wholeUnits);
    if (router.estimates()) {
      notes.estimated();
    }
    return new Planned(
        engine.prepare(plan),
        AnswerShape.of(query, catalog, plan.getRowType()),
        circumstances,
        notes,
        router,
        leftOut.search(query, circumstances, leaves, survey, asking.principal()));
  }

  private void segments(
      AnswerNotes notes, Collection<String> named, Asking asking, DataRange data) {
    notes.segments(
        named,
        catalog,
        times.calendar().at(asking.asOf()).toLocalDate(),
        catalog.behaviour().flatMap(log -> data.of(log.fact())));
  }

  private Estimation estimation(Asking asking, Survey survey) {
    if (!backend.capabilities().estimatesDistinct()) {
      return Estimation.NONE;
    }
    return asking.mayEstimate()
        ? new Estimation(catalog.facts().stream().map(Fact::name).collect(Collectors.toSet()))
        : new Estimation(survey.huge());
  }

  private Set<String> factsOf(MetricQuery query) {
    Set<String> facts = new LinkedHashSet<>();
    for (String metric : MetricPlanner.metrics(query)) {
      expander.placed(metric).forEach(rows -> facts.add(rows.fact()));
    }
    return facts;
  }

  /** From the first to the last day that any of the facts has. */
  private static Optional<DayRange> dataOf(Set<String> facts, DataRange data) {
    return facts.stream()
        .flatMap(fact -> data.of(fact).stream())
        .reduce(
            (a, b) ->
                new DayRange(
                    a.first().isBefore(b.first()) ? a.first() : b.first(),
                    a.last().isAfter(b.last()) ? a.last() : b.last()));
  }

  private List<Algebra.VisibleFact> visible(Principal principal, List<Rollup> there) {
    List<Algebra.VisibleFact> visible = new ArrayList<>();
    for (Fact fact : catalog.facts()) {
      List<SqlNode> conditions = new ArrayList<>();
      fact.where().map(expander::expression).ifPresent(conditions::add);
      Optional.ofNullable(principal.rowFilters().get(fact.name()))
          .map(expander::expression)
          .ifPresent(conditions::add);
      visible.add(
          new Algebra.VisibleFact(
              fact.name(),
              fact.table(),
              backend.columns(fact.table()),
              conditions,
              principal.masked().getOrDefault(fact.name(), Set.of())));
      there.stream()
          .filter(rollup -> rollup.fact().equals(fact.name()))
          // Its fact's conditions hold for it; it is read only where it keeps what they look at.
          .map(
              rollup ->
                  new Algebra.VisibleFact(
                      rollup.name(), rollup.name(), rollups.columns(rollup), conditions, Set.of()))
          .forEach(visible::add);
    }
    return visible;
  }

  private static void requireNone(List<QueryProblem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    ErrorCode code = problems.get(0).code();
    String zh = problems.stream().map(p -> p.text().zh()).collect(Collectors.joining("；"));
    String en = problems.stream().map(p -> p.text().en()).collect(Collectors.joining("; "));
    throw new MingshuException(code, new Text(zh, en), Map.of("problems", problems));
  }

  private static double millis(long from, long until) {
    return (until - from) / 1e6;
  }
}
