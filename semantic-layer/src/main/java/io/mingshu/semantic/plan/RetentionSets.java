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
 * Retention from rows of people: in which intervals they started and came back, as sets, and how
 * many did the same. Nothing needs to be in order, which is what takes an engine longest.
 */
final class RetentionSets {
  private static final String WHO = "who";
  private static final String NUMBER = "number";
  private static final String STARTED = "started";
  private static final String CAME_BACK = "came_back";
  private static final String BEFORE = "before";
  private static final String PEOPLE = "people";

  private final BehaviourRows rows;
  private final RelBuilder builder;
  private final IntervalSets sets;
  private final Grain unit;
  private final LocalDateTime first;
  private final List<RelNode> relations = new ArrayList<>();
  private final boolean startsApart;
  private final boolean looksBack;

  /**
   * @param first the start of interval 0
   * @param intervals how many there are
   * @param startsApart whether starts are not what comes back, and need a set of their own
   * @param looksBack whether starts before all intervals matter
   */
  RetentionSets(
      BehaviourRows rows,
      Grain unit,
      LocalDateTime first,
      int intervals,
      boolean startsApart,
      boolean looksBack) {
    this.rows = rows;
    this.builder = rows.builder();
    this.sets = new IntervalSets(intervals);
    this.unit = unit;
    this.first = first;
    this.startsApart = startsApart;
    this.looksBack = looksBack;
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
    if (startsApart) {
      bits.addAll(bits(starts.isPresent(), STARTED));
    }
    bits.addAll(bits(comesBack.isPresent(), CAME_BACK));
    if (looksBack) {
      bits.add(rows.noNumber());
    }
    project(bits);
  }

  /** Adds rows that all start and come back: one set says both. */
  void addOfBoth(BehaviourRows.Source source) {
    add(source, Optional.empty(), Optional.of(builder.literal(true)));
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
    for (int i = 2; i < names().size(); i++) {
      fields.add(rows.noNumber());
    }
    fields.add(rows.one());
    project(fields);
  }

  private void project(List<RexNode> fields) {
    builder.project(fields, names(), true);
    relations.add(builder.build());
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(List.of(WHO));
    for (String set : startsApart ? List.of(STARTED, CAME_BACK) : List.of(CAME_BACK)) {
      for (int i = 0; i < sets.columns(); i++) {
        names.add(set + "_" + i);
      }
    }
    if (looksBack) {
      names.add(BEFORE);
    }
    return names;
  }

  /** A row for all who did the same, without saying who; of those who started only. */
  RelNode plan() {
    relations.forEach(builder::push);
    if (relations.size() > 1) {
      builder.union(true, relations.size());
    }
    List<String> names = names();
    List<String> sets = names.subList(1, names.size());
    builder.aggregate(
        builder.groupKey(WHO),
        sets.stream()
            .map(
                name ->
                    builder.aggregateCall(SqlStdOperatorTable.BIT_OR, builder.field(name)).as(name))
            .toList());
    if (startsApart || looksBack) {
      builder.filter(
          builder.or(
              sets.subList(0, this.sets.columns()).stream()
                  .map(name -> builder.isNotNull(builder.field(name)))
                  .toList()));
    }
    builder.aggregate(builder.groupKey(builder.fields(sets)), builder.countStar(PEOPLE));
    return builder.build();
  }

  void read(RowView row, RetentionFold fold) {
    BitSet started = sets.read(row, 0);
    BitSet cameBack = startsApart ? sets.read(row, sets.columns()) : started;
    int next = startsApart ? 2 * sets.columns() : sets.columns();
    boolean before = looksBack && row.number(next) > 0;
    fold.accept(row.number(looksBack ? next + 1 : next), before, started, cameBack);
  }
}
