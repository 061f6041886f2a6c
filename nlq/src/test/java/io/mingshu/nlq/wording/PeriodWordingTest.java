package io.mingshu.nlq.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PeriodWordingTest {
  private final PeriodWording wording = new PeriodWording(Shop.CATALOG);

  static Stream<Arguments> periods() {
    return Stream.of(
        arguments(new Period.Last(7, Grain.DAY, false), "近7天", "in the past 7 days"),
        arguments(new Period.Last(3, Grain.MONTH, false), "近3个月", "in the past 3 months"),
        arguments(new Period.Last(4, Grain.WEEK, true), "近4周", "in the past 4 weeks"),
        arguments(new Period.ToDate(Grain.DAY), "今天", "today"),
        arguments(new Period.ToDate(Grain.MONTH), "本月", "this month"),
        arguments(new Period.ToDate(Grain.YEAR), "今年", "this year"),
        arguments(new Period.Previous(Grain.WEEK, 1), "上周", "last week"),
        arguments(new Period.Previous(Grain.WEEK, 2), "上上周", "the week before last"),
        arguments(new Period.Previous(Grain.MONTH, 1), "上个月", "last month"),
        arguments(new Period.Previous(Grain.QUARTER, 1), "上季度", "last quarter"),
        arguments(new Period.Previous(Grain.YEAR, 1), "去年", "last year"),
        arguments(new Period.Fiscal(Grain.YEAR, 0), "本财年", "this fiscal year"),
        arguments(new Period.Fiscal(Grain.QUARTER, 1), "上财季", "last fiscal quarter"),
        arguments(calendar(Grain.MONTH, "2026-05-01"), "2026年5月", "in May 2026"),
        arguments(calendar(Grain.QUARTER, "2026-01-01"), "2026年Q1", "in Q1 2026"),
        arguments(calendar(Grain.YEAR, "2025-01-01"), "2025年", "in 2025"),
        arguments(calendar(Grain.DAY, "2026-06-18"), "2026年6月18日", "on June 18, 2026"),
        arguments(new Period.Since(day("2026-03-01")), "2026年3月1日以来", "since March 1, 2026"),
        arguments(new Period.DaysAgo(1), "昨天", "yesterday"),
        arguments(new Period.DaysAgo(2), "前天", "the day before yesterday"),
        arguments(new Period.DaysAgo(7), "7天前", "7 days ago"),
        arguments(campaign("618", Optional.empty(), false), "618期间", "during 618"),
        arguments(
            campaign("double11", Optional.of(2025), false), "2025年双11期间", "during Double 11 2025"),
        arguments(campaign("double11", Optional.empty(), true), "双11当天", "on the day of Double 11"),
        arguments(
            between("2026-03-01", "2026-03-15"),
            "2026年3月1日到3月15日",
            "from March 1 to March 15, 2026"),
        arguments(between("2026-06-18", "2026-06-18"), "2026年6月18日", "on June 18, 2026"),
        arguments(between("2026-04-01", "2026-04-30"), "2026年4月", "in April 2026"),
        arguments(between("2026-01-01", "2026-05-31"), "2026年1月到5月", "from January to May 2026"),
        arguments(
            between("2025-06-01", "2026-05-31"), "2025年6月到2026年5月", "from June 2025 to May 2026"),
        arguments(between("2026-01-01", "2026-03-31"), "2026年Q1", "in Q1 2026"),
        arguments(new Period.All(), "全部时间", "over all time"));
  }

  @ParameterizedTest(name = "{1}, {2}")
  @MethodSource("periods")
  void saysPeriodsInTheWordsThatPeopleAskWith(Period period, String zh, String en) {
    assertThat(wording.phrase(period, Language.ZH)).isEqualTo(zh);
    assertThat(wording.phrase(period, Language.EN)).isEqualTo(en);
  }

  @Test
  void datesAreExact() {
    assertThat(PeriodWording.dates(Shop.JUNE, Language.ZH)).isEqualTo("2026-06-01 至 2026-06-30");
    assertThat(PeriodWording.dates(Shop.JUNE, Language.EN)).isEqualTo("2026-06-01 to 2026-06-30");
    assertThat(PeriodWording.dates(Shop.range("2026-06-30", "2026-07-01"), Language.ZH))
        .isEqualTo("2026-06-30");
    TimeRange soFar =
        new TimeRange(Shop.JUNE.from(), LocalDateTime.parse("2026-06-11T09:30"), false);
    assertThat(PeriodWording.dates(soFar, Language.EN)).isEqualTo("2026-06-01 to 2026-06-11 09:30");
  }

  private static Period calendar(Grain unit, String start) {
    return new Period.Calendar(unit, day(start));
  }

  private static Period between(String from, String to) {
    return new Period.Between(day(from), day(to));
  }

  private static Period campaign(String name, Optional<Integer> year, boolean peakOnly) {
    return new Period.Campaign(name, year, peakOnly);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
