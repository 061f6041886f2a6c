package io.mingshu.seeds.importer;

import io.mingshu.seeds.dataset.Duck;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a column's texts become UTC instants.
 *
 * @param expression SQL over the quoted column, null where a text does not fit
 * @param description how the texts are written, for the report
 */
record TimeReading(String expression, String description) {
  private static final Pattern NAMED_AS_TIME =
      Pattern.compile(
          "(?i)(time|date|day|timestamp|stamp|created|updated|datetime|^ts$|_ts$|_at$)"
              + "|时间|日期|时刻");
  private static final long EARLIEST = 631_152_000L;
  private static final long LATEST = 4_102_444_800L;
  private static final int SHORTEST = 6;
  private static final int LONGEST = 40;

  /** Ways to write a time that the engine's own cast does not read; the usual ones first. */
  private static final List<String> FORMATS =
      List.of(
          "%Y/%m/%d %H:%M:%S",
          "%Y/%m/%d %H:%M",
          "%Y/%m/%d",
          "%Y年%m月%d日 %H:%M:%S",
          "%Y年%m月%d日 %H:%M",
          "%Y年%m月%d日",
          "%Y.%m.%d %H:%M:%S",
          "%Y.%m.%d",
          "%m/%d/%Y %H:%M:%S",
          "%m/%d/%Y %H:%M",
          "%m/%d/%y %H:%M",
          "%m/%d/%Y",
          "%d/%m/%Y %H:%M:%S",
          "%d/%m/%Y %H:%M",
          "%d/%m/%Y",
          "%d-%m-%Y %H:%M",
          "%d-%m-%Y");

  /** How to read the column as a time, if nearly all its values are one. */
  static Optional<TimeReading> find(Duck duck, ColumnProfile column, ZoneId zone) {
    if (column.filled() == 0) {
      return Optional.empty();
    }
    if (column.mostly(column.numbers())) {
      return NAMED_AS_TIME.matcher(column.name()).find()
          ? fromNumbers(duck, column, zone)
          : Optional.empty();
    }
    if (column.longest() < SHORTEST || column.shortest() > LONGEST) {
      return Optional.empty();
    }
    return fromTexts(duck, column, zone);
  }

  static boolean isNamedAsTime(String column) {
    return NAMED_AS_TIME.matcher(column).find();
  }

  private static Optional<TimeReading> fromNumbers(Duck duck, ColumnProfile column, ZoneId zone) {
    String v = Duck.name(column.name());
    String number = "TRY_CAST(" + v + " AS DOUBLE)";
    for (long scale : new long[] {1, 1_000, 1_000_000}) {
      long fits =
          duck.number(
              "SELECT count(*) FROM raw WHERE "
                  + number
                  + " BETWEEN "
                  + EARLIEST * scale
                  + " AND "
                  + LATEST * scale);
      if (column.mostly(fits)) {
        String unit = scale == 1 ? "seconds" : scale == 1_000 ? "milliseconds" : "microseconds";
        return Optional.of(
            new TimeReading(
                "make_timestamp(CAST(round(" + number + " * " + 1_000_000 / scale + ") AS BIGINT))",
                "epoch " + unit));
      }
    }
    String day = "try_strptime(" + v + ", '%Y%m%d')";
    return column.shortest() == 8 && column.longest() == 8 && column.mostly(count(duck, day))
        ? Optional.of(local(day, "yyyyMMdd", zone))
        : Optional.empty();
  }

  private static Optional<TimeReading> fromTexts(Duck duck, ColumnProfile column, ZoneId zone) {
    String v = Duck.name(column.name());
    String offset =
        "CASE WHEN regexp_matches("
            + v
            + ", '[0-9]{2}:[0-9]{2}.*(Z|[-+][0-9]{2}(:?[0-9]{2})?)$') THEN TRY_CAST("
            + v
            + " AS TIMESTAMPTZ) END";
    if (column.mostly(count(duck, offset))) {
      return Optional.of(
          new TimeReading("(" + offset + ") AT TIME ZONE 'UTC'", "times with an offset"));
    }
    String plain =
        "CASE WHEN regexp_matches("
            + v
            + ", '^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}') THEN TRY_CAST("
            + v
            + " AS TIMESTAMP) END";
    if (column.mostly(count(duck, plain))) {
      return Optional.of(local(plain, "yyyy-MM-dd HH:mm:ss", zone));
    }
    String best = "";
    long most = 0;
    for (String format : FORMATS) {
      long fits = count(duck, strptime(v, format));
      if (fits > most) {
        best = format;
        most = fits;
      }
    }
    return column.mostly(most)
        ? Optional.of(local(strptime(v, best), best, zone))
        : Optional.empty();
  }

  private static String strptime(String v, String format) {
    return "try_strptime(" + v + ", " + Duck.literal(format) + ")";
  }

  private static long count(Duck duck, String expression) {
    return duck.number("SELECT count(" + expression + ") FROM raw");
  }

  private static TimeReading local(String expression, String description, ZoneId zone) {
    return new TimeReading(
        "((" + expression + ") AT TIME ZONE " + Duck.literal(zone.getId()) + ") AT TIME ZONE 'UTC'",
        description);
  }
}
