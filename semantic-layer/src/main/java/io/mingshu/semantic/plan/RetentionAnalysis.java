package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.behaviour.RetentionFold;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.engine.Capabilities;
import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.query.RetentionQuery.Return;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** The retention matrix. */
final class RetentionAnalysis implements BehaviourAnalysis {
  private static final int USUAL_RETURNS = 30;
  private static final int SPARE_UNITS = 2;
  private static final String MAY_START = "may_start";
  private static final String STARTS = "starts";
  private static final String RETURNS = "returns";
  private static final String SEQUENCE = "sequence";

  private final RetentionQuery query;
  private final BehaviourScene scene;
  private final BehaviourRows rows;
  private final boolean looksUpAnyNumber;
  private final Intervals intervals;
  private final LocalDateTime until;
  private final int over;
  private final List<RetentionFold.Column> returns;
  private final RetentionFold fold;
  private final int cohorts;
  private final Optional<RetentionSets> sets;
  private final Optional<RetentionSample> sample;
  private final RetentionTable table;

  /**
   * @param engine what it can do
   * @param mayEstimate whether a sample of people may be counted instead of all
   */
  RetentionAnalysis(
      RetentionQuery query,
      BehaviourScene scene,
      BehaviourRows rows,
      Capabilities engine,
      boolean mayEstimate) {
    this.query = query;
    this.scene = scene;
    this.rows = rows;
    this.looksUpAnyNumber = engine.looksUpAnyNumber();
    Grain unit = query.unit();
    LocalDateTime from = scene.period().from();
    LocalDateTime known = scene.lastDayOver();
    int all = scene.units(from, scene.period().until(), unit).size();
    this.until = known.isBefore(from) ? from : readUntil(all, known);
    this.intervals = new Intervals(scene.units(from, reach(from, known), unit));
    this.cohorts = Math.min(all, intervals.size());
    int finished =
        (int)
            IntStream.range(0, intervals.size())
                .filter(i -> !scene.calendar().plus(intervals.start(i), 1, unit).isAfter(known))
                .count();
    this.over = query.unfinished() ? intervals.size() : finished;
    this.returns = returns();
    this.fold =
        new RetentionFold(
            new RetentionFold.Options(
                cohorts,
                over,
                returns,
                query.occurrences(),
                query.cohorts() != Cohorts.EACH_INTERVAL,
                query.sameGroup() && query.cohorts() != Cohorts.SIGNUP));
    boolean onlyOccurs = !needsEach() && query.groupBy().isEmpty() && query.occurrences() == 1;
    this.sample =
        mayEstimate && onlyOccurs && RetentionSample.fits(intervals.size())
            ? Optional.of(new RetentionSample(rows, unit, intervals))
            : Optional.empty();
    boolean inSets =
        engine.gathersBits()
            && onlyOccurs
            && intervals.size() > 0
            && IntervalSets.fit(intervals.size(), unit);
    this.sets =
        inSets
            ? Optional.of(
                new RetentionSets(
                    rows,
                    unit,
                    intervals.start(0),
                    intervals.size(),
                    !comesBackByStarting(),
                    looksBack()))
            : Optional.empty();
    this.table = new RetentionTable(query, scene, intervals, returns, over, finished < over);
  }

  /** As far as any column looks, and no further than what is over. */
  private LocalDateTime readUntil(int all, LocalDateTime known) {
    boolean bounded =
        !query.returns().isEmpty()
            && query.returns().stream().allMatch(column -> column.last().isPresent());
    if (!bounded) {
      return known;
    }
    int furthest =
        query.returns().stream().mapToInt(column -> column.last().orElse(0)).max().orElse(0);
    LocalDateTime first = scene.calendar().floor(scene.period().from(), query.unit());
    return BehaviourScene.earlier(
        known, scene.calendar().plus(first, (long) all + furthest + SPARE_UNITS, query.unit()));
  }

  private List<RetentionFold.Column> returns() {
    List<Return> wanted =
        query.returns().isEmpty()
            ? IntStream.rangeClosed(0, Math.min(Math.max(0, over - 1), USUAL_RETURNS))
                .mapToObj(Return::in)
                .toList()
            : query.returns();
    return wanted.stream()
        .map(
            column ->
                new RetentionFold.Column(
                    column.first(), column.last().map(OptionalInt::of).orElse(OptionalInt.empty())))
        .toList();
  }

  @Override
  public List<RelNode> plans(int shares) {
    if (sample.isPresent()) {
      return plans(sample.get());
    }
    if (sets.isPresent()) {
      return List.of(plan(sets.get()));
    }
    return needsEach() ? Share.each(shares, this::plan) : List.of(plan(Share.ALL));
  }

  private RelNode plan(Share share) {
    if (query.cohorts() == Cohorts.SIGNUP) {
      return rows.inOrder(List.of(signups(), comeBacks()));
    }
    boolean each = needsEach();
    BehaviourRows.Source source = rows.log(scene.period().from(), until);
    rows.push(source, share);
    Map<String, RexNode> figures = figures(source);
    List<RexNode> relevant =
        List.of(figure(figures, MAY_START), figure(figures, STARTS), figure(figures, RETURNS));
    rows.whereAny(relevant);
    if (each) {
      rows.sequence().ifPresent(sequence -> figures.put(SEQUENCE, sequence));
    }
    RexNode group = rows.group(query.groupBy(), source);
    RexNode noSequence =
        each ? rows.sequence().map(rows::noneLike).orElseGet(() -> rows.zero()) : rows.zero();
    RelNode main =
        each
            ? rows.each(source, query.groupBy(), figures)
            : rows.byInterval(source, query.unit(), query.groupBy(), figures);
    List<RelNode> relations = new ArrayList<>(List.of(main));
    if (looksBack()) {
      relations.add(before(share, each ? group : rows.noText(), figures, noSequence));
    }
    return figures.containsKey(SEQUENCE)
        ? rows.inOrder(relations, SEQUENCE)
        : rows.inOrder(relations);
  }

  private List<RelNode> plans(RetentionSample sampled) {
    List<RelNode> plans = new ArrayList<>();
    BehaviourRows.Source log = rows.log(scene.period().from(), until);
    if (query.cohorts() == Cohorts.SIGNUP) {
      BehaviourRows.Source people = people();
      rows.push(people);
      plans.add(sampled.starts(people));
      pushComeBacks(log);
      rows.notRouted(log);
      plans.add(sampled.comeBacks(log));
      return plans;
    }
    if (!comesBackByStarting()) {
      BehaviourRows.Source starts =
          rows.log(scene.period().from(), BehaviourScene.earlier(scene.period().until(), until));
      rows.pushForSketches(starts, query.start(), scene.ofEvents(), query.unit());
      plans.add(sampled.starts(starts));
    }
    rows.pushForSketches(log, query.comeBack(), List.of(), query.unit());
    plans.add(sampled.comeBacks(log));
    if (looksBack()) {
      BehaviourRows.Source before = rows.log(scene.beginning(), scene.period().from());
      rows.pushForSketches(before, query.start(), filtersBefore(), query.unit());
      plans.add(sampled.before(before));
    }
    return plans;
  }

  private RelNode plan(RetentionSets gathered) {
    RexNode always = rows.builder().literal(true);
    BehaviourRows.Source log = rows.log(scene.period().from(), until);
    if (query.cohorts() == Cohorts.SIGNUP) {
      BehaviourRows.Source people = people();
      rows.push(people);
      gathered.add(people, Optional.of(always), Optional.empty());
      pushComeBacks(log);
      gathered.add(log, Optional.empty(), Optional.of(always));
      return gathered.plan();
    }
    rows.push(log);
    RexNode comesBack = rows.is(query.comeBack(), List.of(), log);
    if (comesBackByStarting()) {
      rows.builder().filter(comesBack);
      gathered.addOfBoth(log);
    } else {
      RexNode starts = starts(log);
      rows.builder().filter(rows.builder().or(starts, comesBack));
      gathered.add(log, Optional.of(starts), Optional.of(comesBack));
    }
    if (looksBack()) {
      gathered.addBefore(pushBefore(Share.ALL));
    }
    return gathered.plan();
  }

  /** Whether what starts is what comes back, and so the cohorts' intervals say both. */
  private boolean comesBackByStarting() {
    LocalDateTime end = scene.period().until();
    return query.cohorts() != Cohorts.SIGNUP
        && query.start().equals(query.comeBack())
        && scene.ofEvents().isEmpty()
        && (!until.isAfter(end) || scene.calendar().floor(end, query.unit()).equals(end));
  }

  /** Whether the first start of all must be found, and which value or filter it meets. */
  private boolean needsEach() {
    return query.cohorts() != Cohorts.EACH_INTERVAL
        && (query.groupBy().isPresent()
            || (query.cohorts() == Cohorts.FIRST_EVER && !scene.ofEvents().isEmpty()));
  }

  private boolean looksBack() {
    return (query.cohorts() == Cohorts.FIRST_EVER || query.cohorts() == Cohorts.FIRST_MATCHING)
        && scene.beginning().isBefore(scene.period().from());
  }

  private static RexNode figure(Map<String, RexNode> figures, String name) {
    RexNode figure = figures.get(name);
    if (figure == null) {
      throw new IllegalArgumentException(name);
    }
    return figure;
  }

  private Map<String, RexNode> figures(BehaviourRows.Source source) {
    RexNode any = rows.is(query.start(), List.of(), source);
    RexNode matching = rows.is(query.start(), scene.ofEvents(), source);
    RexNode inPeriod = starts(source);
    RexNode decides =
        switch (query.cohorts()) {
          case FIRST_EVER -> any;
          case FIRST_MATCHING -> matching;
          default -> inPeriod;
        };
    Map<String, RexNode> figures = new LinkedHashMap<>();
    figures.put(MAY_START, rows.flag(decides));
    figures.put(STARTS, rows.flag(inPeriod));
    figures.put(RETURNS, rows.flag(rows.is(query.comeBack(), List.of(), source)));
    return figures;
  }

  private RexNode starts(BehaviourRows.Source source) {
    RexNode matching = rows.is(query.start(), scene.ofEvents(), source);
    return until.isAfter(scene.period().until())
        ? rows.and(matching, rows.within(source, scene.period().from(), scene.period().until()))
        : matching;
  }

  /** The starts before the period. */
  private BehaviourRows.Source pushBefore(Share share) {
    BehaviourRows.Source source = rows.log(scene.beginning(), scene.period().from());
    rows.push(source, share);
    rows.builder().filter(rows.is(query.start(), filtersBefore(), source));
    return source;
  }

  private List<Filter> filtersBefore() {
    return query.cohorts() == Cohorts.FIRST_MATCHING ? scene.ofEvents() : List.of();
  }

  /** Who had a start before the period. */
  private RelNode before(
      Share share, RexNode group, Map<String, RexNode> like, RexNode noSequence) {
    BehaviourRows.Source source = pushBefore(share);
    Map<String, RexNode> figures = new LinkedHashMap<>();
    figures.put(MAY_START, rows.one());
    figures.put(STARTS, rows.zero());
    figures.put(RETURNS, rows.zero());
    if (like.containsKey(SEQUENCE)) {
      figures.put(SEQUENCE, noSequence);
    }
    return rows.longAgo(source, group, figures);
  }

  private BehaviourRows.Source people() {
    BehaviourLog.People people = scene.log().people().orElseThrow();
    LocalDateTime end = BehaviourScene.earlier(scene.period().until(), until);
    return new BehaviourRows.Source(
        people.fact(), people.time(), new TimeRange(scene.period().from(), end, true));
  }

  private RelNode signups() {
    BehaviourRows.Source source = people();
    rows.push(source);
    return rows.byInterval(
        source, query.unit(), query.groupBy(), constants(rows.one(), rows.one(), rows.zero()));
  }

  private RelNode comeBacks() {
    BehaviourRows.Source source = rows.log(scene.period().from(), until);
    pushComeBacks(source);
    return rows.byInterval(
        source, query.unit(), Optional.empty(), constants(rows.zero(), rows.zero(), rows.one()));
  }

  /** What those who signed up came back with; that of others too, where they cannot be told. */
  private void pushComeBacks(BehaviourRows.Source log) {
    BehaviourRows.Source people = people();
    Optional<RelNode> signedUp = Optional.empty();
    if (scene.signedUpAt().isEmpty() && looksUpAnyNumber) {
      rows.push(people);
      signedUp = Optional.of(rows.everybody(people));
    }
    rows.push(log);
    rows.builder().filter(rows.is(query.comeBack(), List.of(), log));
    signedUp.ifPresent(everybody -> rows.whoIsIn(everybody, log));
    scene.signedUpAt().ifPresent(time -> rows.builder().filter(rows.within(time, people.range())));
  }

  private static Map<String, RexNode> constants(RexNode may, RexNode starts, RexNode returns) {
    Map<String, RexNode> figures = new LinkedHashMap<>();
    figures.put(MAY_START, may);
    figures.put(STARTS, starts);
    figures.put(RETURNS, returns);
    return figures;
  }

  @Override
  public void read(RowView row) {
    if (sample.isPresent()) {
      sample.get().read(row);
      return;
    }
    if (sets.isPresent()) {
      sets.get().read(row, fold);
      return;
    }
    long when = row.number(1);
    int interval = -1;
    if (when != BehaviourRows.LONG_AGO) {
      interval = intervals.numberOf(needsEach() ? scene.unit(when, query.unit()) : when);
    }
    String group = query.groupBy().isPresent() ? BehaviourColumns.groupName(row.text(2)) : "";
    fold.accept(
        String.valueOf(row.text(0)),
        interval,
        row.number(3) > 0,
        row.number(4) > 0,
        row.number(5),
        group);
  }

  /**
   * How far intervals go. The one in which the period begins may have begun before it, and be known
   * up to there.
   */
  private LocalDateTime reach(LocalDateTime from, LocalDateTime known) {
    LocalDateTime within = from.plusNanos(1_000);
    boolean begun =
        query.unfinished()
            && until.equals(from)
            && !known.isBefore(from)
            && scene.units(from, within, query.unit()).get(0).start().isBefore(known);
    return begun ? within : until;
  }

  @Override
  public List<Column> columns() {
    return table.columns();
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    sample.ifPresent(people -> people.countBy(fold, comesBackByStarting()));
    return table.rows(fold, sample.map(RetentionSample::share).orElse(1.0));
  }

  @Override
  public boolean readsSketches() {
    return sample.isPresent();
  }

  @Override
  public boolean estimates() {
    return sample.filter(people -> people.share() < 1).isPresent();
  }
}
