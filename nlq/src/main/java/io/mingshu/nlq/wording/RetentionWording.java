package io.mingshu.nlq.wording;

import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.query.RetentionQuery.Return;
import io.mingshu.semantic.query.ReturnStretch;
import io.mingshu.semantic.time.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a retention asks, in words. Immutable. */
record RetentionWording(CatalogWords words, EventWording events, PeriodWording periods) {

  /**
   * Without its period.
   *
   * @param later the days of its second stretch of time, where they are to be said
   */
  String of(RetentionQuery query, Optional<TimeRange> later) {
    List<String> clauses = new ArrayList<>();
    clauses.add(
        query.within().map(stretch -> ofStretch(query, stretch, later)).orElseGet(() -> by(query)));
    if (query.occurrences() > 1) {
      clauses.add(
          query.within().isPresent()
              ? say(
                  "后一段时间至少" + query.occurrences() + "次",
                  "at least " + query.occurrences() + " times")
              : BehaviourQueryWording.atLeast(
                  query.occurrences(), words.unit(query.unit()), words));
    }
    if (!query.returns().isEmpty()) {
      clauses.add(words.list(query.returns().stream().map(one -> interval(one, query)).toList()));
    }
    if (query.sameGroup()) {
      clauses.add(say("回来时也在同一组", "coming back in the same group"));
    }
    if (query.pooled() && query.within().isEmpty()) {
      clauses.add(say("各组合并计算", "all cohorts together"));
    }
    return String.join(say("，", ", "), clauses);
  }

  /** What stands before the period, which is only one of two. */
  String first() {
    return say("前一段是", "the first: ");
  }

  /** What stands before conditions: on what happens, they choose who started. */
  String only() {
    return say("前一段只看", "in the first only ");
  }

  private String by(RetentionQuery query) {
    String unit = unit(query);
    String comeBack = events.of(query.comeBack());
    String cohorts =
        switch (query.cohorts()) {
          case SIGNUP -> say("注册", "signup");
          case EACH_INTERVAL -> events.of(query.start());
          case FIRST_IN_PERIOD -> say("期间内首次", "first in the period: ") + events.of(query.start());
          case FIRST_EVER, FIRST_MATCHING -> say("首次", "first ") + events.of(query.start());
        };
    return query.lost()
        ? say(
            "没回来的人：按" + cohorts + "的" + unit + "分组，之后没有" + comeBack,
            "those lost, by " + unit + " of " + cohorts + ", without " + comeBack + " afterwards")
        : say(
            "留存：按" + cohorts + "的" + unit + "分组，之后有" + comeBack,
            "retention by " + unit + " of " + cohorts + ", with " + comeBack + " afterwards");
  }

  private String ofStretch(RetentionQuery query, ReturnStretch stretch, Optional<TimeRange> later) {
    String start = events.of(query.start());
    String who =
        switch (query.cohorts()) {
          case SIGNUP -> say("注册的", "those who signed up in");
          case EACH_INTERVAL -> say("有" + start + "的", "those with " + start + " in");
          case FIRST_IN_PERIOD, FIRST_EVER, FIRST_MATCHING ->
              say("首次" + start + "的", "those with their first " + start + " in");
        };
    String when =
        when(stretch, words, periods)
            + later
                .map(days -> say("，", ", ") + PeriodWording.dates(days, words.language()))
                .orElse("");
    String comeBack = events.of(query.comeBack());
    return say(
        (query.lost() ? "没回来的人：" : "留存：")
            + "前一段时间"
            + who
            + "人里，后一段时间（"
            + when
            + "）"
            + (query.lost() ? "没有" : "有")
            + comeBack
            + "的",
        (query.lost() ? "those lost: of " : "retention: of ")
            + who
            + " a first stretch of time, those "
            + (query.lost() ? "without " : "with ")
            + comeBack
            + " in a second ("
            + when
            + ")");
  }

  /** 之后30天, or a period by its name. */
  static String when(ReturnStretch stretch, CatalogWords words, PeriodWording periods) {
    if (stretch instanceof ReturnStretch.During during) {
      return periods.words(during.period(), words.language());
    }
    ReturnStretch.After after = (ReturnStretch.After) stretch;
    String unit = words.unit(after.unit());
    String length = after.count() == 1 ? unit : after.count() + " " + unit + "s";
    return words.isChinese() ? "之后" + after.count() + unit : "the " + length + " after";
  }

  private String interval(Return wanted, RetentionQuery query) {
    String unit = unit(query);
    if (wanted.last().isEmpty()) {
      return say("第" + wanted.first() + unit + "及以后", unit + " " + wanted.first() + " or later");
    }
    int last = wanted.last().get();
    if (isWithin(wanted, query)) {
      return say(
          "之后" + last + words.unit(query.unit()) + "内的另一" + unit + "（当" + unit + "的不算）",
          "on a later " + unit + " within " + last + " " + unit + (last == 1 ? "" : "s"));
    }
    return last == wanted.first()
        ? say("第" + last + unit, unit + " " + last)
        : say(
            "第" + wanted.first() + "至" + last + unit + "之间",
            "any of " + unit + "s " + wanted.first() + "–" + last);
  }

  /** 首购后30天内复购: whoever buys twice on the first day has not come back by that. */
  private static boolean isWithin(Return wanted, RetentionQuery query) {
    return wanted.first() == 1
        && wanted.last().filter(last -> last > 1).isPresent()
        && query.cohorts() == Cohorts.FIRST_EVER
        && query.start().equals(query.comeBack());
  }

  private String unit(RetentionQuery query) {
    return words.unit(query.unit()).replace("个", "");
  }

  private String say(String zh, String en) {
    return words.isChinese() ? zh : en;
  }
}
