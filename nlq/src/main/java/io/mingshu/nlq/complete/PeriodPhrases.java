package io.mingshu.nlq.complete;

import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;

/** The periods and time units that people ask for most, and what each means exactly. */
final class PeriodPhrases {

  /**
   * A phrase.
   *
   * @param terms other ways to say it
   */
  record Phrase(Text label, Terms terms, Text meaning) {}

  static final List<Phrase> ALL =
      List.of(
          phrase("上个月", "last month", "上一个自然月", "the previous calendar month, whole")
              .or("上月", "previous month"),
          phrase("本月", "this month", "月初至今", "from the first of the month to now")
              .or("这个月", "month to date"),
          phrase("近7天", "last 7 days", "到昨天为止的 7 个整天", "the 7 whole days that end yesterday")
              .or("最近7天", "past 7 days"),
          phrase("近30天", "last 30 days", "到昨天为止的 30 个整天", "the 30 whole days that end yesterday")
              .or("最近30天", "past 30 days"),
          phrase("近90天", "last 90 days", "到昨天为止的 90 个整天", "the 90 whole days that end yesterday")
              .or("最近90天", "past 90 days"),
          phrase("近12个月", "last 12 months", "到昨天为止的 12 个月", "the 12 months that end yesterday")
              .or("最近12个月", "past 12 months"),
          phrase("昨天", "yesterday", "昨天一整天", "the whole day before today").or("昨日", "yesterday"),
          phrase("今天", "today", "今天零点到现在", "from midnight to now").or("今日", "today"),
          phrase("上周", "last week", "上一个完整的周", "the previous week, whole")
              .or("上个星期", "previous week"),
          phrase("本周", "this week", "本周第一天至今", "from the first day of the week to now")
              .or("这周", "week to date"),
          phrase("上季度", "last quarter", "上一个自然季度", "the previous calendar quarter, whole")
              .or("上个季度", "previous quarter"),
          phrase("本季度", "this quarter", "本季度第一天至今", "from the first day of the quarter to now")
              .or("这个季度", "quarter to date"),
          phrase("去年", "last year", "上一个自然年", "the previous calendar year, whole")
              .or("上一年", "previous year"),
          phrase("今年", "this year", "年初至今", "from the first of January to now")
              .or("本年", "year to date"),
          phrase("每天", "by day", "每天一个数", "one figure for each day").or("按天", "daily"),
          phrase("每周", "by week", "每周一个数", "one figure for each week").or("按周", "weekly"),
          phrase("每月", "by month", "每月一个数", "one figure for each month").or("按月", "monthly"),
          phrase("每季度", "by quarter", "每季度一个数", "one figure for each quarter")
              .or("按季度", "quarterly"));

  private PeriodPhrases() {}

  private record Unsaid(Text label, Text meaning) {
    Phrase or(String zh, String en) {
      return new Phrase(label, new Terms(List.of(zh), List.of(en)), meaning);
    }
  }

  private static Unsaid phrase(String zh, String en, String meaningZh, String meaningEn) {
    return new Unsaid(new Text(zh, en), new Text(meaningZh, meaningEn));
  }
}
