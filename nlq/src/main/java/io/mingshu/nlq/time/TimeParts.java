package io.mingshu.nlq.time;

import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Part;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import java.time.DayOfWeek;
import java.util.Optional;

/** What time expressions stand for. */
public final class TimeParts {
  private TimeParts() {}

  /**
   * A period.
   *
   * @param unit the unit that it is one of, or several of (a month, the last three months)
   */
  public record PeriodPart(Period period, Optional<Grain> unit) implements Part {
    @Override
    public String role() {
      return "period";
    }
  }

  /** Time buckets: daily, 按周. */
  public record GrainPart(Grain grain) implements Part {
    @Override
    public String role() {
      return "grain";
    }
  }

  /** A bucket asked for: which day, 哪几个月. */
  public record WhichBucket(Grain grain) implements Part {
    @Override
    public String role() {
      return "grain";
    }
  }

  /** The number of buckets: how many days, 有多少天. */
  public record HowManyBuckets(Grain grain) implements Part {
    @Override
    public String role() {
      return "grain";
    }
  }

  /** A unit by itself: the best day. It means something with a ranking only. */
  public record BareUnit(Grain grain) implements Part {
    @Override
    public String role() {
      return "grain";
    }
  }

  /** A time expression that could be two dates. */
  public record AmbiguousTime() implements Part {
    @Override
    public String role() {
      return "period";
    }
  }

  /**
   * Windows of so many buckets, each ending with one.
   *
   * @param mean the mean of the buckets rather than all of them together
   */
  public record RollingPart(int count, Grain unit, boolean mean) implements Part {
    @Override
    public String role() {
      return "grain";
    }
  }

  /** So many buckets: the 3 days, 5个月. */
  public record CountedBuckets(int count, Grain grain) implements Part {
    @Override
    public String role() {
      return "ranking";
    }
  }

  /** A calendar unit as a word. */
  public record UnitWord(Grain unit) implements Meaning {}

  /**
   * A day of the week by its name.
   *
   * @param english whether the name is English, where "last Friday" is not one date
   */
  public record WeekdayWord(DayOfWeek day, boolean english) implements Meaning {}

  /** An hour of the day: 20点, 8 pm. */
  public record ClockWord(int hour) implements Meaning {}

  /** A year that the question names, relative or not. */
  record YearWord(int year) implements Meaning {}

  /** A month by its English name. */
  record MonthName(int month) implements Meaning {}

  /** A quarter without its year. */
  record QuarterWord(int quarter) implements Meaning {}

  /** 18th. */
  record OrdinalWord(int number) implements Meaning {}
}
