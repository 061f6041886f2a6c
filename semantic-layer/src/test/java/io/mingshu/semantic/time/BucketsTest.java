package io.mingshu.semantic.time;

import static io.mingshu.semantic.query.Grain.DAY;
import static io.mingshu.semantic.query.Grain.HOUR;
import static io.mingshu.semantic.query.Grain.MONTH;
import static io.mingshu.semantic.query.Grain.QUARTER;
import static io.mingshu.semantic.query.Grain.WEEK;
import static io.mingshu.semantic.query.Grain.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {
  private static final Comparison PREVIOUS = new Comparison.PreviousPeriod();
  private static final Comparison YEAR_BEFORE = new Comparison.YearBefore();

  private final Buckets buckets = new Buckets(SmallCatalog.in("Asia/Shanghai", DayOfWeek.MONDAY));

  @Test
  void weeksAreClippedToThePeriodAndLabelledByTheirMonday() {
    assertThat(buckets.of(range("2026-06-03", "2026-06-17"), WEEK))
        .containsExactly(
            bucket("2026-06-01", "2026-06-03", "2026-06-08", false),
            bucket("2026-06-08", "2026-06-08", "2026-06-15", true),
            bucket("2026-06-15", "2026-06-15", "2026-06-17", false));
  }

  @Test
  void monthsAndQuartersReachOverTheYearsEnd() {
    TimeRange winter = range("2025-11-01", "2026-02-10");

    assertThat(starts(winter, MONTH))
        .containsExactly(
            day("2025-11-01"), day("2025-12-01"), day("2026-01-01"), day("2026-02-01"));
    assertThat(starts(winter, QUARTER)).containsExactly(day("2025-10-01"), day("2026-01-01"));
    assertThat(starts(winter, YEAR)).containsExactly(day("2025-01-01"), day("2026-01-01"));
  }

  @Test
  void theBucketThatHasJustBegunIsCutAtTheMomentOfAsking() {
    TimeRange soFar =
        new TimeRange(day("2026-06-10"), LocalDateTime.parse("2026-06-11T09:30"), false);

    assertThat(buckets.of(soFar, DAY))
        .containsExactly(
            bucket("2026-06-10", "2026-06-10", "2026-06-11", true),
            new Bucket(
                day("2026-06-11"),
                day("2026-06-11"),
                LocalDateTime.parse("2026-06-11T09:30"),
                false));
  }

  @Test
  void anEmptyPeriodHasNoBuckets() {
    assertThat(buckets.of(range("2026-06-11", "2026-06-11"), DAY)).isEmpty();
  }

  @Test
  void aLeapDayIsADay() {
    assertThat(buckets.of(range("2024-02-01", "2024-03-01"), DAY)).hasSize(29);
    assertThat(buckets.of(range("2025-02-01", "2025-03-01"), DAY)).hasSize(28);
  }

  @Test
  void countsWholeUnits() {
    TimeRange june = range("2026-06-01", "2026-07-01");

    assertThat(buckets.whole(june, DAY)).hasSize(30);
    assertThat(buckets.whole(june, WEEK)).hasSize(4);
    assertThat(buckets.whole(june, MONTH)).hasSize(1);
    assertThat(buckets.whole(june, QUARTER)).isEmpty();
  }

  @Test
  void hoursFollowTheClockOfTheZone() {
    Buckets newYork = new Buckets(SmallCatalog.in("America/New_York", DayOfWeek.MONDAY));

    assertThat(newYork.of(range("2026-03-08", "2026-03-09"), HOUR)).hasSize(23);
    assertThat(newYork.of(range("2026-11-01", "2026-11-02"), HOUR)).hasSize(24);
    assertThat(newYork.of(range("2026-03-07", "2026-03-10"), DAY)).hasSize(3);
    assertThat(buckets.of(range("2026-03-08", "2026-03-09"), HOUR)).hasSize(24);
  }

  @Test
  void halfAnHourThatIsSkippedLeavesTheOtherHalf() {
    Buckets lordHowe = new Buckets(SmallCatalog.in("Australia/Lord_Howe", DayOfWeek.MONDAY));

    assertThat(lordHowe.of(range("2026-10-04", "2026-10-05"), HOUR)).hasSize(24);
  }

  @ParameterizedTest(name = "{1} of {0}: before it {2}, a year before {3}")
  @CsvSource({
    "2026-06-01, DAY,     2026-05-31, 2025-06-01",
    "2026-01-01, DAY,     2025-12-31, 2025-01-01",
    "2024-02-29, DAY,     2024-02-28, 2023-02-28",
    "2024-03-01, DAY,     2024-02-29, 2023-03-01",
    "2026-06-22, WEEK,    2026-06-15, 2025-06-23",
    "2025-12-29, WEEK,    2025-12-22, 2024-12-30",
    "2026-12-28, WEEK,    2026-12-21, 2025-12-22",
    "2027-01-04, WEEK,    2026-12-28, 2025-12-29",
    "2026-01-01, MONTH,   2025-12-01, 2025-01-01",
    "2026-01-01, QUARTER, 2025-10-01, 2025-01-01",
    "2026-01-01, YEAR,    2025-01-01, 2025-01-01",
  })
  void eachBucketHasItsOwnBase(String start, Grain grain, String before, String yearBefore) {
    assertThat(buckets.baseStart(day(start), grain, PREVIOUS)).isEqualTo(day(before));
    assertThat(buckets.baseStart(day(start), grain, YEAR_BEFORE)).isEqualTo(day(yearBefore));
  }

  @Test
  void aClippedBucketIsComparedWithTheSamePartOfItsBase() {
    Bucket soFar = bucket("2026-06-08", "2026-06-08", "2026-06-11", false);
    Bucket longSoFar = bucket("2026-03-01", "2026-03-01", "2026-03-31", false);
    Bucket beginning = bucket("2026-06-01", "2026-06-03", "2026-06-08", false);

    assertThat(buckets.base(soFar, WEEK, PREVIOUS))
        .isEqualTo(bucket("2026-06-01", "2026-06-01", "2026-06-04", false));
    assertThat(buckets.base(longSoFar, MONTH, PREVIOUS))
        .isEqualTo(bucket("2026-02-01", "2026-02-01", "2026-03-01", true));
    assertThat(buckets.base(beginning, WEEK, PREVIOUS))
        .isEqualTo(bucket("2026-05-25", "2026-05-27", "2026-06-01", false));
  }

  @Test
  void theFirstBucketsBaseLiesBeforeThePeriod() {
    TimeRange firstHalf = range("2026-01-01", "2026-07-01");

    assertThat(buckets.baseRange(firstHalf, MONTH, PREVIOUS))
        .isEqualTo(range("2025-12-01", "2026-06-01"));
    assertThat(buckets.baseRange(firstHalf, MONTH, YEAR_BEFORE))
        .isEqualTo(range("2025-01-01", "2025-07-01"));
    assertThat(buckets.baseRange(firstHalf, DAY, new Comparison.DaysBefore(7)))
        .isEqualTo(range("2025-12-25", "2026-06-24"));
  }

  @Test
  void someComparisonsDoNotGoWithSomeGrains() {
    assertThatThrownBy(
            () -> buckets.baseStart(day("2026-06-01"), MONTH, new Comparison.DaysBefore(7)))
        .isInstanceOf(MingshuException.class);
    assertThatThrownBy(
            () ->
                buckets.baseStart(
                    day("2026-06-01"), DAY, new Comparison.With(new Period.DaysAgo(1))))
        .isInstanceOf(MingshuException.class);
  }

  @Test
  void aTrendTakesTheGrainThatItsLengthCanShow() {
    assertThat(buckets.trendGrain(range("2026-04-01", "2026-07-01"))).isEqualTo(DAY);
    assertThat(buckets.trendGrain(range("2026-03-01", "2026-07-01"))).isEqualTo(WEEK);
    assertThat(buckets.trendGrain(range("2025-07-01", "2026-07-01"))).isEqualTo(WEEK);
    assertThat(buckets.trendGrain(range("2025-05-31", "2026-07-01"))).isEqualTo(MONTH);
  }

  private List<LocalDateTime> starts(TimeRange range, Grain grain) {
    return buckets.of(range, grain).stream().map(Bucket::start).toList();
  }

  private static Bucket bucket(String start, String from, String until, boolean whole) {
    return new Bucket(day(start), day(from), day(until), whole);
  }

  private static TimeRange range(String from, String until) {
    return new TimeRange(day(from), day(until), true);
  }

  private static LocalDateTime day(String text) {
    return LocalDate.parse(text).atStartOfDay();
  }
}
