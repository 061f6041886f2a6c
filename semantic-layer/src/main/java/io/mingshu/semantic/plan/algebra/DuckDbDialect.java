package io.mingshu.semantic.plan.algebra;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.calcite.config.NullCollation;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlTimestampLiteral;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.dialect.DuckDBSqlDialect;
import org.apache.calcite.util.TimestampString;
import org.jspecify.annotations.Nullable;

/** DuckDB's SQL, where Calcite's own dialect writes what DuckDB does not read. */
public final class DuckDbDialect extends DuckDBSqlDialect {
  private static final long MICROS_OF_DAY = Duration.ofDays(1).toMillis() * 1_000;

  public static final DuckDbDialect INSTANCE = new DuckDbDialect();

  private DuckDbDialect() {
    super(DEFAULT_CONTEXT.withIdentifierQuoteString("\"").withNullCollation(NullCollation.LAST));
  }

  /** Plain text in quotes: neither {@code _UTF-8'…'} nor {@code u&'…'} is read. */
  @Override
  public void quoteStringLiteral(StringBuilder out, @Nullable String charset, String text) {
    out.append('\'').append(text.replace("'", "''")).append('\'');
  }

  @Override
  public boolean supportsNestedAggregations() {
    return false;
  }

  @Override
  public boolean supportsAliasedValues() {
    return true;
  }

  @Override
  public boolean supportsCharSet() {
    return false;
  }

  @Override
  public void unparseCall(SqlWriter writer, SqlCall call, int left, int right) {
    SqlOperator operator = call.getOperator();
    if (operator.equals(SemanticOperators.LOCAL_TIME)) {
      localTime(writer, call);
    } else if (operator.equals(SemanticOperators.TIME_FLOOR)) {
      timeFloor(writer, call);
    } else if (operator.equals(SemanticOperators.TIME_PART)) {
      timePart(writer, call);
    } else if (operator.equals(SemanticOperators.UNITS_BETWEEN)) {
      unitsBetween(writer, call);
    } else if (operator.equals(SemanticOperators.MICROS)) {
      SqlWriter.Frame micros = writer.startFunCall("epoch_us");
      call.operand(0).unparse(writer, 0, 0);
      writer.endFunCall(micros);
    } else if (operator.equals(SemanticOperators.SHARE)) {
      SqlWriter.Frame share = writer.startList("(", ")");
      SqlWriter.Frame hash = writer.startFunCall("hash");
      call.operand(0).unparse(writer, 0, 0);
      writer.endFunCall(hash);
      writer.print("% ");
      call.operand(1).unparse(writer, 0, 0);
      writer.endList(share);
    } else if (operator.equals(SemanticOperators.HASH)) {
      hash(writer, call);
    } else if (operator.equals(SemanticOperators.BIT)) {
      SqlWriter.Frame bit = writer.startList("(", ")");
      writer.print("CAST(1 AS BIGINT) << ");
      call.operand(0).unparse(writer, 0, 0);
      writer.endList(bit);
    } else {
      super.unparseCall(writer, call, left, right);
    }
  }

  /** Hashes of several values are combined from those of each: only another text has another. */
  private static void hash(SqlWriter writer, SqlCall call) {
    int which = ((SqlLiteral) call.operand(1)).intValue(true);
    SqlWriter.Frame cast = writer.startFunCall("CAST");
    SqlWriter.Frame hash = writer.startFunCall("hash");
    if (which == 0) {
      call.operand(0).unparse(writer, 0, 0);
    } else {
      SqlWriter.Frame text = writer.startFunCall("concat");
      writer.literal("'" + which + "'");
      writer.sep(",", true);
      call.operand(0).unparse(writer, 0, 0);
      writer.endFunCall(text);
    }
    writer.endFunCall(hash);
    writer.print(">> 1 AS BIGINT");
    writer.endFunCall(cast);
  }

  /** A fixed offset is added, which is eight times as fast as the zone's own rules. */
  private static void localTime(SqlWriter writer, SqlCall call) {
    SqlNode instant = call.operand(0);
    SqlLiteral offset = call.operand(2);
    if (SqlLiteral.unchain(offset).getValue() == null) {
      SqlWriter.Frame outer = writer.startFunCall("timezone");
      call.operand(1).unparse(writer, 0, 0);
      writer.sep(",", true);
      SqlWriter.Frame inner = writer.startFunCall("timezone");
      writer.literal("'UTC'");
      writer.sep(",", true);
      instant.unparse(writer, 0, 0);
      writer.endFunCall(inner);
      writer.endFunCall(outer);
      return;
    }
    int minutes = offset.intValue(true);
    if (minutes == 0) {
      instant.unparse(writer, 0, 0);
      return;
    }
    SqlWriter.Frame sum = writer.startList("(", ")");
    instant.unparse(writer, 0, 0);
    writer.print("+ INTERVAL (" + minutes + ") MINUTE");
    writer.endList(sum);
  }

  private static void timeFloor(SqlWriter writer, SqlCall call) {
    String unit = SqlLiteral.unchain(call.operand(1)).toValue();
    int shift = ((SqlLiteral) call.operand(2)).intValue(true);
    boolean shifted = shift != 0 && "WEEK".equals(unit);
    SqlWriter.Frame whole = shifted ? writer.startList("(", ")") : null;
    SqlWriter.Frame floor = writer.startFunCall("date_trunc");
    writer.literal("'" + (unit == null ? "" : unit.toLowerCase(Locale.ROOT)) + "'");
    writer.sep(",", true);
    call.operand(0).unparse(writer, 0, 0);
    if (shifted) {
      writer.print("- INTERVAL (" + shift + ") DAY");
    }
    writer.endFunCall(floor);
    if (whole != null) {
      writer.print("+ INTERVAL (" + shift + ") DAY");
      writer.endList(whole);
    }
  }

  private static void timePart(SqlWriter writer, SqlCall call) {
    String part = SqlLiteral.unchain(call.operand(1)).toValue();
    SqlWriter.Frame function = writer.startFunCall("HOUR".equals(part) ? "hour" : "isodow");
    call.operand(0).unparse(writer, 0, 0);
    writer.endFunCall(function);
  }

  /** Counts days or weeks by dividing, which is twice as fast as {@code date_diff}. */
  private static void daysSince(
      SqlWriter writer, SqlTimestampLiteral start, SqlNode time, int days, int weekShift) {
    LocalDate day =
        LocalDate.ofEpochDay(
            Math.floorDiv(
                start.getValueAs(TimestampString.class).getMillisSinceEpoch(),
                Duration.ofDays(1).toMillis()));
    LocalDate first =
        days == 1 ? day : day.minusDays(weekShift).with(DayOfWeek.MONDAY).plusDays(weekShift);
    SqlNode shown = time;
    long from = first.toEpochDay() * MICROS_OF_DAY;
    if (time instanceof SqlCall clock
        && clock.getOperator().equals(SemanticOperators.LOCAL_TIME)
        && SqlLiteral.unchain(clock.operand(2)).getValue() != null) {
      shown = clock.operand(0);
      from -= Duration.ofMinutes(((SqlLiteral) clock.operand(2)).intValue(true)).toMillis() * 1_000;
    }
    SqlWriter.Frame whole = writer.startList("(", ")");
    SqlWriter.Frame since = writer.startList("(", ")");
    SqlWriter.Frame micros = writer.startFunCall("epoch_us");
    shown.unparse(writer, 0, 0);
    writer.endFunCall(micros);
    writer.print("- (" + from + ")");
    writer.endList(since);
    writer.print("// " + days * MICROS_OF_DAY);
    writer.endList(whole);
  }

  /** Weeks are counted by the days between their first ones. */
  private static void unitsBetween(SqlWriter writer, SqlCall call) {
    String unit = SqlLiteral.unchain(call.operand(2)).toValue();
    boolean weeks = "WEEK".equals(unit);
    int shift = ((SqlLiteral) call.operand(3)).intValue(true);
    if (call.operand(0) instanceof SqlTimestampLiteral start && (weeks || "DAY".equals(unit))) {
      daysSince(writer, start, call.operand(1), weeks ? 7 : 1, shift);
      return;
    }
    SqlWriter.Frame whole = writer.startList("(", ")");
    SqlWriter.Frame function = writer.startFunCall("date_diff");
    writer.literal(weeks || unit == null ? "'day'" : "'" + unit.toLowerCase(Locale.ROOT) + "'");
    for (int i = 0; i < 2; i++) {
      writer.sep(",", true);
      if (weeks) {
        SqlWriter.Frame floor = writer.startFunCall("date_trunc");
        writer.literal("'week'");
        writer.sep(",", true);
        call.operand(i).unparse(writer, 0, 0);
        writer.print("- INTERVAL (" + shift + ") DAY");
        writer.endFunCall(floor);
      } else {
        call.operand(i).unparse(writer, 0, 0);
      }
    }
    writer.endFunCall(function);
    if (weeks) {
      writer.print("// 7");
    }
    writer.endList(whole);
  }
}
