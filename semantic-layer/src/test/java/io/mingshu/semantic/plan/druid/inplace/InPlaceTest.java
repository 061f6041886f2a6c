package io.mingshu.semantic.plan.druid.inplace;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.duckdb.DuckDbSettings;
import io.mingshu.semantic.engine.duckdb.Scratch;
import io.mingshu.semantic.plan.algebra.Algebra;
import io.mingshu.semantic.plan.algebra.DuckDbDialect;
import io.mingshu.semantic.plan.algebra.SqlText;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.TimestampString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done in place is what the database would have done, over rows with nulls and ties. */
class InPlaceTest {
  private static final int ROUNDS = 20;
  private static final Map<String, ColumnType> COLUMNS = columns();

  private final Random random = new Random(11);
  private Scratch scratch;
  private RelBuilder builder;

  private static Map<String, ColumnType> columns() {
    Map<String, ColumnType> columns = new LinkedHashMap<>();
    columns.put("place", ColumnType.STRING);
    columns.put("day", ColumnType.INSTANT);
    columns.put("count", ColumnType.INTEGER);
    columns.put("money", ColumnType.DECIMAL);
    columns.put("rate", ColumnType.DOUBLE);
    return columns;
  }

  @BeforeEach
  void open() {
    scratch = Scratch.open(new DuckDbSettings(1, 64, 1));
    builder = Algebra.over(List.of());
  }

  @AfterEach
  void close() {
    scratch.close();
  }

  @Test
  void ordersByAnyTypeWithNullsLast() {
    for (String column : COLUMNS.keySet()) {
      same(
          plan -> {
            scan("f1");
            plan.sort(
                plan.nullsLast(plan.desc(plan.field(column))),
                plan.nullsLast(plan.field("place")),
                plan.nullsLast(plan.field("day")),
                plan.nullsLast(plan.field("count")),
                plan.nullsLast(plan.field("money")),
                plan.nullsLast(plan.field("rate")));
          });
    }
  }

  @Test
  void takesTheFirst() {
    same(
        plan -> {
          scan("f1");
          plan.project(plan.field("count"));
          plan.sortLimit(2, 3, plan.nullsLast(plan.desc(plan.field("count"))));
        });
  }

  @Test
  void putsZeroForNullAndDividesByWhatIsNotZero() {
    for (String column : List.of("count", "money", "rate")) {
      same(
          plan -> {
            scan("f1");
            RexNode value = zeroIfNull(plan.field(column));
            plan.project(
                plan.field("place"),
                value,
                call(
                    SqlStdOperatorTable.DIVIDE,
                    asDouble(value),
                    call(SqlStdOperatorTable.NULLIF, zeroIfNull(plan.field("money")), zero())));
          });
    }
  }

  @Test
  void addsSubtractsAndMultiplies() {
    same(
        plan -> {
          scan("f1");
          RexNode count = plan.field("count");
          RexNode money = plan.field("money");
          plan.project(
              call(SqlStdOperatorTable.MINUS, zeroIfNull(money), money),
              call(SqlStdOperatorTable.MINUS, count, zeroIfNull(count)),
              call(SqlStdOperatorTable.PLUS, money, count),
              call(SqlStdOperatorTable.MINUS, plan.field("rate"), asDouble(count)),
              call(SqlStdOperatorTable.MULTIPLY, asDouble(money), asDouble(count)));
        });
  }

  @Test
  void turnsTimesIntoDays() {
    same(
        plan -> {
          scan("f1");
          RelDataType date = plan.getTypeFactory().createSqlType(SqlTypeName.DATE);
          plan.project(plan.getRexBuilder().makeAbstractCast(date, plan.field("day"), false));
        });
  }

  @Test
  void keepsTheRowsOfConditions() {
    List<SqlOperator> comparisons =
        List.of(
            SqlStdOperatorTable.EQUALS,
            SqlStdOperatorTable.NOT_EQUALS,
            SqlStdOperatorTable.LESS_THAN,
            SqlStdOperatorTable.LESS_THAN_OR_EQUAL,
            SqlStdOperatorTable.GREATER_THAN,
            SqlStdOperatorTable.GREATER_THAN_OR_EQUAL);
    for (SqlOperator comparison : comparisons) {
      same(
          plan -> {
            scan("f1");
            RexNode holds = call(comparison, plan.field("money"), plan.field("count"));
            RexNode other = call(comparison, plan.field("place"), plan.literal("浙江"));
            RexNode third = call(comparison, plan.field("rate"), number("0.5"));
            plan.project(
                holds,
                plan.and(holds, other),
                plan.or(holds, third),
                plan.not(other),
                plan.isNull(other),
                plan.isNotNull(holds),
                call(SqlStdOperatorTable.IS_TRUE, holds),
                call(SqlStdOperatorTable.IS_NOT_TRUE, holds));
          });
      same(
          plan -> {
            scan("f1");
            plan.filter(call(comparison, plan.field("count"), number("2")));
          });
    }
  }

  @Test
  void joinsByEqualKeys() {
    for (JoinRelType type : List.of(JoinRelType.INNER, JoinRelType.LEFT, JoinRelType.FULL)) {
      same(
          plan -> {
            scan("f1");
            scan("f2");
            plan.join(type, equal("place"), equal("day"));
            RexNode place =
                call(SqlStdOperatorTable.COALESCE, plan.field(0), plan.field(COLUMNS.size()));
            plan.project(place, plan.field(2), plan.field(COLUMNS.size() + 2));
          });
    }
  }

  @Test
  void joinsAllWithAll() {
    same(
        plan -> {
          scan("f1");
          scan("f2");
          plan.join(JoinRelType.INNER, plan.literal(true));
          plan.project(plan.field(0), plan.field(COLUMNS.size()));
        });
  }

  @Test
  void fillsInTheBucketsOfTrends() {
    same(
        plan -> {
          plan.push(days(3));
          scan("f1");
          plan.join(JoinRelType.LEFT, equal("day"));
          plan.project(plan.field(0), zeroIfNull(plan.field("count")));
        });
  }

  @Test
  void leavesWhatAggregatesAndWhatMayDivideByZero() {
    scan("f1");
    builder.aggregate(builder.groupKey("place"), builder.countStar("n"));
    assertThat(InPlace.of(builder.build())).isEmpty();
    scan("f1");
    builder.project(
        call(
            SqlStdOperatorTable.DIVIDE,
            asDouble(builder.field("count")),
            asDouble(builder.field("rate"))));
    assertThat(InPlace.of(builder.build())).isEmpty();
  }

  @Test
  void leavesJoinsOfManyRows() {
    scan("f1");
    scan("f2");
    builder.join(JoinRelType.INNER, builder.literal(true));
    InPlace cross = InPlace.of(builder.build()).orElseThrow();
    List<List<@Nullable Object>> rows = rows(400);
    assertThat(cross.apply(Map.of("f1", rows, "f2", rows))).isEmpty();
  }

  private void same(Consumer<RelBuilder> shape) {
    shape.accept(builder);
    RelNode plan = builder.build();
    boolean ordered = plan instanceof Sort;
    String sql = SqlText.of(plan, DuckDbDialect.INSTANCE).sql();
    InPlace inPlace = InPlace.of(plan).orElseThrow();
    for (int round = 0; round < ROUNDS; round++) {
      List<List<@Nullable Object>> left = rows(random.nextInt(12));
      List<List<@Nullable Object>> right = rows(random.nextInt(12));
      List<String> expected =
          shown(
              scratch
                  .run(
                      List.of(table("f1", left), table("f2", right)),
                      sql,
                      Limits.DEFAULT,
                      Cancellation.none())
                  .rows());
      List<String> actual = shown(inPlace.apply(Map.of("f1", left, "f2", right)).orElseThrow());
      if (!ordered) {
        expected.sort(Comparator.naturalOrder());
        actual.sort(Comparator.naturalOrder());
      }
      assertThat(actual).as(sql).isEqualTo(expected);
    }
  }

  /** Numbers by their values, whatever their scale. */
  private static List<String> shown(List<List<@Nullable Object>> rows) {
    List<String> shown = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<String> values = new ArrayList<>();
      for (@Nullable Object value : row) {
        values.add(
            value instanceof BigDecimal || value instanceof Long
                ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                : String.valueOf(value));
      }
      shown.add(values.toString());
    }
    return shown;
  }

  private List<List<@Nullable Object>> rows(int count) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(orNull(List.of("浙江", "上海", "a", "B", "𠀀", "﨑").get(random.nextInt(6))));
      row.add(orNull(LocalDateTime.of(2026, 6, 1 + random.nextInt(3), random.nextInt(2), 0)));
      row.add(orNull((long) random.nextInt(-2, 4)));
      row.add(orNull(BigDecimal.valueOf(random.nextInt(-300, 900), 2)));
      row.add(orNull(random.nextInt(-4, 8) / 3.0));
      rows.add(row);
    }
    return rows;
  }

  private @Nullable Object orNull(Object value) {
    return random.nextInt(5) == 0 ? null : value;
  }

  private static Scratch.Table table(String name, List<List<@Nullable Object>> rows) {
    return new Scratch.Table(
        name,
        List.of(
            new Scratch.Column("place", "VARCHAR"),
            new Scratch.Column("day", "TIMESTAMP"),
            new Scratch.Column("count", "BIGINT"),
            new Scratch.Column("money", "DECIMAL(38, 2)"),
            new Scratch.Column("rate", "DOUBLE")),
        rows);
  }

  private void scan(String name) {
    builder.push(Algebra.scan(builder.getCluster(), name, Algebra.rowType(COLUMNS)));
  }

  private RelNode days(int count) {
    RelDataType type = Algebra.rowType(Map.of("day", ColumnType.INSTANT));
    List<List<RexLiteral>> tuples = new ArrayList<>();
    for (int day = 1; day <= count; day++) {
      TimestampString time = new TimestampString("2026-06-0" + day + " 00:00:00");
      tuples.add(List.of(builder.getRexBuilder().makeTimestampLiteral(time, 3)));
    }
    return builder.values(tuples, type).build();
  }

  private RexNode equal(String column) {
    return builder.equals(builder.field(2, 0, column), builder.field(2, 1, column));
  }

  private RexNode call(SqlOperator operator, RexNode... operands) {
    return builder.call(operator, operands);
  }

  private RexNode number(String value) {
    return builder.getRexBuilder().makeExactLiteral(new BigDecimal(value));
  }

  private RexNode zero() {
    return number("0");
  }

  private RexNode zeroIfNull(RexNode value) {
    return call(SqlStdOperatorTable.COALESCE, value, zero());
  }

  private RexNode asDouble(RexNode value) {
    RelDataType type = builder.getTypeFactory().createSqlType(SqlTypeName.DOUBLE);
    return builder
        .getRexBuilder()
        .makeAbstractCast(
            builder.getTypeFactory().createTypeWithNullability(type, true), value, false);
  }
}
