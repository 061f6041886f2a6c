package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.behaviour.StickinessFold;
import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.query.StickinessQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** The histogram of active intervals. */
final class StickinessAnalysis implements BehaviourAnalysis {
  private final StickinessQuery query;
  private final BehaviourScene scene;
  private final BehaviourRows rows;
  private final BehaviourColumns words;
  private final Map<String, StickinessFold> groups = new HashMap<>();

  StickinessAnalysis(StickinessQuery query, BehaviourScene scene, BehaviourRows rows) {
    this.query = query;
    this.scene = scene;
    this.rows = rows;
    this.words = new BehaviourColumns(scene.catalog());
    scene.noteOverlap(query.groupBy());
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
            rows.byInterval(source, query.unit(), query.groupBy(), Map.of("events", rows.one()))));
  }

  @Override
  public void read(RowView row) {
    String group =
        query.groupBy().isPresent()
            ? BehaviourColumns.groupName(row.text(2))
            : BehaviourColumns.ALL;
    if (group != null) {
      groups
          .computeIfAbsent(group, none -> newFold())
          .accept(String.valueOf(row.text(0)), row.number(3));
    }
  }

  private StickinessFold newFold() {
    return new StickinessFold(query.occurrences(), query.cumulative());
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    query.groupBy().ifPresent(name -> columns.add(words.group(name)));
    columns.add(BehaviourColumns.ordinal("active_periods", "活跃期数", "Active periods"));
    columns.add(BehaviourColumns.people("users", "用户数", "Users"));
    return columns;
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> table = new ArrayList<>();
    words
        .groups(query.groupBy(), groups, this::newFold)
        .forEach(
            (group, fold) ->
                fold.result()
                    .forEach(
                        (number, people) -> {
                          List<@Nullable Object> row = new ArrayList<>();
                          query.groupBy().ifPresent(name -> row.add(words.groupValue(name, group)));
                          row.add((long) number);
                          row.add(people);
                          table.add(row);
                        }));
    return table;
  }
}
