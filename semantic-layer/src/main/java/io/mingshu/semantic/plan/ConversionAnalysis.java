package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.behaviour.ConversionFold;
import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.Grain;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Conversions that are given to base events. */
final class ConversionAnalysis implements BehaviourAnalysis {
  private final ConversionQuery query;
  private final BehaviourScene scene;
  private final BehaviourRows rows;
  private final BehaviourColumns words;
  private final Intervals days;
  private final LocalDateTime until;
  private final ConversionFold fold;

  ConversionAnalysis(ConversionQuery query, BehaviourScene scene, BehaviourRows rows) {
    this.query = query;
    this.scene = scene;
    this.rows = rows;
    this.words = new BehaviourColumns(scene.catalog());
    scene.noteOverlap(query.groupBy());
    LocalDateTime last = scene.calendar().floor(scene.now(), Grain.DAY).plusDays(1);
    LocalDateTime lastOfPeriod = scene.period().lastDay().plusDays(1).atStartOfDay();
    LocalDateTime windowEnd =
        query.windowDays().map(n -> lastOfPeriod.plusDays(n - 1L)).orElse(last);
    this.until = BehaviourScene.earlier(windowEnd, last);
    this.days =
        new Intervals(scene.units(scene.period().from(), scene.period().until(), Grain.DAY));
    this.fold =
        new ConversionFold(
            days.size(), query.windowDays().map(OptionalInt::of).orElse(OptionalInt.empty()));
    if (windowEnd.isAfter(last) || query.windowDays().isEmpty()) {
      scene
          .notes()
          .note(
              Note.Code.OPEN_WINDOW,
              "最后一些天的转化窗口还没有结束，数字会继续增加",
              "The window of the last days is still open; their figures will still grow");
    }
  }

  @Override
  public List<RelNode> plans(int shares) {
    return List.of(plan());
  }

  private RelNode plan() {
    BehaviourRows.Source source =
        rows.log(scene.period().from(), BehaviourScene.earlier(until, scene.now()));
    rows.push(source);
    Map<String, RexNode> figures = new LinkedHashMap<>();
    figures.put("base", rows.flag(rows.is(Optional.of(query.base()), scene.ofEvents(), source)));
    figures.put(
        "conversions", rows.flag(rows.is(Optional.of(query.conversion()), List.of(), source)));
    rows.whereAny(figures.values());
    return rows.inOrder(List.of(rows.byInterval(source, Grain.DAY, query.groupBy(), figures)));
  }

  /** Days behind the period follow it. */
  private int number(long localMicros) {
    int number = days.numberOf(localMicros);
    if (number >= 0) {
      return number;
    }
    long first = BehaviourScene.local(days.start(0));
    return (int) ((localMicros - first) / MICROS_OF_DAY);
  }

  private static final long MICROS_OF_DAY = 24L * 60 * 60 * 1_000_000;

  @Override
  public void read(RowView row) {
    fold.accept(
        String.valueOf(row.text(0)),
        number(row.number(1)),
        query.groupBy().isPresent()
            ? BehaviourColumns.groupName(row.text(2))
            : BehaviourColumns.ALL,
        row.number(3),
        row.number(4));
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    query.groupBy().ifPresent(name -> columns.add(words.group(name)));
    query.grain().ifPresent(grain -> columns.add(AnswerShape.bucket(grain)));
    columns.add(BehaviourColumns.count("base_events", "基础行为次数", "Base events"));
    columns.add(BehaviourColumns.count("conversions", "转化次数", "Conversions"));
    columns.add(BehaviourColumns.rate("rate", "转化率", "Conversion rate"));
    return columns;
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> table = new ArrayList<>();
    words
        .groups(query.groupBy(), fold.result(), fold::none)
        .forEach((group, counts) -> add(group, counts, table));
    return table;
  }

  private void add(String group, ConversionFold.Counts counts, List<List<@Nullable Object>> table) {
    Map<LocalDateTime, long[]> sums = new TreeMap<>();
    LocalDateTime all = LocalDateTime.MIN;
    if (query.grain().isEmpty()) {
      sums.put(all, new long[2]);
    }
    for (int day = 0; day < days.size(); day++) {
      LocalDateTime start = days.start(day);
      long[] sum =
          sums.computeIfAbsent(
              query.grain().map(grain -> scene.calendar().floor(start, grain)).orElse(all),
              bucket -> new long[2]);
      sum[0] += counts.base(day);
      sum[1] += counts.conversions(day);
    }
    sums.forEach(
        (bucket, sum) -> {
          List<@Nullable Object> row = new ArrayList<>();
          query.groupBy().ifPresent(name -> row.add(words.groupValue(name, group)));
          query.grain().ifPresent(grain -> row.add(BehaviourColumns.start(bucket, grain)));
          row.add(sum[0]);
          row.add(sum[1]);
          row.add(BehaviourColumns.share(sum[1], sum[0]));
          table.add(Collections.unmodifiableList(row));
        });
  }
}
