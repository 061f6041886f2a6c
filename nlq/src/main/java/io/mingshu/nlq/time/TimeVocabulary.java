package io.mingshu.nlq.time;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Form;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.lexicon.Trie;
import io.mingshu.nlq.time.TimeParts.BareUnit;
import io.mingshu.nlq.time.TimeParts.ClockWord;
import io.mingshu.nlq.time.TimeParts.GrainPart;
import io.mingshu.nlq.time.TimeParts.MonthName;
import io.mingshu.nlq.time.TimeParts.OrdinalWord;
import io.mingshu.nlq.time.TimeParts.QuarterWord;
import io.mingshu.nlq.time.TimeParts.UnitWord;
import io.mingshu.nlq.time.TimeParts.WeekdayWord;
import io.mingshu.nlq.time.TimeParts.YearWord;
import io.mingshu.semantic.query.Grain;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** The words of time: units, months, weekdays, dates in figures. */
final class TimeVocabulary implements Stratum {
  private static final double COST = 1.0;

  private static final Map<Grain, String> UNITS =
      Map.of(
          Grain.HOUR, "小时|个小时|钟头|个钟头|hour|hr",
          Grain.DAY, "天|日|day",
          Grain.WEEK, "周|星期|礼拜|个星期|个礼拜|week|wk",
          Grain.MONTH, "月|个月|月份|month",
          Grain.QUARTER, "季度|个季度|季|quarter",
          Grain.YEAR, "年|年度|year");

  private static final List<String> MONTHS =
      List.of(
          "january|jan",
          "february|feb",
          "march|mar",
          "april|apr",
          "may",
          "june|jun",
          "july|jul",
          "august|aug",
          "september|sep|sept",
          "october|oct",
          "november|nov",
          "december|dec");

  private static final List<String> WEEKDAYS =
      List.of(
          "周一|星期一|礼拜一|monday|mon",
          "周二|星期二|礼拜二|tuesday|tue|tues",
          "周三|星期三|礼拜三|wednesday|wed",
          "周四|星期四|礼拜四|thursday|thu|thurs",
          "周五|星期五|礼拜五|friday|fri",
          "周六|星期六|礼拜六|saturday",
          "周日|周天|星期日|星期天|礼拜天|礼拜日|sunday");

  private static final List<String> QUARTERS =
      List.of(
          "q1|一季度|第一个季度|第一季度|第1季度|1季度|一季|第1季|第一季|first quarter|the first quarter|1q|1st quarter|the 1st quarter",
          "q2|二季度|第二个季度|第二季度|第2季度|2季度|二季|第2季|第二季|second quarter|the second quarter|2q|2nd quarter|the 2nd quarter",
          "q3|三季度|第三个季度|第三季度|第3季度|3季度|三季|第3季|第三季|third quarter|the third quarter|3q|3rd quarter|the 3rd quarter",
          "q4|四季度|第四个季度|第四季度|第4季度|4季度|四季|第4季|第四季|fourth quarter|the fourth quarter|4q|4th quarter|the 4th quarter");

  private static final Form ORDINAL = Form.of("(?<![a-z0-9])(\\d{1,2})(?:st|nd|rd|th)(?![a-z0-9])");
  private static final Form FULL_DATE =
      Form.of("(?<!\\d)(20\\d\\d)([-/.])(\\d{1,2})\\2(\\d{1,2})(?![\\d.])");
  private static final Form DAY_FIRST_DATE =
      Form.of("(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})\\.(20\\d\\d)(?!\\d)");
  private static final Form COMPACT_DATE =
      Form.of("(?<!\\d)(20\\d\\d)(0[1-9]|1[0-2])([0-2]\\d|3[01])(?!\\d)");
  private static final Form YEAR_MONTH =
      Form.of("(?<![\\d.])(20\\d\\d)[-/.](\\d{1,2})(?![\\d])(?![-/.]\\d)");
  private static final Form MONTH_DAY =
      Form.of("(?<![\\d./])(\\d{1,2})[./](\\d{1,2})(?![\\d%万亿千百kw])(?![./]\\d)");
  private static final Form CLOCK_ZH =
      Form.of(
          "(上午|早上|清晨|凌晨|下午|晚上|夜里|夜间|夜晚|晚间|当晚|晚|中午|傍晚)?(\\d{1,2}|[零一二两三四五六七八九十]{1,3})(?:点钟|点整|点|时)(?![零一二三四五六七八九\\d])");
  private static final Form CLOCK_EN =
      Form.of("(?<![a-z0-9.])(\\d{1,2})(?::00)?\\s?(am|pm|a\\.m\\.|p\\.m\\.)(?![a-z])");

  private static final Form MONTH_YEAR = Form.of("(?<![\\d/.])(\\d{1,2})/(20\\d\\d)(?![\\d/])");
  private static final Form SHORT_YEAR = Form.of("(?<=[a-z0-9] )'(\\d\\d)(?!\\d)");
  private static final Form CLOCK_24 =
      Form.of("(?<![\\d:.])(\\d{1,2}):00(?![\\d:])(?!\\s?[ap]\\.?m)");

  private static final Map<Grain, String> ADVERBS =
      Map.of(
          Grain.HOUR,
              "hourly|逐小时|分小时|每小时|hour by hour|hour-wise|hour wise|hourwise|on an hourly basis|逐个小时|一小时一小时|一小时一小时地|一小时一小时地看|时级",
          Grain.DAY,
              "daily|日度|逐日|分日|逐天|天级|天粒度|day by day|每日|每天|day to day|day-wise|day wise|daywise|date-wise|date wise|datewise|on a daily basis|day after day|天天|一天天|一天天的|一天一天|一天一天的|一天一天地|一天一个数|一天一个点|一天一行|每天一个数|每天一个点|每天一行|每一天|日级|日级别|天级别|按天展开|one point per day|one number per day|one figure per day|日趋势|天趋势|日走势|日曲线|日趋势图|按日趋势",
          Grain.WEEK,
              "weekly|周度|逐周|分周|周粒度|week by week|week-wise|week wise|weekwise|wk by wk|on a weekly basis|week after week|一周一周|一周一周地|一周一个数|一周一个点|一周一行|每一周|每个礼拜|周级|周级别|one point per week|周趋势|周走势|周曲线|周趋势图|按周趋势",
          Grain.MONTH,
              "monthly|月度|逐月|分月|月粒度|month by month|month-wise|month wise|monthwise|on a monthly basis|month after month|一个月一个月|一个月一个月地|一个月一个月地看|一个月一个月的|一个月一个数|一个月一个点|一个月一行|每一个月|月月|月级|月级别|one point per month|月趋势|月走势|月曲线|月度趋势|月趋势图|按月趋势",
          Grain.QUARTER,
              "quarterly|逐季|分季度|quarter by quarter|quarter-wise|quarter wise|quarterwise|on a quarterly basis|一个季度一个季度|季趋势|季度趋势",
          Grain.YEAR,
              "yearly|annual|annually|逐年|分年|year by year|year-wise|year wise|yearwise|on a yearly basis|年趋势|年度趋势");

  private static final double BARE_COST = 1.4;

  private static final Map<Grain, String> BARE_UNITS =
      Map.of(
          Grain.HOUR, "hour|小时|钟头",
          Grain.DAY, "day|日子|那天|那一天|单日|单天",
          Grain.WEEK, "week|那周|那一周",
          Grain.MONTH, "month|月份|那个月|单月",
          Grain.QUARTER, "quarter|季度",
          Grain.YEAR, "year|年份");

  private final Trie trie = new Trie();
  private final List<String> words = new ArrayList<>();

  TimeVocabulary() {
    for (TimeCue cue : TimeCue.values()) {
      cue.forms().forEach(word -> add(word, cue));
    }
    UNITS.forEach((unit, words) -> addAll(words, new UnitWord(unit)));
    BARE_UNITS.forEach(
        (unit, words) -> {
          for (String word : words.split("\\|")) {
            add(word, new BareUnit(unit), BARE_COST);
          }
        });
    ADVERBS.forEach((grain, words) -> addAll(words, new GrainPart(grain)));
    for (int i = 0; i < 12; i++) {
      addAll(MONTHS.get(i), new MonthName(i + 1));
    }
    for (int i = 0; i < 7; i++) {
      for (String word : WEEKDAYS.get(i).split("\\|")) {
        add(word, new WeekdayWord(DayOfWeek.of(i + 1), word.charAt(0) < 0x80));
      }
    }
    for (int i = 0; i < 4; i++) {
      addAll(QUARTERS.get(i), new QuarterWord(i + 1));
    }
  }

  private void addAll(String words, Meaning meaning) {
    for (String word : words.split("\\|")) {
      add(word, meaning);
    }
  }

  private void add(String word, Meaning meaning) {
    add(word, meaning, COST);
  }

  private void add(String word, Meaning meaning, double cost) {
    if (meaning == TimeCue.PEAK_DAY) {
      // "Double 12 days" are all of them.
      trie.addUninflected(word, meaning, cost);
    } else {
      trie.add(word, meaning, cost, false);
    }
    words.add(word);
  }

  List<String> words() {
    return List.copyOf(words);
  }

  @Override
  public void extend(Chart chart) {
    trie.extend(chart);
    find(chart, ORDINAL, m -> Optional.of(new OrdinalWord(number(m, 1))));
    find(chart, FULL_DATE, m -> CalendarPoint.ofDay(number(m, 1), number(m, 3), number(m, 4)));
    find(chart, DAY_FIRST_DATE, m -> CalendarPoint.ofDay(number(m, 3), number(m, 2), number(m, 1)));
    find(chart, COMPACT_DATE, m -> CalendarPoint.ofDay(number(m, 1), number(m, 2), number(m, 3)));
    find(
        chart,
        YEAR_MONTH,
        m ->
            CalendarPoint.ofDay(number(m, 1), number(m, 2), 1)
                .map(p -> CalendarPoint.ofMonth(p.year(), p.month())));
    find(
        chart,
        MONTH_DAY,
        m -> CalendarPoint.ofDay(CalendarPoint.UNSAID, number(m, 1), number(m, 2)));
    find(chart, CLOCK_EN, TimeVocabulary::englishClock);
    find(chart, CLOCK_ZH, TimeVocabulary::chineseClock);
    find(chart, MONTH_YEAR, m -> month(number(m, 2), number(m, 1)));
    find(chart, SHORT_YEAR, m -> Optional.of(new YearWord(2000 + number(m, 1))));
    find(chart, CLOCK_24, m -> clock(number(m, 1)));
  }

  private static Optional<CalendarPoint> month(int year, int month) {
    return CalendarPoint.ofDay(year, month, 1).map(p -> CalendarPoint.ofMonth(p.year(), p.month()));
  }

  private static Optional<Meaning> clock(int hour) {
    return hour > 24 ? Optional.empty() : Optional.of(new ClockWord(hour));
  }

  private interface Reading {
    Optional<? extends Meaning> of(Matcher matcher);
  }

  private static void find(Chart chart, Form form, Reading reading) {
    form.each(
        chart.text(),
        match ->
            reading
                .of(match)
                .ifPresent(m -> chart.add(new Edge(match.start(), match.end(), m, COST))));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Optional<Meaning> englishClock(Matcher matcher) {
    int hour = number(matcher, 1);
    boolean afternoon = matcher.group(2).startsWith("p");
    return hour < 1 || hour > 12
        ? Optional.empty()
        : Optional.of(new ClockWord(hour % 12 + (afternoon ? 12 : 0)));
  }

  private static Optional<Meaning> chineseClock(Matcher matcher) {
    String figure = matcher.group(2);
    int hour =
        Character.isDigit(figure.charAt(0)) && figure.charAt(0) < 0x80
            ? Integer.parseInt(figure)
            : chineseHour(figure);
    String part = matcher.group(1);
    boolean afternoon = part != null && "下午晚上傍晚夜里夜间夜晚晚间当晚".contains(part);
    if (afternoon && hour < 12) {
      hour += 12;
    }
    return hour < 0 || hour > 24 ? Optional.empty() : Optional.of(new ClockWord(hour));
  }

  private static int chineseHour(String figure) {
    String digits = "零一二三四五六七八九";
    int ten = figure.indexOf('十');
    String plain = figure.replace('两', '二');
    if (ten < 0) {
      return plain.length() == 1 ? digits.indexOf(plain) : -1;
    }
    int tens = ten == 0 ? 1 : digits.indexOf(plain.substring(0, ten));
    String rest = plain.substring(ten + 1);
    return tens * 10 + (rest.isEmpty() ? 0 : digits.indexOf(rest));
  }
}
