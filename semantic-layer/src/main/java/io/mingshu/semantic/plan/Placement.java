package io.mingshu.semantic.plan;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;

/** Places what was aggregated by unit of time in the buckets of the answer. */
final class Placement {
  static final String UNIT = "time.unit";
  static final String FROM = "time.from";
  static final String FROM_UTC = "time.from.utc";
  static final String UNITS = "units";
  private static final String FROM_UNIT = "time.from.unit";

  private final RelBuilder builder;
  private final Rex rex;
  private final Rows rows;
  private final Joins joins;

  Placement(RelBuilder builder, Rows rows) {
    this.builder = builder;
    this.rex = new Rex(builder);
    this.rows = rows;
    this.joins = new Joins(builder);
  }

  RelNode renamed(RelNode relation, String from, String to) {
    builder.push(relation);
    List<String> names =
        relation.getRowType().getFieldNames().stream()
            .map(name -> name.equals(from) ? to : name)
            .toList();
    builder.project(builder.fields(), names, true);
    return builder.build();
  }

  /** Rows by unit of time, in the buckets that the units belong to. */
  RelNode placed(RelNode byUnit, Timeline timeline, boolean withFrom) {
    RelNode units = renamed(byUnit, Scope.BUCKET, UNIT);
    if (timeline.kind() != Timeline.Kind.WINDOWS) {
      return joins.join(units, slots(timeline, UNIT, withFrom), List.of(UNIT), JoinRelType.INNER);
    }
    // A bucket has all units from its first one to its own.
    builder.push(units).push(slots(timeline, FROM_UNIT, withFrom));
    RexNode unit = builder.field(2, 0, UNIT);
    builder.join(
        JoinRelType.INNER,
        builder.call(
            SqlStdOperatorTable.GREATER_THAN_OR_EQUAL, unit, builder.field(2, 1, FROM_UNIT)),
        builder.call(
            SqlStdOperatorTable.LESS_THAN_OR_EQUAL, unit, builder.field(2, 1, Scope.BUCKET)));
    return builder.build();
  }

  /** Slots as rows: unit, bucket and, if need be, its first moment on the clock and in UTC. */
  private RelNode slots(Timeline timeline, String unit, boolean withFrom) {
    List<List<RexLiteral>> tuples = new ArrayList<>();
    for (Timeline.Slot slot : timeline.slots()) {
      RexLiteral start = rex.timestamp(slot.unit().start());
      RexLiteral label = rex.timestamp(slot.label());
      tuples.add(
          withFrom
              ? List.of(
                  start,
                  label,
                  rex.timestamp(slot.windowFrom()),
                  (RexLiteral) rows.bound(slot.windowFrom(), false))
              : List.of(start, label));
    }
    List<String> names = List.of(unit, Scope.BUCKET, FROM, FROM_UTC).subList(0, withFrom ? 4 : 2);
    return constants(tuples, names, names.size());
  }

  RelNode unitsOf(List<WholeUnits.UnitOf> units) {
    List<List<RexLiteral>> tuples = new ArrayList<>();
    for (WholeUnits.UnitOf unit : units) {
      tuples.add(
          List.of(
              rex.timestamp(unit.start()),
              rex.timestamp(unit.label().orElseThrow()),
              builder.literal(unit.count())));
    }
    return constants(tuples, List.of(UNIT, Scope.BUCKET, UNITS), 2);
  }

  /** The buckets of the answer as rows. */
  RelNode spine(List<LocalDateTime> labels) {
    return constants(
        labels.stream().map(label -> List.of(rex.timestamp(label))).toList(),
        List.of(Scope.BUCKET),
        1);
  }

  /** Rows of constants; the first {@code times} columns are times. */
  RelNode constants(List<List<RexLiteral>> tuples, List<String> names, int times) {
    var types = builder.getTypeFactory();
    var rowType = types.builder();
    for (int i = 0; i < names.size(); i++) {
      RelDataType type =
          types.createSqlType(i < times ? SqlTypeName.TIMESTAMP : SqlTypeName.INTEGER);
      rowType.add(names.get(i), type);
    }
    return builder.values(tuples, rowType.build()).build();
  }
}
