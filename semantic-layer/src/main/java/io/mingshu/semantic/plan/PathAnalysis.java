package io.mingshu.semantic.plan;

import com.google.common.collect.ImmutableList;
import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.behaviour.PathFold;
import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.PathQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexSubQuery;
import org.jspecify.annotations.Nullable;

/** The ways through pages. */
final class PathAnalysis implements BehaviourAnalysis {
  private static final String SEQUENCE = "sequence";
  private static final String OF = "split";
  private static final int FIRST_FIGURE = 3;

  private final PathQuery query;
  private final BehaviourScene scene;
  private final BehaviourRows rows;
  private final BehaviourColumns words;
  private final String page;
  private final String session;
  private final Map<String, PathFold> groups = new HashMap<>();
  private final long from;
  private final long until;

  PathAnalysis(PathQuery query, BehaviourScene scene, BehaviourRows rows) {
    this.query = query;
    this.scene = scene;
    this.rows = rows;
    this.words = new BehaviourColumns(scene.catalog());
    this.page = scene.log().page().orElseThrow();
    this.session = scene.log().session().orElseThrow();
    this.from = scene.micros(scene.period().from());
    this.until = scene.micros(scene.period().until());
    scene.noteOverlap(query.groupBy());
  }

  private PathFold newFold() {
    return new PathFold(query.page(), query.direction() == PathQuery.Direction.TO, query.depth());
  }

  @Override
  public List<RelNode> plans(int shares) {
    return List.of(plan());
  }

  private RelNode plan() {
    RelNode sessions = sessions();
    BehaviourRows.Source source = rows.log(scene.beginning(), scene.now());
    pushSeen(source);
    RexNode of = rows.dimension(session, source);
    rows.builder().filter(RexSubQuery.in(sessions, ImmutableList.of(of)));
    Map<String, RexNode> figures = new LinkedHashMap<>();
    query.groupBy().ifPresent(name -> figures.put(OF, rows.group(query.groupBy(), source)));
    rows.sequence().ifPresent(sequence -> figures.put(SEQUENCE, sequence));
    RelNode seen = rows.each(source, rows.dimension(session, source), Optional.of(page), figures);
    return figures.containsKey(SEQUENCE)
        ? rows.inOrder(List.of(seen), SEQUENCE)
        : rows.inOrder(List.of(seen));
  }

  /** Sessions that see the page in the period; the rest of them may lie outside. */
  private RelNode sessions() {
    BehaviourRows.Source source = rows.log(scene.period().from(), scene.period().until());
    pushSeen(source);
    rows.builder()
        .filter(rows.is(List.of(new Filter.In(page, List.of(query.page()), false)), source));
    rows.builder().project(List.of(rows.dimension(session, source)), List.of(session), true);
    rows.builder().aggregate(rows.builder().groupKey(rows.builder().field(session)));
    return rows.builder().build();
  }

  private void pushSeen(BehaviourRows.Source source) {
    rows.push(source);
    rows.builder()
        .filter(
            rows.is(scene.ofEvents(), source),
            rows.is(List.of(new Filter.IsNull(session, true)), source),
            rows.is(List.of(new Filter.IsNull(page, true)), source));
  }

  @Override
  public void read(RowView row) {
    String group =
        query.groupBy().isPresent()
            ? BehaviourColumns.groupName(row.text(FIRST_FIGURE))
            : BehaviourColumns.ALL;
    if (group == null) {
      return;
    }
    long at = row.number(1);
    groups
        .computeIfAbsent(group, none -> newFold())
        .accept(String.valueOf(row.text(0)), String.valueOf(row.text(2)), at >= from && at < until);
  }

  @Override
  public List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    query.groupBy().ifPresent(name -> columns.add(words.group(name)));
    if (query.view() == PathQuery.View.NODES) {
      columns.add(BehaviourColumns.ordinal("depth", "第几页", "Depth"));
    }
    for (int i = 1; i <= query.depth(); i++) {
      columns.add(words.valueOf(page, "page_" + i, "第" + i + "页", "Page " + i));
    }
    columns.add(BehaviourColumns.count("sessions", "会话数", "Sessions"));
    if (query.view() == PathQuery.View.NODES) {
      boolean forwards = query.direction() == PathQuery.Direction.FROM;
      columns.add(
          BehaviourColumns.count(
              "dropped", forwards ? "就此离开" : "由此进入", forwards ? "Left here" : "Began here"));
      columns.add(
          BehaviourColumns.rate(
              "drop_rate", forwards ? "离开率" : "进入占比", forwards ? "Drop-off" : "Share that began"));
    } else {
      columns.add(BehaviourColumns.rate("share", "占比", "Share"));
    }
    return columns;
  }

  @Override
  public List<List<@Nullable Object>> rows() {
    List<List<@Nullable Object>> table = new ArrayList<>();
    words
        .groups(query.groupBy(), groups, this::newFold)
        .forEach((group, fold) -> add(group, fold, table));
    return table;
  }

  private void add(String group, PathFold fold, List<List<@Nullable Object>> table) {
    if (query.view() == PathQuery.View.NODES) {
      for (PathFold.Way node : fold.nodes()) {
        List<@Nullable Object> row = key(group);
        row.add((long) node.pages().size());
        addPages(node.pages(), row);
        row.add(node.sessions());
        row.add(node.dropped());
        row.add(BehaviourColumns.share(node.dropped(), node.sessions()));
        table.add(Collections.unmodifiableList(row));
      }
      return;
    }
    List<PathFold.Way> ways = fold.ways();
    long all = ways.stream().mapToLong(PathFold.Way::sessions).sum();
    for (PathFold.Way way : ways.subList(0, Math.min(ways.size(), query.count()))) {
      List<@Nullable Object> row = key(group);
      addPages(fold.inTime(way.pages()), row);
      row.add(way.sessions());
      row.add(BehaviourColumns.share(way.sessions(), all));
      table.add(Collections.unmodifiableList(row));
    }
  }

  private List<@Nullable Object> key(String group) {
    List<@Nullable Object> row = new ArrayList<>();
    query.groupBy().ifPresent(name -> row.add(words.groupValue(name, group)));
    return row;
  }

  private void addPages(List<String> pages, List<@Nullable Object> row) {
    for (int i = 0; i < query.depth(); i++) {
      row.add(
          i < pages.size() ? words.groupValue(page, Objects.requireNonNull(pages.get(i))) : null);
    }
  }
}
