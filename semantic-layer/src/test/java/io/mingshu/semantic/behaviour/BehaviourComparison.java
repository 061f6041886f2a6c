package io.mingshu.semantic.behaviour;

import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.behaviour.naive.Cohorts;
import io.mingshu.semantic.behaviour.naive.ComeBack;
import io.mingshu.semantic.behaviour.naive.ConversionOptions;
import io.mingshu.semantic.behaviour.naive.EventLog;
import io.mingshu.semantic.behaviour.naive.EventMatch;
import io.mingshu.semantic.behaviour.naive.FunnelOptions;
import io.mingshu.semantic.behaviour.naive.Happening;
import io.mingshu.semantic.behaviour.naive.IntervalUnit;
import io.mingshu.semantic.behaviour.naive.LifecycleOptions;
import io.mingshu.semantic.behaviour.naive.LifecycleRow;
import io.mingshu.semantic.behaviour.naive.NaiveConversion;
import io.mingshu.semantic.behaviour.naive.NaiveFunnel;
import io.mingshu.semantic.behaviour.naive.NaiveLifecycle;
import io.mingshu.semantic.behaviour.naive.NaivePaths;
import io.mingshu.semantic.behaviour.naive.NaiveRetention;
import io.mingshu.semantic.behaviour.naive.NaiveStickiness;
import io.mingshu.semantic.behaviour.naive.PathAnchor;
import io.mingshu.semantic.behaviour.naive.PathOptions;
import io.mingshu.semantic.behaviour.naive.RandomFunnels;
import io.mingshu.semantic.behaviour.naive.RandomLogs;
import io.mingshu.semantic.behaviour.naive.RetentionGroups;
import io.mingshu.semantic.behaviour.naive.RetentionOptions;
import io.mingshu.semantic.behaviour.naive.Span;
import io.mingshu.semantic.behaviour.naive.StickinessOptions;
import io.mingshu.semantic.behaviour.naive.WallClock;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.ReturnStretch;
import io.mingshu.semantic.time.TimeRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Every analysis of one random log, with random options, against the naive one. */
public final class BehaviourComparison {
  private static final EventMatch SIGNUP = EventMatch.event("signup");

  private final Random random;
  private final WallClock clock;
  private final LocalDate firstDay;
  private final EventLog log;
  private final Map<String, Instant> signups = new HashMap<>();
  private final long seed;
  private final List<String> differences = new ArrayList<>();
  private int rows;

  public BehaviourComparison(long seed, WallClock clock) {
    this.seed = seed;
    this.random = new Random(seed);
    this.clock = clock;
    RandomLogs logs = new RandomLogs(seed, clock);
    this.firstDay = logs.firstDay();
    this.log = logs.next();
    for (String user : log.users()) {
      signups.put(user, log.of(user).get(random.nextInt(log.of(user).size())).at());
    }
    signups.put("lurker", firstDay.plusDays(15).atTime(12, 0).atZone(clock.zone()).toInstant());
  }

  public void addTo(ManyLogs logs, String name) {
    logs.add(name, log, signups);
  }

  /** What differs, each with its query. */
  public List<String> differences() {
    return differences;
  }

  /** How many rows were compared. */
  public int rows() {
    return rows;
  }

  /** Compares all analyses. */
  public BehaviourComparison run(SemanticLayer layer) {
    retention(layer);
    signupRetention(layer);
    funnel(layer);
    lifecycle(layer);
    stickiness(layer);
    conversion(layer);
    paths(layer);
    stretches(layer);
    for (SplitAnalyses.Expected split : new SplitAnalyses(seed, clock, firstDay, log).all()) {
      compare(layer, split.query(), afterAll(), split.rows());
    }
    return this;
  }

  private void retention(SemanticLayer layer) {
    RetentionOptions options = retentionOptions(match(), maybe(3) ? EventMatch.ANY : match());
    Optional<Set<String>> only = maybe(4) ? Optional.of(Set.of("u1", "u2")) : Optional.empty();
    EventLog seen = only.map(log::only).orElse(log);
    compare(
        layer,
        AsQuery.of(options, only.map(AsQuery::people)),
        options.seenUntil().plusHours(10),
        cells(new NaiveRetention(seen, options)));
  }

  /** A signup is an event of its own, which nobody comes back with. */
  private void signupRetention(SemanticLayer layer) {
    RetentionOptions base = retentionOptions(SIGNUP, EventMatch.event(pick(RandomLogs.EVENTS)));
    RetentionOptions options =
        new RetentionOptions(
            base.start(),
            base.comeBack(),
            Cohorts.EACH_INTERVAL,
            clock,
            base.unit(),
            base.period(),
            base.columns(),
            base.occurrences(),
            base.seenUntil(),
            base.unfinished(),
            Optional.empty());
    List<Happening> all = new ArrayList<>(log.happenings());
    signups.forEach((user, at) -> all.add(new Happening(user, "signup", at, Map.of())));
    RetentionQuery asked = AsQuery.of(options, Optional.empty());
    compare(
        layer,
        new RetentionQuery(
            RetentionQuery.Cohorts.SIGNUP,
            Optional.empty(),
            asked.comeBack(),
            asked.unit(),
            asked.returns(),
            asked.occurrences(),
            Optional.empty(),
            false,
            false,
            asked.unfinished(),
            false,
            Optional.empty(),
            asked.period()),
        options.seenUntil().plusHours(10),
        cells(new NaiveRetention(new EventLog(all), options)));
  }

  private RetentionOptions retentionOptions(EventMatch start, EventMatch comeBack) {
    IntervalUnit unit = pick(IntervalUnit.values());
    int from = random.nextInt(20);
    int days = unit == IntervalUnit.HOUR ? 1 + random.nextInt(2) : 1 + random.nextInt(18);
    int most = unit == IntervalUnit.HOUR ? 30 : 10;
    List<ComeBack> columns = new ArrayList<>();
    columns.add(ComeBack.in(0));
    for (int i = random.nextInt(5); i >= 0; i--) {
      int first = 1 + random.nextInt(most);
      columns.add(
          switch (random.nextInt(3)) {
            case 0 -> ComeBack.in(first);
            case 1 -> ComeBack.inOrAfter(first);
            default -> ComeBack.between(first, first + random.nextInt(5));
          });
    }
    LocalDateTime seenUntil =
        firstDay.plusDays(from + random.nextInt(RandomLogs.DAYS - from + 1)).atStartOfDay();
    return new RetentionOptions(
        start,
        comeBack,
        pick(Cohorts.values()),
        clock,
        unit,
        Span.days(firstDay.plusDays(from), firstDay.plusDays(from + days - 1L)),
        columns,
        1 + random.nextInt(2),
        seenUntil,
        maybe(4),
        groups());
  }

  private Optional<RetentionGroups> groups() {
    return switch (random.nextInt(4)) {
      case 0 -> Optional.of(new RetentionGroups.ByStart("device"));
      case 1 -> Optional.of(new RetentionGroups.ByStartAndReturn("device"));
      default -> Optional.empty();
    };
  }

  private static List<String> cells(NaiveRetention retention) {
    return retention.cells().stream()
        .map(
            cell ->
                Cells.text(
                    cell.group(),
                    cell.cohort(),
                    cell.column().first(),
                    cell.column().last(),
                    cell.users(),
                    cell.retained(),
                    cell.rate()))
        .toList();
  }

  private void funnel(SemanticLayer layer) {
    FunnelOptions options = new RandomFunnels(seed, clock, firstDay).next();
    Optional<Filter> filter = Optional.empty();
    if (maybe(4)) {
      options =
          new FunnelOptions(
              options.steps().stream().map(step -> step.with("device", "phone")).toList(),
              options.order(),
              options.window(),
              clock,
              options.period(),
              options.seenUntil(),
              options.sharing(),
              options.exclusions(),
              options.groups());
      filter = AsQuery.values(EventMatch.ANY.with("device", "phone")).stream().findFirst();
    }
    NaiveFunnel naive = new NaiveFunnel(log, options);
    int steps = options.steps().size();
    FunnelQuery.View view;
    List<String> expected;
    switch (random.nextInt(4)) {
      case 0 -> {
        int toStep = 1 + random.nextInt(steps);
        IntervalUnit unit = pick(List.of(IntervalUnit.DAY, IntervalUnit.WEEK, IntervalUnit.MONTH));
        view = new FunnelQuery.View.Trend(AsQuery.grain(unit), Optional.of(toStep));
        LocalDateTime asOf = LocalDateTime.ofInstant(options.seenUntil(), clock.zone());
        expected =
            naive.trend(unit, toStep).stream()
                .filter(row -> row.interval().isBefore(asOf))
                .map(
                    row ->
                        Cells.text(
                            row.group(),
                            row.interval(),
                            row.entered(),
                            row.converted(),
                            row.rate()))
                .toList();
      }
      case 1 -> {
        view = new FunnelQuery.View.TimeToConvert(1, steps, Optional.empty());
        expected =
            naive.groups().stream()
                .flatMap(
                    group ->
                        naive.timeToConvert(group, 1, steps).histogram(OptionalInt.empty()).stream()
                            .map(bin -> Cells.text(group, (double) bin.fromSeconds(), bin.users())))
                .toList();
      }
      default -> {
        view = new FunnelQuery.View.Steps(true);
        expected =
            naive.steps().stream()
                .map(
                    step ->
                        Cells.text(
                            step.group(),
                            step.step(),
                            step.users().size(),
                            step.fromFirst(),
                            step.fromPrevious(),
                            step.medianSeconds(),
                            step.averageSeconds()))
                .toList();
      }
    }
    compare(
        layer,
        AsQuery.of(options, Optional.of(view), filter),
        LocalDateTime.ofInstant(options.seenUntil(), clock.zone()),
        expected);
  }

  private void lifecycle(SemanticLayer layer) {
    IntervalUnit unit = pick(IntervalUnit.values());
    EventMatch comeBack = maybe(2) ? EventMatch.ANY : EventMatch.event(pick(RandomLogs.EVENTS));
    LifecycleOptions options =
        new LifecycleOptions(
            maybe(2) ? comeBack : comeBack.with("device", "phone"),
            comeBack,
            clock,
            unit,
            unit == IntervalUnit.HOUR ? days(2) : days(20),
            false);
    List<LifecycleRow> rows = new NaiveLifecycle(log, options).rows();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < rows.size(); i += 4) {
      expected.add(
          Cells.text(
              rows.get(i).interval(),
              rows.get(i).users().size(),
              rows.get(i + 1).users().size(),
              rows.get(i + 2).users().size(),
              rows.get(i + 3).users().size()));
    }
    compare(layer, AsQuery.of(options), afterAll(), expected);
  }

  private void stickiness(SemanticLayer layer) {
    IntervalUnit unit = pick(IntervalUnit.values());
    StickinessOptions options =
        new StickinessOptions(
            maybe(3) ? EventMatch.ANY : match(),
            clock,
            unit,
            unit == IntervalUnit.HOUR ? days(3) : days(30),
            1 + random.nextInt(2),
            random.nextBoolean());
    compare(
        layer,
        AsQuery.of(options),
        afterAll(),
        NaiveStickiness.histogram(log, options).entrySet().stream()
            .map(row -> Cells.text(row.getKey(), row.getValue()))
            .toList());
  }

  private void conversion(SemanticLayer layer) {
    ConversionOptions options =
        new ConversionOptions(
            match(),
            match(),
            clock,
            days(30),
            maybe(3) ? OptionalInt.empty() : OptionalInt.of(1 + random.nextInt(8)));
    NaiveConversion naive = new NaiveConversion(log, options);
    Map<LocalDate, List<Integer>> byDay = new HashMap<>();
    naive.days().forEach(row -> byDay.put(row.day(), List.of(row.base(), row.conversions())));
    List<String> expected = new ArrayList<>();
    int base = 0;
    int conversions = 0;
    for (LocalDateTime day : clock.starts(options.period(), IntervalUnit.DAY)) {
      List<Integer> of = byDay.getOrDefault(day.toLocalDate(), List.of(0, 0));
      expected.add(Cells.text(day, of.get(0), of.get(1), Cells.share(of.get(1), of.get(0))));
      base += of.get(0);
      conversions += of.get(1);
    }
    boolean whole = random.nextBoolean();
    ConversionQuery query = AsQuery.of(options, whole ? Optional.empty() : Optional.of(Grain.DAY));
    compare(
        layer,
        query,
        afterAll(),
        whole ? List.of(Cells.text(base, conversions, naive.rate())) : expected);
  }

  private void paths(SemanticLayer layer) {
    String page = pick(List.of("home", "item", "cart"));
    PathOptions options =
        new PathOptions(
            random.nextBoolean() ? new PathAnchor.From(page) : new PathAnchor.To(page),
            2 + random.nextInt(4),
            "page",
            "session",
            clock,
            days(20));
    NaivePaths naive = new NaivePaths(log, options);
    List<String> expected = new ArrayList<>();
    if (random.nextBoolean()) {
      int all = naive.rows().stream().mapToInt(row -> row.sessions()).sum();
      naive
          .rows()
          .forEach(
              row ->
                  expected.add(
                      Cells.text(
                          SplitAnalyses.padded(row.pages(), options.depth()),
                          row.sessions(),
                          Cells.share(row.sessions(), all))));
      compare(layer, AsQuery.of(options, PathQuery.View.PATHS), afterAll(), expected);
    } else {
      naive
          .nodes()
          .forEach(
              node ->
                  expected.add(
                      Cells.text(
                          node.pages().size(),
                          SplitAnalyses.padded(node.pages(), options.depth()),
                          node.sessions(),
                          node.dropped(),
                          Cells.share(node.dropped(), node.sessions()))));
      compare(layer, AsQuery.of(options, PathQuery.View.NODES), afterAll(), expected);
    }
  }

  private void stretches(SemanticLayer layer) {
    RandomStretches.Asked asked = new RandomStretches(seed, clock, firstDay).of(log, signups);
    compare(layer, asked.query(), afterAll(), asked.expected());
  }

  private EventMatch match() {
    EventMatch match = EventMatch.event(pick(RandomLogs.EVENTS));
    return maybe(4) ? match.with("page", pick(List.of("home", "item", "cart"))) : match;
  }

  private Span days(int most) {
    int from = random.nextInt(25);
    return Span.days(
        firstDay.plusDays(from), firstDay.plusDays(from + (long) random.nextInt(most)));
  }

  private LocalDateTime afterAll() {
    return firstDay.plusDays(100).atTime(12, 0);
  }

  private void compare(
      SemanticLayer layer, BehaviourQuery query, LocalDateTime asOf, List<String> expected) {
    QueryResult result = layer.run(query, Asking.at(asOf.atZone(clock.zone()).toInstant()));
    boolean ranges =
        result.columns().stream().anyMatch(column -> column.name().equals("period_last"));
    List<String> found =
        result.rows().stream()
            .map(row -> Cells.row(result, row, query instanceof RetentionQuery && !ranges))
            .toList();
    rows += expected.size();
    besideItsBase(layer, query, asOf);
    if (!found.equals(expected)) {
      differences.add(
          QueryJson.write(query)
              + " at "
              + asOf
              + "\n of "
              + log
              + "\n expected "
              + expected
              + "\n but found "
              + found
              + "\n by "
              + result.sql());
    }
  }

  /** The same compared with some days before is that of both periods. */
  private void besideItsBase(SemanticLayer layer, BehaviourQuery asked, LocalDateTime asOf) {
    BehaviourQuery query = asked instanceof RetentionQuery matrix ? matrix.together() : asked;
    boolean comparable =
        query.buckets().isEmpty()
            && !(query instanceof RetentionQuery pair
                && pair.within().filter(ReturnStretch.During.class::isInstance).isPresent())
            && !(query instanceof FunnelQuery funnel
                && funnel.shown() instanceof FunnelQuery.View.TimeToConvert);
    if (!comparable) {
      return;
    }
    Asking asking = Asking.at(asOf.atZone(clock.zone()).toInstant());
    int days = 1 + (int) (seed % 15);
    QueryResult both =
        layer.run(query.withComparison(Optional.of(new Comparison.DaysBefore(days))), asking);
    TimeRange base = both.base().orElseThrow();
    if (!base.until().toLocalTime().equals(LocalTime.MIDNIGHT)) {
      return;
    }
    QueryResult now = layer.run(query, asking);
    QueryResult before = layer.run(AsQuery.in(query, base), asking);
    try {
      SideBySide.check(
          both, SideBySide.byKey(now), SideBySide.byKey(before), query instanceof PathQuery);
    } catch (AssertionError e) {
      differences.add(QueryJson.write(query) + " " + days + " days before, at " + asOf + ": " + e);
    }
  }

  private boolean maybe(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
