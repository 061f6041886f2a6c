package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.behaviour.LifecycleFold;
import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.time.Bucket;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** The lifecycle table. */
final class LifecycleAnalysis implements BehaviourAnalysis {
  private static final int TWO_UNITS = 2;

  private final LifecycleQuery query;
  private final BehaviourScene scene;
  private final BehaviourRows rows;
  private final BehaviourColumns words;

  /** Number 0 is the one before the period. */
  private final Intervals intervals;

  private final LifecycleFold fold;

  LifecycleAnalysis(LifecycleQuery query, BehaviourScene scene, BehaviourRows rows) {
    this.query = query;
    this.scene = scene;
    this.rows = rows;
    this.words = new BehaviourColumns(scene.catalog());
    Grain grain = query.grain();
    List<Bucket> asked = scene.units(scene.period().from(), scene.period().until(), grain);
    List<Bucket> all = new ArrayList<>();
    if (!asked.isEmpty()) {
      LocalDateTime first = asked.get(0).start();
      List<Bucket> before =
          scene.units(scene.calendar().plus(first, -TWO_UNITS, grain), first, grain);
      all.add(before.get(before.size() - 1));
      all.addAll(asked);
    }
    this.intervals = new Intervals(all);
    this.fold = new LifecycleFold(asked.size());
    scene.noteOverlap(query.groupBy());
  }

  @Override
  public List<RelNode> plans(int shares) {
    return List.of(plan());
  }

  private RelNode plan() {
    boolean empty = intervals.size() == 0;
    LocalDateTime from = empty ? scene.period().from() : intervals.start(0);
    LocalDateTime end =
        empty
            ? from
            : scene.calendar().plus(intervals.start(intervals.size() - 1), 1, query.grain());
    BehaviourRows.Source source = rows.log(from, BehaviourScene.earlier(end, scene.now()));
    rows.push(source);
    Map<String, RexNode> figures = new LinkedHashMap<>();
    figures.put("starts", rows.flag(rows.is(query.activity(), scene.ofEvents(), source)));
    figures.put("returns", rows.flag(rows.is(query.activity(), List.of(), source)));
    List<RelNode> relations = new ArrayList<>();
    relations.add(rows.byInterval(source, query.grain(), query.groupBy(), figures));
    if (scene.data().first().atStartOfDay().isBefore(from)) {
      BehaviourRows.Source before = rows.log(scene.data().first().atStartOfDay(), from);
      rows.push(before);
      Map<String, RexNode> none = new LinkedHashMap<>();
      none.put("starts", rows.zero());
      none.put("returns", rows.zero());
      relations.add(rows.longAgo(before, rows.noText(), none));
    }
    return rows.inOrder(relations);
  }

  @Override
  public void read(RowView row) {
    fold.accept(
        String.valueOf(row.text(0)),
        intervals.numberOf(row.number(1)),
        query.groupBy().isPresent()
            ? BehaviourColumns.groupName(row.text(2))
            : BehaviourColumns.ALL,
        row.number(3) > 0,
        row.number(4) > 0);
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    query.groupBy().ifPresent(name -> columns.add(words.group(name)));
    columns.add(AnswerShape.bucket(query.grain()));
    columns.add(BehaviourColumns.people("new_users", "新用户数", "New users"));
    columns.add(BehaviourColumns.people("retained_users", "留存用户数", "Retained users"));
    columns.add(BehaviourColumns.people("resurrected_users", "回流用户数", "Resurrected users"));
    columns.add(BehaviourColumns.people("dormant_users", "沉默用户数", "Dormant users"));
    return columns;
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> table = new ArrayList<>();
    words
        .groups(query.groupBy(), fold.result(), fold::nobody)
        .forEach(
            (group, counts) -> {
              for (int i = 1; i < intervals.size(); i++) {
                List<@Nullable Object> row = new ArrayList<>();
                query.groupBy().ifPresent(name -> row.add(words.groupValue(name, group)));
                row.add(BehaviourColumns.start(intervals.start(i), query.grain()));
                for (long[] people : counts.values()) {
                  row.add(people[i - 1]);
                }
                table.add(row);
              }
            });
    return table;
  }
}
