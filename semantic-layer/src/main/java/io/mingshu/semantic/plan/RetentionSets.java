package io.mingshu.semantic.plan;

import io.mingshu.semantic.behaviour.RetentionFold;
import io.mingshu.semantic.engine.RowView;
import io.mingshu.semantic.query.Grain;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;

/**
 * Retention from one row for each person who may be in a cohort: in which intervals they started
 * and came back, as sets. Nothing needs to be in order, which is what takes an engine longest.
 */
final class RetentionSets {
  private static final String WHO = "who";
  private static final String NUMBER = "number";
  private static final String STARTED = "started";
  private static final String CAME_BACK = "came_back";
  private static final String BEFORE = "before";

  private final BehaviourRows rows;
  private final RelBuilder builder;
  private final IntervalSets sets;
  private final Grain unit;
  private final LocalDateTime first;
  private final List<RelNode> relations = new ArrayList<>();
  private long people;

  /**
   * @param first the start of interval 0
   * @param intervals how many there are
   */
  RetentionSets(BehaviourRows rows, Grain unit, LocalDateTime first, int intervals) {
    this.rows = rows;
    this.builder = rows.builder();
    this.sets = new IntervalSets(intervals);
    this.unit = unit;
    this.first = first;
  }

  /** Adds what rows say that the builder holds; a condition that is absent holds for none. */
  void add(BehaviourRows.Source source, Optional<RexNode> starts, Optional<RexNode> comesBack) {
    List<RexNode> fields = new ArrayList<>(List.of(rows.who(source)));
    List<String> names = new ArrayList<>(List.of(WHO));
    fields.add(rows.unitsSince(first, source, unit));
    names.add(NUMBER);
    starts.ifPresent(
        condition -> {
          fields.add(condition);
          names.add(STARTED);
        });
    comesBack.ifPresent(
        condition -> {
          fields.add(condition);
          names.add(CAME_BACK);
        });
    builder.project(fields, names, true);
    List<RexNode> bits = new ArrayList<>(List.of(builder.field(WHO)));
    bits.addAll(bits(starts.isPresent(), STARTED));
    bits.addAll(bits(comesBack.isPresent(), CAME_BACK));
    bits.add(rows.noNumber());
    gather(bits);
  }

  private List<RexNode> bits(boolean any, String condition) {
    List<RexNode> bits = new ArrayList<>();
    if (any) {
      return sets.of(builder.field(NUMBER), builder.field(condition), builder);
    }
    for (int i = 0; i < sets.columns(); i++) {
      bits.add(rows.noNumber());
    }
    return bits;
  }

  /** Adds that whoever is in the builder's rows started before all intervals. */
  void addBefore(BehaviourRows.Source source) {
    List<RexNode> fields = new ArrayList<>(List.of(rows.who(source)));
    for (int i = 0; i < 2 * sets.columns(); i++) {
      fields.add(rows.noNumber());
    }
    fields.add(rows.one());
    gather(fields);
  }

  private void gather(List<RexNode> fields) {
    builder.project(fields, names(), true);
    byPerson();
    relations.add(builder.build());
  }

  private void byPerson() {
    List<String> names = names();
    builder.aggregate(
        builder.groupKey(WHO),
        names.subList(1, names.size()).stream()
            .map(
                name ->
                    builder.aggregateCall(SqlStdOperatorTable.BIT_OR, builder.field(name)).as(name))
            .toList());
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(WHO));
    for (String set : List.of(STARTED, CAME_BACK)) {
      for (int i = 0; i < sets.columns(); i++) {
        names.add(set + "_" + i);
      }
    }
    names.add(BEFORE);
    return names;
  }

  /** A row for each person who started, without saying who. */
  RelNode plan() {
    relations.forEach(builder::push);
    if (relations.size() > 1) {
      builder.union(true, relations.size());
      byPerson();
    }
    List<String> names = names();
    builder.filter(
        builder.or(
            names.subList(1, 1 + sets.columns()).stream()
                .map(name -> builder.isNotNull(builder.field(name)))
                .toList()));
    builder.project(
        names.subList(1, names.size()).stream().map(name -> (RexNode) builder.field(name)).toList(),
        names.subList(1, names.size()),
        true);
    return builder.build();
  }

  void read(RowView row, RetentionFold fold) {
    String who = Long.toString(people++);
    BitSet started = sets.read(row, 0);
    BitSet cameBack = sets.read(row, sets.columns());
    boolean before = row.number(2 * sets.columns()) > 0;
    BitSet either = (BitSet) started.clone();
    either.or(cameBack);
    if (before) {
      fold.accept(who, -1, true, false, 0, "");
    }
    for (int interval = either.nextSetBit(0);
        interval >= 0;
        interval = either.nextSetBit(interval + 1)) {
      boolean starts = started.get(interval);
      fold.accept(who, interval, starts, starts, cameBack.get(interval) ? 1 : 0, "");
    }
  }
}
