package io.mingshu.semantic.plan.druid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.tools.RelBuilder;
import org.apache.calcite.util.TimestampString;

/** Instants, days and the business clock in Druid's functions. */
final class Times {
  private static final long MILLIS_OF_DAY = 86_400_000;
  private static final LocalDate A_MONDAY = LocalDate.of(2000, 1, 3);

  private final RelBuilder builder;

  Times(RelBuilder builder) {
    this.builder = builder;
  }

  /** A timestamp in UTC, whatever form it was held in. */
  Value moment(Value value) {
    return value.held() instanceof Held.Millis && !value.isNull()
        ? new Value(Held.MOMENT, builder.call(DruidFunctions.MILLIS_TO_TIMESTAMP, value.rex()))
        : value;
  }

  /** Milliseconds since 1970. */
  RexNode millis(Value value) {
    if (value.held() instanceof Held.Millis) {
      return value.rex();
    }
    if (value.rex() instanceof RexLiteral literal) {
      TimestampString time = literal.getValueAs(TimestampString.class);
      if (time != null) {
        return builder.literal(time.getMillisSinceEpoch());
      }
    }
    return builder.call(DruidFunctions.TIMESTAMP_TO_MILLIS, value.rex());
  }

  /** Microseconds since 1970; what the data have of them is milliseconds. */
  Value micros(Value instant) {
    if (instant.held() instanceof Held.Clock || instant.held() instanceof Held.Shown) {
      throw new Unplannable(instant.toString());
    }
    return Value.plain(
        builder.call(SqlStdOperatorTable.MULTIPLY, millis(instant), builder.literal(1_000L)));
  }

  Value clock(Value instant, String zone, boolean steady) {
    return new Value(new Held.Clock(zone, steady), moment(instant).rex());
  }

  /**
   * The start of a unit on the clock.
   *
   * @param weekShift days from Monday to the first day of a week
   */
  Value floor(Value clock, String unit, int weekShift) {
    String zone = zone(clock);
    boolean steady = !(clock.held() instanceof Held.Clock c) || c.steady();
    if (unit.equals("HOUR") && !steady) {
      // An hour that the clock shows twice is one hour to whoever reads the clock.
      RexNode shown =
          builder.call(
              DruidFunctions.TIME_FORMAT,
              clock.rex(),
              builder.literal("yyyy-MM-dd HH"),
              builder.literal(zone));
      return new Value(
          new Held.Shown("UTC"),
          builder.call(
              DruidFunctions.TIME_PARSE,
              shown,
              builder.literal("yyyy-MM-dd HH"),
              builder.literal("UTC")));
    }
    RexNode origin =
        unit.equals("WEEK") && weekShift != 0
            ? timestamp(A_MONDAY.plusDays(weekShift), ZoneId.of(zone))
            : builder.literal(null);
    return new Value(
        new Held.Shown(zone),
        builder.call(
            DruidFunctions.TIME_FLOOR,
            clock.rex(),
            builder.literal(period(unit)),
            origin,
            builder.literal(zone)));
  }

  /** A number that is a part of the clock's time: HOUR 0–23, WEEKDAY 1–7. */
  Value part(Value clock, String part) {
    return Value.plain(
        builder.call(
            DruidFunctions.TIME_EXTRACT,
            clock.rex(),
            builder.literal(part.equals("WEEKDAY") ? "DOW" : part),
            builder.literal(zone(clock))));
  }

  /** How many units the later clock's unit lies after the earlier one's. */
  Value unitsBetween(Value earlier, Value later, String unit, int weekShift) {
    return Value.plain(
        switch (unit) {
          case "MONTH" -> builder.call(SqlStdOperatorTable.MINUS, month(later), month(earlier));
          case "DAY" -> days(earlier, later, unit, weekShift, 1);
          case "WEEK" -> days(earlier, later, unit, weekShift, 7);
          default -> throw new Unplannable(unit);
        });
  }

  /** Months since the year 0. */
  private RexNode month(Value clock) {
    return builder.call(
        SqlStdOperatorTable.PLUS,
        builder.call(SqlStdOperatorTable.MULTIPLY, part(clock, "YEAR").rex(), builder.literal(12)),
        part(clock, "MONTH").rex());
  }

  /** Days are rounded, for where clocks change they are an hour longer or shorter. */
  private RexNode days(Value earlier, Value later, String unit, int weekShift, int each) {
    RexNode millis =
        builder.call(
            SqlStdOperatorTable.MINUS,
            millis(floor(later, unit, weekShift)),
            millis(floor(earlier, unit, weekShift)));
    return builder.call(
        SqlStdOperatorTable.ROUND,
        builder.call(
            SqlStdOperatorTable.DIVIDE,
            millis,
            builder.getRexBuilder().makeApproxLiteral(BigDecimal.valueOf(each * MILLIS_OF_DAY))));
  }

  private static String zone(Value clock) {
    return clock.held() instanceof Held.Clock c ? c.zone() : "UTC";
  }

  private RexNode timestamp(LocalDate day, ZoneId zone) {
    LocalDateTime utc = LocalDateTime.ofInstant(day.atStartOfDay(zone).toInstant(), ZoneOffset.UTC);
    return builder
        .getRexBuilder()
        .makeTimestampLiteral(
            TimestampString.fromMillisSinceEpoch(utc.toInstant(ZoneOffset.UTC).toEpochMilli()), 0);
  }

  private static String period(String unit) {
    return switch (unit) {
      case "HOUR" -> "PT1H";
      case "DAY" -> "P1D";
      case "WEEK" -> "P1W";
      case "MONTH" -> "P1M";
      case "QUARTER" -> "P3M";
      case "YEAR" -> "P1Y";
      default -> throw new Unplannable(unit);
    };
  }
}
