package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.behaviour.StickinessFold;
import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.query.StickinessQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** The histogram of active intervals. */
final class StickinessAnalysis implements BehaviourAnalysis {
  private final StickinessQuery query;
  private final BehaviourScene scene;
  private final BehaviourRows rows;
  private final StickinessFold fold;

  StickinessAnalysis(StickinessQuery query, BehaviourScene scene, BehaviourRows rows) {
    this.query = query;
    this.scene = scene;
    this.rows = rows;
    this.fold = new StickinessFold(query.occurrences(), query.cumulative());
  }

  @Override
  public List<RelNode> plans(int shares) {
    return List.of(plan());
  }

  private RelNode plan() {
    BehaviourRows.Source source = rows.log(scene.period().from(), scene.period().until());
    rows.push(source);
    rows.builder().filter(rows.is(query.activity(), scene.ofEvents(), source));
    return rows.inOrder(
        List.of(
            rows.byInterval(source, query.unit(), Optional.empty(), Map.of("events", rows.one()))));
  }

  @Override
  public void read(RowView row) {
    fold.accept(String.valueOf(row.text(0)), row.number(3));
  }

  @Override
  public List<Column> columns() {
    return List.of(
        BehaviourColumns.ordinal("active_periods", "活跃期数", "Active periods"),
        BehaviourColumns.people("users", "用户数", "Users"));
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> table = new ArrayList<>();
    fold.result()
        .forEach((number, people) -> table.add(List.<@Nullable Object>of((long) number, people)));
    return table;
  }
}
