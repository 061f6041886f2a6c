package io.mingshu.semantic.time;

import static io.mingshu.semantic.query.Grain.DAY;
import static io.mingshu.semantic.query.Grain.HOUR;
import static io.mingshu.semantic.query.Grain.MONTH;
import static io.mingshu.semantic.query.Grain.QUARTER;
import static io.mingshu.semantic.query.Grain.WEEK;
import static io.mingshu.semantic.query.Grain.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PeriodResolverTest {
  /** A Wednesday, and the first morning of a month, a quarter and a half-year. */
  private static final String FIRST_OF_JULY = "2026-07-01T09:00";

  private static final String MID_JULY = "2026-07-15T09:30";
  private static final DayRange DATA = data("2025-05-31", "2026-06-30");
  private static final Comparison PREVIOUS = new Comparison.PreviousPeriod();
  private static final Comparison YEAR_BEFORE = new Comparison.YearBefore();

  private final PeriodResolver resolver =
      new PeriodResolver(SmallCatalog.in("Asia/Shanghai", DayOfWeek.MONDAY));

  static Stream<Arguments> periods() {
    return Stream.of(
        // now, period, from, until, complete
        arguments(FIRST_OF_JULY, last(7, DAY), "2026-06-24", "2026-07-01", true),
        arguments(FIRST_OF_JULY, last(30, DAY), "2026-06-01", "2026-07-01", true),
        arguments(FIRST_OF_JULY, last(2, WEEK), "2026-06-17", "2026-07-01", true),
        arguments(FIRST_OF_JULY, last(3, MONTH), "2026-04-01", "2026-07-01", true),
        arguments(MID_JULY, last(3, MONTH), "2026-04-15", "2026-07-15", true),
        arguments("2026-05-31T08:00", last(3, MONTH), "2026-02-28", "2026-05-31", true),
        arguments(MID_JULY, last(2, QUARTER), "2026-01-15", "2026-07-15", true),
        arguments(MID_JULY, last(1, YEAR), "2025-07-15", "2026-07-15", true),
        arguments("2024-02-29T10:00", last(1, YEAR), "2023-02-28", "2024-02-29", true),
        arguments(MID_JULY, last(24, HOUR), "2026-07-14T09:00", "2026-07-15T09:00", true),
        arguments(MID_JULY, lastWhole(4, WEEK), "2026-06-15", "2026-07-13", true),
        arguments(MID_JULY, lastWhole(3, MONTH), "2026-04-01", "2026-07-01", true),
        arguments(MID_JULY, lastWhole(2, QUARTER), "2026-01-01", "2026-07-01", true),
        arguments(MID_JULY, lastWhole(1, YEAR), "2025-01-01", "2026-01-01", true),
        // The fiscal year begins in April.
        arguments(MID_JULY, fiscal(YEAR, 0), "2026-04-01", MID_JULY, false),
        arguments(MID_JULY, fiscal(YEAR, 1), "2025-04-01", "2026-04-01", true),
        arguments("2026-03-31T23:59", fiscal(YEAR, 1), "2024-04-01", "2025-04-01", true),
        arguments("2026-02-10T09:00", fiscal(QUARTER, 0), "2026-01-01", "2026-02-10T09:00", false),
        arguments(MID_JULY, fiscal(QUARTER, 2), "2026-01-01", "2026-04-01", true),
        arguments(MID_JULY, toDate(DAY), "2026-07-15", MID_JULY, false),
        arguments(MID_JULY, toDate(WEEK), "2026-07-13", MID_JULY, false),
        arguments(MID_JULY, toDate(MONTH), "2026-07-01", MID_JULY, false),
        arguments("2026-05-20T10:00", toDate(QUARTER), "2026-04-01", "2026-05-20T10:00", false),
        arguments(MID_JULY, toDate(YEAR), "2026-01-01", MID_JULY, false),
        arguments("2026-07-01T00:00", toDate(MONTH), "2026-07-01", "2026-07-01", false),
        arguments(MID_JULY, previous(DAY, 1), "2026-07-14", "2026-07-15", true),
        arguments(MID_JULY, previous(WEEK, 1), "2026-07-06", "2026-07-13", true),
        arguments("2026-06-28T23:59", previous(WEEK, 1), "2026-06-15", "2026-06-22", true),
        arguments("2026-01-01T00:00", previous(WEEK, 1), "2025-12-22", "2025-12-29", true),
        arguments(FIRST_OF_JULY, previous(MONTH, 1), "2026-06-01", "2026-07-01", true),
        arguments("2026-01-15T09:00", previous(MONTH, 1), "2025-12-01", "2026-01-01", true),
        arguments("2026-01-15T09:00", previous(MONTH, 2), "2025-11-01", "2025-12-01", true),
        arguments("2024-03-31T09:00", previous(MONTH, 1), "2024-02-01", "2024-03-01", true),
        arguments("2026-01-15T09:00", previous(QUARTER, 1), "2025-10-01", "2026-01-01", true),
        arguments(MID_JULY, previous(YEAR, 1), "2025-01-01", "2026-01-01", true),
        arguments(MID_JULY, calendar(MONTH, "2025-06-17"), "2025-06-01", "2025-07-01", true),
        arguments(MID_JULY, calendar(QUARTER, "2026-05-01"), "2026-04-01", "2026-07-01", true),
        arguments(MID_JULY, calendar(WEEK, "2026-07-12"), "2026-07-06", "2026-07-13", true),
        arguments(MID_JULY, calendar(YEAR, "2026-01-01"), "2026-01-01", MID_JULY, false),
        arguments(MID_JULY, calendar(MONTH, "2026-07-01"), "2026-07-01", MID_JULY, false),
        arguments(MID_JULY, calendar(MONTH, "2026-08-01"), "2026-08-01", "2026-09-01", false),
        arguments(MID_JULY, since("2026-07-03"), "2026-07-03", MID_JULY, false),
        arguments(MID_JULY, since("2026-07-20"), "2026-07-20", "2026-07-21", false),
        arguments(MID_JULY, new Period.DaysAgo(1), "2026-07-14", "2026-07-15", true),
        arguments(MID_JULY, new Period.DaysAgo(7), "2026-07-08", "2026-07-09", true),
        arguments(MID_JULY, new Period.DaysAgo(0), "2026-07-15", MID_JULY, false),
        arguments(MID_JULY, between("2026-03-01", "2026-03-15"), "2026-03-01", "2026-03-16", true),
        arguments(MID_JULY, between("2026-07-01", "2026-07-31"), "2026-07-01", MID_JULY, false),
        arguments(MID_JULY, campaign("618"), "2026-06-01", "2026-06-21", true),
        arguments("2026-06-10T12:00", campaign("618"), "2026-06-01", "2026-06-10T12:00", false),
        arguments("2026-05-31T12:00", campaign("618"), "2025-06-01", "2025-06-21", true),
        arguments(MID_JULY, campaign("double11"), "2025-11-01", "2025-11-12", true),
        arguments(MID_JULY, campaign("double11", 2024), "2024-11-01", "2024-11-12", true),
        arguments(MID_JULY, campaign("new_year_eve"), "2025-12-28", "2026-01-04", true),
        arguments(
            "2026-01-02T12:00", campaign("new_year_eve"), "2025-12-28", "2026-01-02T12:00", false),
        arguments(MID_JULY, campaign("nianhuo"), "2026-02-06", "2026-02-16", true),
        arguments(MID_JULY, peak("618"), "2026-06-18", "2026-06-19", true),
        arguments("2026-06-10T12:00", peak("618"), "2025-06-18", "2025-06-19", true),
        arguments(FIRST_OF_JULY, new Period.All(), "2025-05-31", "2026-07-01", true),
        arguments("2026-06-30T12:00", new Period.All(), "2025-05-31", "2026-06-30T12:00", false));
  }

  @ParameterizedTest(name = "at {0}: {1} is {2} … {3}")
  @MethodSource("periods")
  void resolvesPeriods(String now, Period period, String from, String until, boolean complete) {
    assertThat(resolver.resolve(period, time(now), DATA))
        .isEqualTo(new TimeRange(time(from), time(until), complete));
  }

  static Stream<Arguments> bases() {
    return Stream.of(
        // The calendar period just before, of the same kind.
        arguments(MID_JULY, new Period.DaysAgo(1), PREVIOUS, "2026-07-13", "2026-07-14"),
        arguments(MID_JULY, previous(WEEK, 1), PREVIOUS, "2026-06-29", "2026-07-06"),
        arguments(MID_JULY, previous(MONTH, 1), PREVIOUS, "2026-05-01", "2026-06-01"),
        arguments(MID_JULY, calendar(MONTH, "2026-03-01"), PREVIOUS, "2026-02-01", "2026-03-01"),
        arguments(MID_JULY, calendar(MONTH, "2026-01-01"), PREVIOUS, "2025-12-01", "2026-01-01"),
        arguments(MID_JULY, calendar(QUARTER, "2026-01-01"), PREVIOUS, "2025-10-01", "2026-01-01"),
        arguments(MID_JULY, previous(YEAR, 1), PREVIOUS, "2024-01-01", "2025-01-01"),
        arguments(MID_JULY, lastWhole(3, MONTH), PREVIOUS, "2026-01-01", "2026-04-01"),
        arguments(MID_JULY, lastWhole(4, WEEK), PREVIOUS, "2026-05-18", "2026-06-15"),
        // Dates that make up calendar units count as these.
        arguments(
            MID_JULY, between("2026-04-01", "2026-04-30"), PREVIOUS, "2026-03-01", "2026-04-01"),
        arguments(
            MID_JULY, between("2026-01-01", "2026-03-31"), PREVIOUS, "2025-10-01", "2026-01-01"),
        arguments(
            MID_JULY, between("2026-01-01", "2026-06-30"), PREVIOUS, "2025-07-01", "2026-01-01"),
        arguments(
            MID_JULY, between("2025-01-01", "2025-12-31"), PREVIOUS, "2024-01-01", "2025-01-01"),
        arguments(
            MID_JULY, between("2026-07-06", "2026-07-12"), PREVIOUS, "2026-06-29", "2026-07-06"),
        // A free range: the same length just before.
        arguments(MID_JULY, last(7, DAY), PREVIOUS, "2026-07-01", "2026-07-08"),
        arguments(FIRST_OF_JULY, last(30, DAY), PREVIOUS, "2026-05-02", "2026-06-01"),
        arguments(MID_JULY, last(3, MONTH), PREVIOUS, "2026-01-15", "2026-04-15"),
        arguments(MID_JULY, last(6, HOUR), PREVIOUS, "2026-07-14T21:00", "2026-07-15T03:00"),
        arguments(
            MID_JULY, between("2026-03-02", "2026-03-11"), PREVIOUS, "2026-02-20", "2026-03-02"),
        arguments(FIRST_OF_JULY, new Period.All(), PREVIOUS, "2024-04-30", "2025-05-31"),
        // A year before: the same dates, or the same unit.
        arguments(MID_JULY, previous(MONTH, 1), YEAR_BEFORE, "2025-06-01", "2025-07-01"),
        arguments(MID_JULY, last(7, DAY), YEAR_BEFORE, "2025-07-08", "2025-07-15"),
        arguments(
            MID_JULY, between("2026-03-02", "2026-03-11"), YEAR_BEFORE, "2025-03-02", "2025-03-12"),
        arguments(MID_JULY, calendar(MONTH, "2024-02-01"), YEAR_BEFORE, "2023-02-01", "2023-03-01"),
        arguments(MID_JULY, calendar(MONTH, "2025-02-01"), YEAR_BEFORE, "2024-02-01", "2024-03-01"),
        arguments(
            MID_JULY, between("2025-02-20", "2025-02-28"), YEAR_BEFORE, "2024-02-20", "2024-02-29"),
        arguments(
            "2024-03-01T09:00", new Period.DaysAgo(1), YEAR_BEFORE, "2023-02-28", "2023-03-01"),
        arguments(
            "2025-03-01T09:00", new Period.DaysAgo(1), YEAR_BEFORE, "2024-02-28", "2024-02-29"),
        arguments(MID_JULY, campaign("618"), YEAR_BEFORE, "2025-06-01", "2025-06-21"),
        arguments(MID_JULY, peak("double11"), YEAR_BEFORE, "2024-11-11", "2024-11-12"),
        // Weeks by their number: week 26, week 1, week 53 to 52.
        arguments(FIRST_OF_JULY, previous(WEEK, 1), YEAR_BEFORE, "2025-06-23", "2025-06-30"),
        arguments("2026-01-07T09:00", previous(WEEK, 1), YEAR_BEFORE, "2024-12-30", "2025-01-06"),
        arguments("2027-01-05T09:00", previous(WEEK, 1), YEAR_BEFORE, "2025-12-22", "2025-12-29"),
        arguments("2028-01-05T09:00", previous(WEEK, 1), YEAR_BEFORE, "2026-12-21", "2026-12-28"),
        arguments(FIRST_OF_JULY, lastWhole(4, WEEK), YEAR_BEFORE, "2025-06-02", "2025-06-30"),
        // Days before.
        arguments(MID_JULY, new Period.DaysAgo(1), daysBefore(7), "2026-07-07", "2026-07-08"),
        arguments(MID_JULY, last(7, DAY), daysBefore(364), "2025-07-09", "2025-07-16"),
        // A period that was named.
        arguments(
            MID_JULY, campaign("618"), with(campaign("618", 2025)), "2025-06-01", "2025-06-21"));
  }

  @ParameterizedTest(name = "at {0}: {1} against {2} is {3} … {4}")
  @MethodSource("bases")
  void findsTheBase(String now, Period period, Comparison comparison, String from, String until) {
    assertThat(resolver.base(period, comparison, time(now), DATA))
        .isEqualTo(new TimeRange(time(from), time(until), true));
  }

  static Stream<Arguments> basesOfPeriodsSoFar() {
    String asOf = "2026-06-11T09:30";
    return Stream.of(
        // now, period, comparison, last day with data, from, until
        arguments(asOf, toDate(MONTH), PREVIOUS, "2026-06-10", "2026-05-01", "2026-05-11"),
        arguments(asOf, toDate(MONTH), PREVIOUS, "2026-06-11", "2026-05-01", "2026-05-11T09:30"),
        arguments(asOf, toDate(WEEK), PREVIOUS, "2026-06-10", "2026-06-01", "2026-06-04"),
        arguments(asOf, toDate(QUARTER), PREVIOUS, "2026-06-10", "2026-01-01", "2026-03-13"),
        arguments(asOf, toDate(YEAR), PREVIOUS, "2026-06-10", "2025-01-01", "2025-06-11"),
        arguments(asOf, toDate(YEAR), YEAR_BEFORE, "2026-06-10", "2025-01-01", "2025-06-11"),
        arguments(asOf, toDate(DAY), PREVIOUS, "2026-06-10", "2026-06-10", "2026-06-10T09:30"),
        arguments(asOf, toDate(DAY), daysBefore(7), "2026-06-10", "2026-06-04", "2026-06-04T09:30"),
        arguments(asOf, toDate(WEEK), YEAR_BEFORE, "2026-06-10", "2025-06-09", "2025-06-12"),
        arguments(
            asOf,
            calendar(MONTH, "2026-06-01"),
            PREVIOUS,
            "2026-06-10",
            "2026-05-01",
            "2026-05-11"),
        arguments(
            asOf,
            between("2026-06-01", "2026-06-30"),
            PREVIOUS,
            "2026-06-10",
            "2026-05-01",
            "2026-05-11"),
        arguments(
            asOf,
            between("2026-06-05", "2026-06-20"),
            PREVIOUS,
            "2026-06-10",
            "2026-05-30",
            "2026-06-05"),
        arguments(asOf, since("2026-06-05"), PREVIOUS, "2026-06-10", "2026-05-30", "2026-06-05"),
        // The previous month is shorter: no more than all of it.
        arguments(
            "2026-03-31T09:00", toDate(MONTH), PREVIOUS, "2026-03-30", "2026-02-01", "2026-03-01"),
        // Through Feb 28, and through Feb 29.
        arguments(
            "2025-03-01T09:00",
            toDate(YEAR),
            YEAR_BEFORE,
            "2025-02-28",
            "2024-01-01",
            "2024-02-29"),
        arguments(
            "2024-03-01T09:00",
            toDate(YEAR),
            YEAR_BEFORE,
            "2024-02-29",
            "2023-01-01",
            "2023-03-01"),
        arguments(
            "2024-02-29T09:00",
            toDate(DAY),
            YEAR_BEFORE,
            "2024-02-29",
            "2023-02-28",
            "2023-02-28T09:00"));
  }

  @ParameterizedTest(name = "at {0}: {1} against {2} with data to {3} is {4} … {5}")
  @MethodSource("basesOfPeriodsSoFar")
  void comparesPeriodsSoFarWithAsMuchOfTheOther(
      String now, Period period, Comparison comparison, String lastDay, String from, String until) {
    assertThat(resolver.base(period, comparison, time(now), data("2020-01-01", lastDay)))
        .isEqualTo(new TimeRange(time(from), time(until), true));
  }

  @Test
  void theLaterOfTwoNamedPeriodsIsTheCurrentOne() {
    PeriodResolver.Compared compared =
        resolver.compare(
            calendar(MONTH, "2025-06-01"),
            with(calendar(MONTH, "2026-06-01")),
            time(FIRST_OF_JULY),
            DATA);

    assertThat(compared.current().from()).isEqualTo(time("2026-06-01"));
    assertThat(compared.base().from()).isEqualTo(time("2025-06-01"));
  }

  @Test
  void aCampaignHasNoPreviousPeriod() {
    assertInvalid(() -> resolver.base(campaign("618"), PREVIOUS, time(MID_JULY), DATA));
  }

  @Test
  void refusesDaysThatTheCalendarDoesNotKnow() {
    assertInvalid(() -> resolver.resolve(campaign("nobody"), time(MID_JULY), DATA));
    assertInvalid(() -> resolver.resolve(campaign("nianhuo", 2025), time(MID_JULY), DATA));
    assertInvalid(() -> resolver.resolve(campaign("nianhuo"), time("2026-02-01T09:00"), DATA));
    assertInvalid(() -> resolver.resolve(peak("nianhuo"), time(MID_JULY), DATA));
  }

  @Test
  void refusesARangeThatEndsBeforeItBegins() {
    assertInvalid(
        () -> resolver.resolve(between("2026-03-02", "2026-03-01"), time(MID_JULY), DATA));
  }

  @Test
  void allDataOfNoDataIsRefused() {
    assertThatThrownBy(() -> resolver.resolve(new Period.All(), time(MID_JULY), null))
        .isInstanceOfSatisfying(
            MingshuException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.PERIOD_OUTSIDE_DATA));
  }

  @Test
  void weeksBeginWhereTheCatalogSays() {
    PeriodResolver sundays =
        new PeriodResolver(SmallCatalog.in("America/New_York", DayOfWeek.SUNDAY));

    assertThat(sundays.resolve(previous(WEEK, 1), time(MID_JULY), DATA).from())
        .isEqualTo(time("2026-07-05"));
    assertThat(sundays.base(previous(WEEK, 1), YEAR_BEFORE, time(MID_JULY), DATA).from())
        .isEqualTo(time("2025-06-29"));
  }

  @Test
  void theClockIsTheShops() {
    Instant lateInTheEvening = Instant.parse("2026-06-30T16:30:00Z");

    assertThat(resolver.calendar().at(lateInTheEvening)).isEqualTo(time("2026-07-01T00:30"));
    assertThat(resolver.calendar().moment(time("2026-07-01"))).isEqualTo("2026-06-30T16:00:00Z");
  }

  @Test
  void daysOfClockChangesBeginAndEndAtMidnight() {
    BusinessCalendar newYork =
        new PeriodResolver(SmallCatalog.in("America/New_York", DayOfWeek.MONDAY)).calendar();

    assertThat(newYork.moment(time("2026-03-08"))).isEqualTo("2026-03-08T05:00:00Z");
    assertThat(newYork.moment(time("2026-03-09"))).isEqualTo("2026-03-09T04:00:00Z");
    assertThat(newYork.moment(time("2026-11-02"))).isEqualTo("2026-11-02T05:00:00Z");
  }

  private static Period fiscal(Grain unit, int back) {
    return new Period.Fiscal(unit, back);
  }

  private static void assertInvalid(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_QUERY));
  }

  private static LocalDateTime time(String text) {
    return text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
  }

  private static DayRange data(String first, String last) {
    return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
  }

  private static Period last(int count, Grain unit) {
    return new Period.Last(count, unit, false);
  }

  private static Period lastWhole(int count, Grain unit) {
    return new Period.Last(count, unit, true);
  }

  private static Period toDate(Grain unit) {
    return new Period.ToDate(unit);
  }

  private static Period previous(Grain unit, int back) {
    return new Period.Previous(unit, back);
  }

  private static Period calendar(Grain unit, String day) {
    return new Period.Calendar(unit, LocalDate.parse(day));
  }

  private static Period since(String day) {
    return new Period.Since(LocalDate.parse(day));
  }

  private static Period between(String from, String to) {
    return new Period.Between(LocalDate.parse(from), LocalDate.parse(to));
  }

  private static Period campaign(String name) {
    return new Period.Campaign(name, Optional.empty(), false);
  }

  private static Period campaign(String name, int year) {
    return new Period.Campaign(name, Optional.of(year), false);
  }

  private static Period peak(String name) {
    return new Period.Campaign(name, Optional.empty(), true);
  }

  private static Comparison daysBefore(int days) {
    return new Comparison.DaysBefore(days);
  }

  private static Comparison with(Period base) {
    return new Comparison.With(base);
  }

  static Stream<Arguments> whatLiesBefore() {
    return Stream.of(
        // period, range that it or its base has become, from, until
        arguments(last(7, DAY), "2026-07-08", "2026-07-15", "2026-07-01", "2026-07-08"),
        arguments(
            new Period.Previous(MONTH, 1), "2026-06-01", "2026-07-01", "2026-05-01", "2026-06-01"),
        arguments(
            new Period.Previous(MONTH, 1), "2026-05-01", "2026-06-01", "2026-04-01", "2026-05-01"),
        // A month so far is seen beside as much of the month before.
        arguments(
            new Period.ToDate(MONTH), "2026-07-01", MID_JULY, "2026-06-01", "2026-06-15T09:30"),
        arguments(
            new Period.ToDate(MONTH),
            "2026-06-01",
            "2026-06-15T09:30",
            "2026-05-01",
            "2026-05-15T09:30"));
  }

  @ParameterizedTest
  @MethodSource
  void whatLiesBefore(Period period, String from, String until, String first, String end) {
    TimeRange range = new TimeRange(time(from), time(until), true);

    TimeRange before =
        resolver.before(period, range, time(MID_JULY), data("2025-05-31", "2026-07-31"));

    assertThat(before.from()).isEqualTo(time(first));
    assertThat(before.until()).isEqualTo(time(end));
  }

  @Test
  void nothingLiesBeforeACampaign() {
    Period campaign = new Period.Campaign("618", Optional.empty(), false);
    TimeRange range = resolver.resolve(campaign, time(MID_JULY), DATA);

    assertThatThrownBy(() -> resolver.before(campaign, range, time(MID_JULY), DATA))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_QUERY));
  }
}
