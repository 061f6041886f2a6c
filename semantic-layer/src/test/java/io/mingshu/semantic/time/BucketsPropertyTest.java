package io.mingshu.semantic.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BucketsPropertyTest {
  private static final LocalDate FIRST_DAY = LocalDate.parse("2019-12-01");
  private static final DayRange DATA =
      new DayRange(LocalDate.parse("2019-01-01"), LocalDate.parse("2031-12-31"));

  @Property
  void bucketsTileTheirRange(
      @ForAll @IntRange(max = 3_000) int start,
      @ForAll @IntRange(min = 1, max = 500) int days,
      @ForAll Grain grain,
      @ForAll DayOfWeek weekStart) {
    Assume.that(grain != Grain.HOUR || days <= 40);
    BusinessCalendar calendar = calendar(weekStart);
    LocalDateTime from = FIRST_DAY.plusDays(start).atStartOfDay();
    List<Bucket> buckets =
        new Buckets(calendar).of(new TimeRange(from, from.plusDays(days), true), grain);

    assertThat(buckets.get(0).from()).isEqualTo(from);
    assertThat(buckets.get(buckets.size() - 1).until()).isEqualTo(from.plusDays(days));
    for (int i = 0; i < buckets.size(); i++) {
      Bucket bucket = buckets.get(i);
      assertThat(calendar.isStart(bucket.start(), grain)).isTrue();
      assertThat(bucket.from()).isBefore(bucket.until());
      if (i > 0) {
        assertThat(bucket.from()).isEqualTo(buckets.get(i - 1).until());
        assertThat(bucket.whole() || i == buckets.size() - 1).isTrue();
      }
    }
  }

  @Property
  void basesOfBucketsAreBucketsThatLieBefore(
      @ForAll @IntRange(max = 3_000) int day,
      @ForAll Grain grain,
      @ForAll DayOfWeek weekStart,
      @ForAll boolean yearBefore) {
    BusinessCalendar calendar = calendar(weekStart);
    LocalDateTime start = calendar.floor(FIRST_DAY.plusDays(day).atStartOfDay(), grain);
    Comparison comparison =
        yearBefore ? new Comparison.YearBefore() : new Comparison.PreviousPeriod();

    LocalDateTime base = new Buckets(calendar).baseStart(start, grain, comparison);

    assertThat(calendar.isStart(base, grain)).isTrue();
    assertThat(calendar.plus(base, 1, grain)).isBeforeOrEqualTo(start);
    if (yearBefore) {
      assertThat(Duration.between(base, start).toDays()).isBetween(357L, 372L);
    }
  }

  @Property
  void aFreeRangeIsComparedWithTheSameLengthJustBefore(
      @ForAll @IntRange(max = 3_000) int today, @ForAll @IntRange(min = 1, max = 400) int days) {
    PeriodResolver resolver =
        new PeriodResolver(SmallCatalog.in("Asia/Shanghai", DayOfWeek.MONDAY));
    LocalDateTime now = FIRST_DAY.plusDays(today).atTime(10, 0);
    Period period = new Period.Last(days, Grain.DAY, false);

    PeriodResolver.Compared compared =
        resolver.compare(period, new Comparison.PreviousPeriod(), now, DATA);

    assertThat(compared.base().until()).isEqualTo(compared.current().from());
    assertThat(Duration.between(compared.base().from(), compared.base().until()))
        .isEqualTo(Duration.between(compared.current().from(), compared.current().until()));
  }

  @Property
  void aPeriodSoFarIsNeverComparedWithMoreThanItself(
      @ForAll @IntRange(max = 3_000) int today,
      @ForAll @IntRange(max = 23) int hour,
      @ForAll Grain unit,
      @ForAll boolean yearBefore) {
    PeriodResolver resolver =
        new PeriodResolver(SmallCatalog.in("Asia/Shanghai", DayOfWeek.MONDAY));
    LocalDateTime now = FIRST_DAY.plusDays(today).atTime(hour, 30);
    Comparison comparison =
        yearBefore ? new Comparison.YearBefore() : new Comparison.PreviousPeriod();

    PeriodResolver.Compared compared =
        resolver.compare(new Period.ToDate(unit), comparison, now, DATA);

    assertThat(compared.base().until()).isBeforeOrEqualTo(compared.current().from());
    long aLeapDay = yearBefore ? 1 : 0;
    assertThat(Duration.between(compared.base().from(), compared.base().until()))
        .isLessThanOrEqualTo(
            Duration.between(compared.current().from(), compared.current().until())
                .plusDays(aLeapDay));
  }

  private static BusinessCalendar calendar(DayOfWeek weekStart) {
    return new PeriodResolver(SmallCatalog.in("Asia/Shanghai", weekStart)).calendar();
  }
}
