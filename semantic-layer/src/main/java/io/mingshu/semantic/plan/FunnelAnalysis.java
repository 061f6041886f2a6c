package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.behaviour.FunnelFold;
import io.mingshu.semantic.behaviour.FunnelFold.Reached;
import io.mingshu.semantic.behaviour.FunnelOptions;
import io.mingshu.semantic.behaviour.FunnelOptions.Attribution;
import io.mingshu.semantic.behaviour.FunnelOptions.Lap;
import io.mingshu.semantic.behaviour.Times;
import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.FunnelQuery.Breakdown;
import io.mingshu.semantic.query.FunnelQuery.Exclusion;
import io.mingshu.semantic.query.FunnelQuery.Order;
import io.mingshu.semantic.query.FunnelQuery.View;
import io.mingshu.semantic.query.Grain;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.jspecify.annotations.Nullable;

/** A funnel, its trend, or the times that people take. */
final class FunnelAnalysis implements BehaviourAnalysis {
  private static final String SHARED = "shared";
  private static final String KINDS = "kinds";
  private static final String SEQUENCE = "sequence";
  private static final int GROUP_COLUMN = 2;
  private static final String SECOND_HASH = "second_hash";

  private final FunnelQuery query;
  private final BehaviourScene scene;
  private final BehaviourRows rows;
  private final BehaviourColumns words;
  private final StepNames names;
  private final Optional<String> groupBy;
  private final long asOf;
  private final FunnelFold fold;
  private final boolean byHash;
  private long hash = -1;
  private long secondHash;
  private int secondHashColumn;
  private String person = "";

  /**
   * @param byHash whether people are put in order and told apart by two hashes, which takes an
   *     engine half as long as by name
   */
  FunnelAnalysis(FunnelQuery query, BehaviourScene scene, BehaviourRows rows, boolean byHash) {
    this.byHash = byHash;
    this.query = query;
    this.scene = scene;
    this.rows = rows;
    this.words = new BehaviourColumns(scene.catalog());
    this.names = new StepNames(query.steps(), words);
    this.groupBy = query.breakdown().map(Breakdown::dimension);
    this.asOf = scene.asOfMicros();
    this.fold = new FunnelFold(options());
    notes();
  }

  private FunnelOptions options() {
    int steps = query.steps().size();
    View view = query.shown();
    List<Lap> laps = List.of();
    if (view instanceof View.TimeToConvert times) {
      laps = List.of(new Lap(times.from(), times.to()));
    } else if (view instanceof View.Steps shown && shown.times()) {
      laps = IntStream.range(1, steps).mapToObj(step -> new Lap(step, step + 1)).toList();
    }
    LongUnaryOperator intervals =
        view instanceof View.Trend trend ? at -> scene.unit(at, trend.grain()) : null;
    int toStep = view instanceof View.Trend trend ? trend.toStep().orElse(steps) : steps;
    return new FunnelOptions(
        steps,
        switch (query.order()) {
          case ORDERED -> FunnelOptions.Order.ORDERED;
          case STRICT -> FunnelOptions.Order.STRICT;
          case ANY -> FunnelOptions.Order.ANY;
        },
        query.limit().map(window -> window.toNanos() / 1_000).orElse(FunnelOptions.NO_WINDOW),
        scene.micros(scene.period().from()),
        scene.micros(scene.period().until()),
        query.exclusions().stream()
            .map(
                e ->
                    new FunnelOptions.Exclusion(
                        e.after(), e.before(), e.effect() == Exclusion.Effect.VOIDS_ATTEMPT))
            .toList(),
        query.sameSession(),
        query.breakdown().map(FunnelAnalysis::attribution).orElse(Attribution.NONE),
        intervals,
        toStep,
        laps);
  }

  private static Attribution attribution(Breakdown breakdown) {
    return breakdown.everyStep()
        ? Attribution.EVERY_STEP
        : Attribution.atStep(breakdown.step().orElse(1));
  }

  private void notes() {
    LocalDateTime lastWindow =
        query
            .limit()
            .map(window -> scene.period().until().plus(window))
            .orElse(scene.period().until());
    if (lastWindow.isAfter(scene.now())) {
      scene
          .notes()
          .note(
              Note.Code.OPEN_WINDOW,
              "最后一些用户的转化窗口还没有结束，数字会继续增加",
              "The window of the last people is still open; their figures will still grow");
    }
    boolean mayOverlap =
        groupBy
            .flatMap(scene.catalog()::dimension)
            .filter(dimension -> !scene.log().isOfPeople(dimension))
            .isPresent();
    if (mayOverlap) {
      scene.notes().groupsMayOverlap();
    }
  }

  @Override
  public List<RelNode> plans(int shares) {
    return Share.each(shares, this::plan);
  }

  private RelNode plan(Share share) {
    BehaviourRows.Source source = rows.log(scene.period().from(), readUntil());
    rows.push(source, share);
    List<RexNode> relevant = new ArrayList<>();
    List<RexNode> kinds = new ArrayList<>();
    query.steps().forEach(step -> add(is(step.event(), scene.ofEvents(), source), kinds, relevant));
    query
        .exclusions()
        .forEach(exclusion -> add(is(exclusion.event(), List.of(), source), kinds, relevant));
    if (query.order() != Order.STRICT) {
      rows.whereAny(relevant);
    }
    Map<String, RexNode> figures = new LinkedHashMap<>();
    figures.put(
        KINDS,
        kinds.stream()
            .reduce((a, b) -> rows.builder().call(SqlStdOperatorTable.PLUS, a, b))
            .orElseThrow());
    if (query.sameSession()) {
      figures.put(SHARED, rows.dimension(scene.log().session().orElseThrow(), source));
    }
    rows.sequence().ifPresent(sequence -> figures.put(SEQUENCE, sequence));
    RelNode events = byHash ? eachByHash(source, figures) : rows.each(source, groupBy, figures);
    return rows.inOrder(List.of(events), figures.containsKey(SEQUENCE) ? SEQUENCE : KINDS);
  }

  /** The second hash takes the group's place where people are not split: less is sorted. */
  private RelNode eachByHash(BehaviourRows.Source source, Map<String, RexNode> figures) {
    RexNode second = rows.hashOfWho(source, 1);
    if (groupBy.isPresent()) {
      figures.put(SECOND_HASH, second);
    }
    secondHashColumn = groupBy.isPresent() ? GROUP_COLUMN + figures.size() : GROUP_COLUMN;
    RexNode third = groupBy.isPresent() ? rows.group(groupBy, source) : second;
    return rows.each(source, rows.hashOfWho(source, 0), third, figures);
  }

  private void add(RexNode condition, List<RexNode> kinds, List<RexNode> relevant) {
    RexNode flag = rows.flag(condition, 1L << kinds.size());
    relevant.add(flag);
    kinds.add(flag);
  }

  private RexNode is(Filter event, List<Filter> more, BehaviourRows.Source source) {
    return rows.is(Optional.of(event), more, source);
  }

  /** Somewhat too much rather than too little: clocks are put forward and back. */
  private LocalDateTime readUntil() {
    LocalDateTime known = scene.now().plusDays(1);
    Optional<Duration> window = query.limit();
    return window
        .map(
            length ->
                BehaviourScene.earlier(known, scene.period().until().plus(length).plusDays(1)))
        .orElse(known);
  }

  @Override
  public void read(RowView row) {
    long at = row.number(1);
    if (at < asOf) {
      fold.accept(
          byHash ? byHash(row) : String.valueOf(row.text(0)),
          at,
          row.number(3),
          groupBy.isPresent() ? BehaviourColumns.groupName(row.text(2)) : null,
          query.sameSession() ? BehaviourColumns.groupName(row.text(4)) : null);
    }
  }

  /**
   * Rows of one first hash follow each other; a second one would tell if they are of two people.
   */
  private String byHash(RowView row) {
    long first = row.number(0);
    long second = row.number(secondHashColumn);
    if (first != hash) {
      person = Long.toString(first);
    } else if (second != secondHash) {
      throw new SameHash();
    }
    hash = first;
    secondHash = second;
    return person;
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    groupBy.ifPresent(name -> columns.add(words.group(name)));
    View view = query.shown();
    if (view instanceof View.Trend || view instanceof View.Conversion) {
      if (view instanceof View.Trend trend) {
        columns.add(AnswerShape.bucket(trend.grain()));
      }
      columns.add(BehaviourColumns.people("users", "进入用户数", "Users who began"));
      columns.add(BehaviourColumns.people("converted_users", "转化用户数", "Users who converted"));
      columns.add(BehaviourColumns.rate("conversion", "转化率", "Conversion rate"));
      if (view instanceof View.Conversion) {
        columns.add(BehaviourColumns.rate("loss", "流失率", "Loss rate"));
      }
    } else if (view instanceof View.Losses) {
      columns.add(BehaviourColumns.ordinal("step", "步骤", "Step"));
      columns.add(names.column());
      columns.add(BehaviourColumns.people("users", "用户数", "Users"));
      columns.add(
          BehaviourColumns.rate(
              "conversion_from_previous", "相对上一步转化率", "Conversion from the previous step"));
      columns.add(BehaviourColumns.people("lost_users", "流失用户数", "Users lost"));
      columns.add(BehaviourColumns.rate("loss", "流失率", "Loss rate"));
    } else if (view instanceof View.TimeToConvert) {
      columns.add(BehaviourColumns.seconds("from_seconds", "用时起（秒）", "From (seconds)"));
      columns.add(BehaviourColumns.people("users", "用户数", "Users"));
    } else {
      columns.add(BehaviourColumns.ordinal("step", "步骤", "Step"));
      columns.add(names.column());
      columns.add(BehaviourColumns.people("users", "用户数", "Users"));
      columns.add(
          BehaviourColumns.rate(
              "conversion_from_first", "相对第一步转化率", "Conversion from the first step"));
      columns.add(
          BehaviourColumns.rate(
              "conversion_from_previous", "相对上一步转化率", "Conversion from the previous step"));
      if (view instanceof View.Steps steps && steps.times()) {
        columns.add(BehaviourColumns.seconds("median_seconds", "距上一步用时中位数（秒）", "Median seconds"));
        columns.add(BehaviourColumns.seconds("mean_seconds", "距上一步平均用时（秒）", "Mean seconds"));
      }
    }
    return columns;
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    Map<String, Reached> groups = fold.result();
    List<List<@Nullable Object>> table = new ArrayList<>();
    for (String group : words.sorted(groupBy, groups)) {
      Reached reached = Objects.requireNonNull(groups.get(group));
      List<@Nullable Object> key = new ArrayList<>();
      groupBy.ifPresent(name -> key.add(words.groupValue(name, group)));
      View view = query.shown();
      if (view instanceof View.Trend trend) {
        trend(key, reached, trend.grain(), table);
      } else if (view instanceof View.Conversion) {
        long users = reached.users(1);
        long converted = reached.users(query.steps().size());
        table.add(
            row(
                key,
                users,
                converted,
                BehaviourColumns.share(converted, users),
                BehaviourColumns.share(users - converted, users)));
      } else if (view instanceof View.Losses losses) {
        losses(key, reached, losses.largest(), table);
      } else if (view instanceof View.TimeToConvert times) {
        bins(key, reached.times().get(0), times.bins(), table);
      } else {
        steps(key, reached, table);
      }
    }
    return table;
  }

  private void trend(
      List<@Nullable Object> key,
      Reached reached,
      Grain grain,
      List<List<@Nullable Object>> table) {
    scene
        .units(scene.period().from(), scene.period().until(), grain)
        .forEach(
            unit -> {
              long interval = BehaviourScene.local(unit.start());
              long users = reached.begun().getOrDefault(interval, 0L);
              long converted = reached.converted().getOrDefault(interval, 0L);
              table.add(
                  row(
                      key,
                      BehaviourColumns.start(unit.start(), grain),
                      users,
                      converted,
                      BehaviourColumns.share(converted, users)));
            });
  }

  private static void bins(
      List<@Nullable Object> key,
      Times times,
      Optional<Integer> bins,
      List<List<@Nullable Object>> table) {
    OptionalInt number = bins.map(OptionalInt::of).orElse(OptionalInt.empty());
    times
        .histogram(number)
        .forEach(bin -> table.add(row(key, (double) bin.fromSeconds(), bin.people())));
  }

  private void steps(
      List<@Nullable Object> key, Reached reached, List<List<@Nullable Object>> table) {
    for (int step = 1; step <= query.steps().size(); step++) {
      long users = reached.users(step);
      List<@Nullable Object> row = new ArrayList<>(key);
      row.add((long) step);
      row.add(names.name(step - 1));
      row.add(users);
      row.add(BehaviourColumns.share(users, reached.users(1)));
      row.add(BehaviourColumns.share(users, reached.users(Math.max(1, step - 1))));
      if (!reached.times().isEmpty()) {
        row.add(step == 1 ? null : value(reached.times().get(step - 2).medianSeconds()));
        row.add(step == 1 ? null : value(reached.times().get(step - 2).meanSeconds()));
      }
      table.add(Collections.unmodifiableList(row));
    }
  }

  private void losses(
      List<@Nullable Object> key,
      Reached reached,
      Optional<View.Losses.By> largest,
      List<List<@Nullable Object>> table) {
    IntStream.rangeClosed(2, query.steps().size())
        .boxed()
        .sorted(
            largest
                .map(by -> Comparator.comparingDouble((Integer step) -> -loss(reached, step, by)))
                .orElse(Comparator.comparingDouble(Integer::doubleValue)))
        .limit(largest.isPresent() ? 1 : query.steps().size())
        .forEach(step -> table.add(lost(key, reached, step)));
  }

  private static double loss(Reached reached, int step, View.Losses.By by) {
    long before = reached.users(step - 1);
    long lost = before - reached.users(step);
    return by == View.Losses.By.PEOPLE ? lost : before == 0 ? 0 : (double) lost / before;
  }

  private List<@Nullable Object> lost(List<@Nullable Object> key, Reached reached, int step) {
    long before = reached.users(step - 1);
    long users = reached.users(step);
    return row(
        key,
        (long) step,
        names.name(step - 1),
        users,
        BehaviourColumns.share(users, before),
        before - users,
        BehaviourColumns.share(before - users, before));
  }

  private static @Nullable Object value(OptionalDouble number) {
    return number.isPresent() ? (Object) number.getAsDouble() : null;
  }

  private static List<@Nullable Object> row(List<@Nullable Object> key, @Nullable Object... more) {
    List<@Nullable Object> row = new ArrayList<>(key);
    Collections.addAll(row, more);
    return Collections.unmodifiableList(row);
  }
}
