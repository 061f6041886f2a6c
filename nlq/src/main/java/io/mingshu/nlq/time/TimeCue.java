package io.mingshu.nlq.time;

import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.semantic.text.WordList;
import java.util.EnumSet;
import java.util.List;

/** Words of time expressions, Chinese and English side by side, as {@link WordList} has them. */
enum TimeCue implements Meaning {
  /** So many units that end yesterday; with a number. */
  LAST(
      "近|最近|过去|过去的|最近的|近期|前面",
      "past|last|the last|the past|previous|the previous|trailing|most recent|the most recent|recent"),
  WITHIN("内|以内|之内", ""),
  WHOLE("完整|完整的|整|个完整|个完整的|个整", "full|complete|whole|completed|calendar"),
  /** The same, also without a number (the past week). */
  PAST("最近一|近一|过去一|最近这一|这一", "past|the past|past one|the past one"),
  /** The unit just before the current one. */
  PREVIOUS(
      "上|上个|上一个|上一|刚过去的|刚过去的这个|刚过去的那个|刚过去的这|刚过去的那|刚结束的|刚结束的这个|刚结束的那个",
      "[the /][previous/last/most recent] [calendar/full/complete/whole]|last|previous|the previous|prior|the last|the prior"),
  BEFORE_PREVIOUS("上上|上上个|大上", ""),
  THIS("这次|本次|这回|这一次|这届|本|这|这个|当|本个|这一个", "this|the current|current|the present"),
  TO_DATE(
      "以来|至今|到现在|到目前|迄今|到今天|到目前为止|截至目前|截止目前|截至今天|初至今|初以来|初到现在|至今为止|开始|开始至今|起至今|起到现在|开始到现在",
      "to date|so far|up to now|until now"),
  SINCE("", "since|from"),
  FROM(
      "从|自|自从|在|由",
      "from|in|on|during|for|over|starting|throughout|all through|over the course of"),
  TO("到|至|~|-|到了|直到", "to|through|thru|until|-|~|till|up to"),
  BETWEEN("", "between"),
  TO_AND("", "and|to|-"),
  OF("的|,|里|里的|中", "of|,|of the|in"),
  DAY("日|号|号那天", ""),
  MONTH("月|月份", ""),
  YEAR("年|年度", ""),
  FIRST_THIRD("上旬", ""),
  SECOND_THIRD("中旬", ""),
  LAST_THIRD("下旬", ""),
  FIRST_HALF_OF_MONTH("上半月|前半月|前半个月|上半个月", "first half|the first half"),
  SECOND_HALF_OF_MONTH("下半月|后半月|后半个月|下半个月", "second half|the second half|last half"),
  FIRST("前|头|最前面|最早|开头|打头|开始的|最开始的|前头", "first|the first|opening|the opening|initial|the initial"),
  FIRST_DAY(
      "首日|第一天|头一天|头天|第1天|开门日|首天|开始那天|开始第一天",
      "first day|the first day|opening day|the opening day|day one|day 1"),
  FINAL_DAY(
      "最后一天|末日|收官日|最后1天|收尾那天|结束那天",
      "last day|the last day|final day|the final day|closing day|the closing day"),
  THE("", "the"),
  FINAL("后|末|最后|最末|收尾|收尾的|末尾|尾", "last|the last|final|the final|closing|the closing"),
  NEXT_YEAR("次年|第二年|来年|翌年", "the next year|next year|the following year"),
  HALF_YEAR("半年|半年度|6个月|六个月", "half year|half a year"),
  TAKEN_BY("按|以|拿|用|取|就看|就按", "take|taking|using|use"),
  TAKEN_AS("算|来算|计算|看|来看|统计|来统计|为准|的口径|口径|的数|的数据|就行|即可", "numbers|figures|data"),
  FISCAL_YEAR("财年|财政年度|会计年度|财务年度", "fiscal year|financial year|fiscal|fy"),
  FISCAL_QUARTER("财季|财政季度", "fiscal quarter"),
  FISCAL_YEAR_TO_DATE(
      "财年至今|本财年至今|本财年以来|本财年累计", "fytd|fiscal year to date|this fiscal year so far|fiscal ytd"),
  FIRST_HALF(
      "上半年|上半年度",
      "h1|first half|the first half|1h|first half of the year|the first half of the year"),
  SECOND_HALF(
      "下半年|下半年度",
      "h2|second half|the second half|2h|second half of the year|the second half of the year"),
  QUARTER_MARK("季度|季", ""),
  WEEKDAY_MARK("周|星期|礼拜", ""),
  PERIOD_NOUN(
      "期间|那几天|那些天|那几日|那段时间|那阵子|那会|那一段|那段日子|那段|那一阵|活动那几天|大促那几天|活动期|大促期间的那几天|那会儿|这段时间|整月|全月|全年|整年|一整年|整个月|一整月|整周|全天|一整天|活动期间|大促期间|大促",
      "days|festival|sale|sales period|period|campaign|promotion|shopping festival|event"),
  PEAK_DAY("当天|当日|那天|正日子|正日子那天|当天那天|那一天|正日", "day|the day itself|on the day|day itself|peak day"),
  WEEKEND("周末|双休日", "weekend"),
  DAYS_AGO("天前|天以前|日前", "days ago|day ago"),
  TODAY("今天|今日|本日|今儿|今儿个", "today|so far today"),
  YESTERDAY("昨天|昨日|昨|昨儿|昨儿个|昨个", "yesterday|yday|yest"),
  DAY_BEFORE_YESTERDAY("前天|前日|前儿|前儿个|前个", "the day before yesterday|day before yesterday"),
  THREE_DAYS_AGO("大前天", ""),
  THIS_YEAR("今年|本年|本年度|今年度|当年|这一年", "this year|the current year"),
  LAST_YEAR("去年|上年|上一年|去年度|上年度", "last year|the previous year|previous year|prior year"),
  YEAR_BEFORE_LAST("前年", "the year before last"),
  YEAR_TO_DATE(
      "今年到目前为止|今年到现在为止|今年截至目前|打年初到现在|从年初到现在|自年初以来|今年以来|年初至今|年初以来|今年至今|今年到现在|今年到目前|本年至今|本年累计|今年到今天|年初到现在|今年迄今",
      "ytd|year to date|this year so far|so far this year|this year to date|since the start of the year|since the beginning of the year"),
  QUARTER_TO_DATE(
      "本季度至今|本季至今|本季度以来|本季以来|季初至今",
      "qtd|quarter to date|this quarter so far|so far this quarter|this quarter to date"),
  MONTH_TO_DATE(
      "本月至今|本月以来|月初至今|这个月至今|月初以来|本月到现在|这个月以来|本月到目前|本月累计",
      "mtd|month to date|this month so far|so far this month|this month to date"),
  WEEK_TO_DATE(
      "本周至今|本周以来|这周至今|这周以来",
      "wtd|week to date|this week so far|so far this week|this week to date"),
  TRAILING_YEAR(
      "",
      "ttm|ltm|t12m|l12m|trailing twelve months|trailing 12 months|last twelve months|the last twelve months|past twelve months|the past twelve months"),
  /** Behind a day: the week that it lies in. */
  ITS_WEEK("那周|那一周|那个星期|那星期|当周|所在周|所在的周|所在那周|所在的那周|所在的那一周|这周|这一周", "week"),
  WEEK_OF(
      "",
      "[the /]week [of/containing/including/with/commencing/beginning/beginning on/starting/starting on/that includes/that contains]|w/c"),
  FORTNIGHT("", "fortnight"),
  WEEK_BEFORE_LAST("", "the week before last|week before last|two weeks ago"),
  MONTH_BEFORE_LAST("", "the month before last|month before last|two months ago"),
  QUARTER_BEFORE_LAST("", "the quarter before last|quarter before last|two quarters ago"),
  ALL_TIME(
      "有史以来|历史累计|开店以来|全部时间|所有时间|历史以来|历史上|上线以来|全部历史|有数据以来|历史总",
      "all time|of all time|all-time|ever|since the beginning|since launch|since inception|whole history|entire history");

  private static final String SEPARATOR = "|";

  private final String forms;

  TimeCue(String zh, String en) {
    this.forms = zh + SEPARATOR + en;
  }

  List<String> forms() {
    return WordList.words(forms);
  }

  @Override
  public Object kind() {
    return this;
  }

  static Slot<TimeCue> cue(TimeCue first, TimeCue... others) {
    return Slot.ofKinds(TimeCue.class, EnumSet.of(first, others));
  }
}
