package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.Note;
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
import io.mingshu.semantic.text.Language;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
  private final BehaviourColumns words;
  private final boolean looksUpAnyNumber;
  private final Intervals intervals;
  private final LocalDateTime until;
  private final int over;
  private final boolean growing;
  private final List<RetentionFold.Column> returns;
  private final RetentionFold fold;
  private final int cohorts;
  private final Optional<RetentionSets> sets;
  private final Optional<RetentionSample> sample;

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
    this.words = new BehaviourColumns(scene.catalog());
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
    this.growing = finished < over;
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

  private boolean hasRanges() {
    return returns.stream()
        .anyMatch(column -> column.last().isEmpty() || column.last().getAsInt() != column.first());
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    query.groupBy().ifPresent(name -> columns.add(words.group(name)));
    if (!query.pooled()) {
      columns.add(BehaviourColumns.interval("cohort", query.unit(), "开始于", "Cohort"));
    }
    columns.add(BehaviourColumns.ordinal("period_number", "第几期", "Period"));
    if (hasRanges()) {
      columns.add(BehaviourColumns.ordinal("period_last", "到第几期", "Through period"));
    }
    columns.add(BehaviourColumns.people("cohort_users", "起始用户数", "Cohort users"));
    if (query.lost()) {
      columns.add(BehaviourColumns.people("lost_users", "没回来的用户数", "Users lost"));
      columns.add(BehaviourColumns.rate("loss", "没回来的比例", "Share lost"));
    } else {
      columns.add(BehaviourColumns.people("retained_users", "留存用户数", "Retained users"));
      columns.add(BehaviourColumns.rate("rate", "留存率", "Retention rate"));
    }
    return columns;
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    sample.ifPresent(people -> people.countBy(fold, comesBackByStarting()));
    SampleBound bound = new SampleBound(sample.map(RetentionSample::share).orElse(1.0));
    Map<String, RetentionFold.Cohorts> groups = new LinkedHashMap<>(fold.result());
    if (query.groupBy().isEmpty()) {
      groups.computeIfAbsent("", none -> fold.noCohorts());
    }
    List<List<@Nullable Object>> table = new ArrayList<>();
    boolean immature = cohorts < intervalsOfPeriod();
    for (String group : words.sorted(query.groupBy(), groups)) {
      RetentionFold.Cohorts counts = groups.getOrDefault(group, fold.noCohorts());
      if (query.pooled()) {
        immature |= pool(group, counts, table, bound);
        continue;
      }
      for (int cohort = 0; cohort < cohorts; cohort++) {
        for (int i = 0; i < returns.size(); i++) {
          if (RetentionFold.isMature(cohort, returns.get(i), over)) {
            bound.add(counts.users(cohort), counts.retained(cohort, i));
            table.add(row(group, counts, cohort, i));
          } else {
            immature = true;
          }
        }
      }
    }
    notes(immature, bound);
    return table;
  }

  /**
   * A row for each column, over the cohorts of which it is over; whether some had to be left out.
   */
  private boolean pool(
      String group,
      RetentionFold.Cohorts counts,
      List<List<@Nullable Object>> table,
      SampleBound bound) {
    boolean leftOut = false;
    for (int i = 0; i < returns.size(); i++) {
      RetentionFold.Column column = returns.get(i);
      int number = i;
      int[] mature =
          IntStream.range(0, cohorts)
              .filter(cohort -> RetentionFold.isMature(cohort, column, over))
              .toArray();
      long[] users = IntStream.of(mature).mapToLong(counts::users).toArray();
      long[] retained =
          IntStream.of(mature).mapToLong(cohort -> counts.retained(cohort, number)).toArray();
      leftOut |= mature.length < cohorts;
      if (mature.length > 0) {
        bound.addPooled(users, retained);
        table.add(row(group, i, LongStream.of(users).sum(), LongStream.of(retained).sum()));
      }
    }
    return leftOut;
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

  private int intervalsOfPeriod() {
    return scene.units(scene.period().from(), scene.period().until(), query.unit()).size();
  }

  private List<@Nullable Object> row(
      String group, RetentionFold.Cohorts counts, int cohort, int column) {
    List<@Nullable Object> row =
        new ArrayList<>(row(group, column, counts.users(cohort), counts.retained(cohort, column)));
    row.add(
        query.groupBy().isPresent() ? 1 : 0,
        BehaviourColumns.start(intervals.start(cohort), query.unit()));
    return Collections.unmodifiableList(row);
  }

  private List<@Nullable Object> row(String group, int column, long users, long retained) {
    List<@Nullable Object> row = new ArrayList<>();
    query.groupBy().ifPresent(name -> row.add(words.groupValue(name, group)));
    RetentionFold.Column wanted = returns.get(column);
    row.add((long) wanted.first());
    if (hasRanges()) {
      row.add(wanted.last().isPresent() ? (Object) (long) wanted.last().getAsInt() : null);
    }
    long counted = query.lost() ? users - retained : retained;
    row.add(told(users));
    row.add(told(counted));
    row.add(BehaviourColumns.share(counted, users));
    return row;
  }

  private long told(long counted) {
    return sample.map(people -> Math.round(counted / people.share())).orElse(counted);
  }

  @Override
  public boolean readsSketches() {
    return sample.isPresent();
  }

  @Override
  public boolean estimates() {
    return sample.filter(people -> people.share() < 1).isPresent();
  }

  private void notes(boolean immature, SampleBound bound) {
    if (estimates()) {
      scene.notes().add(bound.note());
    }
    if (immature) {
      scene
          .notes()
          .note(
              Note.Code.IMMATURE_LEFT_OUT,
              "还没有到期的留存不列出",
              "Figures whose interval is not over yet are left out");
    }
    if (growing) {
      scene
          .notes()
          .note(
              Note.Code.LOWER_BOUND,
              "最近一期还没有过完，落在这一期的数字是" + bound(Language.ZH),
              "The latest interval is not over yet; figures that reach into it are "
                  + bound(Language.EN));
    } else if (returns.stream().anyMatch(column -> column.last().isEmpty() && column.first() > 0)) {
      scene
          .notes()
          .note(
              Note.Code.LOWER_BOUND,
              "越晚开始的用户，可能回来的时间越短，他们的数字是" + bound(Language.ZH),
              "Later cohorts have had less time to come back; their figures are "
                  + bound(Language.EN));
    }
  }

  /** More may come back yet, so that fewer are lost. */
  private String bound(Language language) {
    return query.lost()
        ? language == Language.ZH ? "上限" : "upper bounds"
        : language == Language.ZH ? "下限" : "lower bounds";
  }
}
