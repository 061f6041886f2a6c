package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.CalendarEntry;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** Periods back into the words that people ask with: 上个月, "in the past 30 days". */
public final class PeriodWording {
  private static final DateTimeFormatter ENGLISH_DAY =
      DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter ENGLISH_DAY_OF_YEAR =
      DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);
  private static final DateTimeFormatter ENGLISH_MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter ENGLISH_MONTH_OF_YEAR =
      DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Catalog catalog;

  public PeriodWording(Catalog catalog) {
    this.catalog = catalog;
  }

  /** The period's name: {@code 近7天}, {@code past 7 days}, {@code May 2026}. */
  public String words(Period period, Language language) {
    return language == Language.ZH ? chinese(period) : english(period);
  }

  /** As a sentence has it: {@code 近7天}, {@code in the past 7 days}, {@code in May 2026}. */
  public String phrase(Period period, Language language) {
    if (language == Language.ZH) {
      return chinese(period);
    }
    String words = english(period);
    if (period instanceof Period.Last || period instanceof Period.All) {
      return (period instanceof Period.All ? "over " : "in the ") + words;
    }
    if (period instanceof Period.Calendar calendar) {
      return switch (calendar.unit()) {
        case HOUR, DAY -> "on " + words;
        case WEEK, MONTH, QUARTER, YEAR -> "in " + words;
      };
    }
    if (period instanceof Period.Between between) {
      if (isWholeMonths(between)) {
        return (words.contains(" to ") ? "from " : "in ") + words;
      }
      return (between.from().equals(between.to()) ? "on " : "from ") + words;
    }
    if (period instanceof Period.Campaign campaign) {
      return (campaign.peakOnly() ? "on " : "during ") + words;
    }
    return words;
  }

  /** The exact days: {@code 2026-06-01 至 2026-06-30}; with the time where it ends within a day. */
  public static String dates(TimeRange range, Language language) {
    boolean wholeDays = isMidnight(range.from()) && (isMidnight(range.until()) || range.isEmpty());
    if (!wholeDays) {
      boolean fromMidnight = isMidnight(range.from());
      String from = fromMidnight ? range.firstDay().toString() : MINUTE.format(range.from());
      return from + (language == Language.ZH ? " 至 " : " to ") + MINUTE.format(range.until());
    }
    if (range.firstDay().equals(range.lastDay())) {
      return range.firstDay().toString();
    }
    return range.firstDay() + (language == Language.ZH ? " 至 " : " to ") + range.lastDay();
  }

  /** The name of a bucket: {@code 2026年6月}, {@code June 2026}. */
  static String bucket(LocalDateTime start, Grain grain, Language language) {
    return language == Language.ZH
        ? chineseUnit(start.toLocalDate(), start.toLocalTime(), grain)
        : englishUnit(start.toLocalDate(), start.toLocalTime(), grain);
  }

  private String chinese(Period period) {
    if (period instanceof Period.Between between) {
      return chineseBetween(between);
    }
    if (period instanceof Period.Last last) {
      return "近" + last.count() + chineseCounted(last.unit());
    }
    if (period instanceof Period.ToDate toDate) {
      return switch (toDate.unit()) {
        case HOUR -> "本小时";
        case DAY -> "今天";
        case WEEK -> "本周";
        case MONTH -> "本月";
        case QUARTER -> "本季度";
        case YEAR -> "今年";
      };
    }
    if (period instanceof Period.Previous previous) {
      return chinesePrevious(previous.unit(), previous.back());
    }
    if (period instanceof Period.Calendar calendar) {
      return chineseUnit(calendar.start(), LocalTime.MIDNIGHT, calendar.unit());
    }
    if (period instanceof Period.Fiscal fiscal) {
      String unit = fiscal.unit() == Grain.YEAR ? "财年" : "财季";
      return switch (fiscal.back()) {
        case 0 -> "本" + unit;
        case 1, 2 -> "上".repeat(fiscal.back()) + unit;
        default -> fiscal.back() + "个" + unit + "前";
      };
    }
    if (period instanceof Period.Since since) {
      return chineseDay(since.from()) + "以来";
    }
    if (period instanceof Period.DaysAgo daysAgo) {
      return chinesePrevious(Grain.DAY, daysAgo.days());
    }
    if (period instanceof Period.Campaign campaign) {
      String label =
          catalog
              .calendarEntry(campaign.name())
              .map(CalendarEntry::label)
              .map(t -> t.zh())
              .orElse(campaign.name());
      String year = campaign.year().map(y -> y + "年").orElse("");
      return year + label + (campaign.peakOnly() ? "当天" : "期间");
    }
    return "全部时间";
  }

  private String english(Period period) {
    if (period instanceof Period.Between between) {
      return englishBetween(between);
    }
    if (period instanceof Period.Last last) {
      String unit = last.unit().name().toLowerCase(Locale.ROOT);
      return last.count() == 1 ? "past " + unit : "past " + last.count() + " " + unit + "s";
    }
    if (period instanceof Period.ToDate toDate) {
      return toDate.unit() == Grain.DAY
          ? "today"
          : "this " + toDate.unit().name().toLowerCase(Locale.ROOT);
    }
    if (period instanceof Period.Previous previous) {
      return englishPrevious(previous.unit(), previous.back());
    }
    if (period instanceof Period.Calendar calendar) {
      return englishUnit(calendar.start(), LocalTime.MIDNIGHT, calendar.unit());
    }
    if (period instanceof Period.Fiscal fiscal) {
      String unit = "fiscal " + fiscal.unit().name().toLowerCase(Locale.ROOT);
      return switch (fiscal.back()) {
        case 0 -> "this " + unit;
        case 1 -> "last " + unit;
        case 2 -> "the " + unit + " before last";
        default -> fiscal.back() + " " + unit + "s ago";
      };
    }
    if (period instanceof Period.Since since) {
      return "since " + ENGLISH_DAY.format(since.from());
    }
    if (period instanceof Period.DaysAgo daysAgo) {
      return englishPrevious(Grain.DAY, daysAgo.days());
    }
    if (period instanceof Period.Campaign campaign) {
      String label =
          catalog
              .calendarEntry(campaign.name())
              .map(CalendarEntry::label)
              .map(t -> t.en())
              .orElse(campaign.name());
      String named = campaign.year().map(y -> label + " " + y).orElse(label);
      return campaign.peakOnly() ? "the day of " + named : named;
    }
    return "all time";
  }

  private static String chinesePrevious(Grain unit, int back) {
    return switch (unit) {
      case HOUR -> back + "小时前";
      case DAY ->
          switch (back) {
            case 0 -> "今天";
            case 1 -> "昨天";
            case 2 -> "前天";
            default -> back + "天前";
          };
      case WEEK -> back <= 3 ? "上".repeat(back) + "周" : back + "周前";
      case MONTH -> back <= 2 ? "上".repeat(back) + "个月" : back + "个月前";
      case QUARTER -> back <= 2 ? "上".repeat(back) + "季度" : back + "个季度前";
      case YEAR ->
          switch (back) {
            case 1 -> "去年";
            case 2 -> "前年";
            default -> back + "年前";
          };
    };
  }

  private static String englishPrevious(Grain unit, int back) {
    String name = unit.name().toLowerCase(Locale.ROOT);
    if (unit == Grain.DAY) {
      return switch (back) {
        case 0 -> "today";
        case 1 -> "yesterday";
        case 2 -> "the day before yesterday";
        default -> back + " days ago";
      };
    }
    return switch (back) {
      case 1 -> "last " + name;
      case 2 -> "the " + name + " before last";
      default -> back + " " + name + "s ago";
    };
  }

  private static String chineseCounted(Grain unit) {
    return switch (unit) {
      case HOUR -> "小时";
      case DAY -> "天";
      case WEEK -> "周";
      case MONTH -> "个月";
      case QUARTER -> "个季度";
      case YEAR -> "年";
    };
  }

  private static String chineseBetween(Period.Between between) {
    LocalDate from = between.from();
    LocalDate to = between.to();
    if (from.equals(to)) {
      return chineseDay(from);
    }
    boolean sameYear = from.getYear() == to.getYear();
    if (isWholeMonths(between)) {
      String last = (sameYear ? "" : to.getYear() + "年") + to.getMonthValue() + "月";
      return switch (unit(between)) {
        case MONTH, QUARTER, YEAR -> chineseUnit(from, LocalTime.MIDNIGHT, unit(between));
        default -> from.getYear() + "年" + from.getMonthValue() + "月到" + last;
      };
    }
    String last =
        (sameYear ? "" : to.getYear() + "年") + to.getMonthValue() + "月" + to.getDayOfMonth() + "日";
    return chineseDay(from) + "到" + last;
  }

  private static String englishBetween(Period.Between between) {
    LocalDate from = between.from();
    LocalDate to = between.to();
    if (from.equals(to)) {
      return ENGLISH_DAY.format(from);
    }
    boolean sameYear = from.getYear() == to.getYear();
    if (isWholeMonths(between)) {
      return switch (unit(between)) {
        case MONTH, QUARTER, YEAR -> englishUnit(from, LocalTime.MIDNIGHT, unit(between));
        default ->
            (sameYear ? ENGLISH_MONTH_OF_YEAR : ENGLISH_MONTH).format(from)
                + " to "
                + ENGLISH_MONTH.format(to);
      };
    }
    return (sameYear ? ENGLISH_DAY_OF_YEAR : ENGLISH_DAY).format(from)
        + " to "
        + ENGLISH_DAY.format(to);
  }

  private static boolean isWholeMonths(Period.Between between) {
    return between.from().getDayOfMonth() == 1 && between.to().plusDays(1).getDayOfMonth() == 1;
  }

  /** The unit that whole months make up; days where they make up none. */
  private static Grain unit(Period.Between between) {
    long months = ChronoUnit.MONTHS.between(between.from(), between.to().plusDays(1));
    int firstMonth = between.from().getMonthValue();
    if (months == 1) {
      return Grain.MONTH;
    }
    if (months == 3 && firstMonth % 3 == 1) {
      return Grain.QUARTER;
    }
    return months == 12 && firstMonth == 1 ? Grain.YEAR : Grain.DAY;
  }

  private static String chineseUnit(LocalDate start, LocalTime time, Grain unit) {
    return switch (unit) {
      case HOUR -> chineseDay(start) + time.getHour() + "点";
      case DAY -> chineseDay(start);
      case WEEK -> chineseDay(start) + "那一周";
      case MONTH -> start.getYear() + "年" + start.getMonthValue() + "月";
      case QUARTER -> start.getYear() + "年Q" + start.get(IsoFields.QUARTER_OF_YEAR);
      case YEAR -> start.getYear() + "年";
    };
  }

  private static String englishUnit(LocalDate start, LocalTime time, Grain unit) {
    return switch (unit) {
      case HOUR -> ENGLISH_DAY.format(start) + " " + time.getHour() + ":00";
      case DAY -> ENGLISH_DAY.format(start);
      case WEEK -> "the week of " + ENGLISH_DAY.format(start);
      case MONTH -> ENGLISH_MONTH.format(start);
      case QUARTER -> "Q" + start.get(IsoFields.QUARTER_OF_YEAR) + " " + start.getYear();
      case YEAR -> String.valueOf(start.getYear());
    };
  }

  private static String chineseDay(LocalDate day) {
    return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }

  private static boolean isMidnight(LocalDateTime time) {
    return time.toLocalTime().equals(LocalTime.MIDNIGHT);
  }
}
