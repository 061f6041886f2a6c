package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.ReturnStretch;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDateTime;
import java.util.Map;

/** When the second of two stretches of time is, and what can be told of it. */
final class StretchTimes {
  private StretchTimes() {}

  /**
   * The days of the stretch, with what is to be said of them noted.
   *
   * @throws MingshuException where it does not follow the period, or too little is known of it
   */
  static TimeRange of(ReturnStretch stretch, BehaviourScene scene, boolean lost) {
    TimeRange first = scene.period();
    TimeRange second =
        new PeriodResolver(scene.catalog()).stretch(stretch, first, scene.now(), scene.data());
    if (second.from().isBefore(first.until())) {
      throw new MingshuException(
          ErrorCode.INVALID_QUERY,
          new Text(
              "后一段时间（" + days(second).zh() + "）要在前一段（" + days(first).zh() + "）结束之后才开始",
              "The second stretch of time ("
                  + days(second).en()
                  + ") must begin after the first ("
                  + days(first).en()
                  + ") is over"));
    }
    scene.notes().checkLater(second, scene.data());
    LocalDateTime known = scene.lastDayOver();
    boolean over = !second.until().isAfter(known);
    boolean toCome = !second.from().isBefore(scene.now());
    if (toCome || (!over && stretch instanceof ReturnStretch.After)) {
      throw unfinished(second, known);
    }
    if (!over) {
      lowerBound(scene, lost);
    }
    scene
        .notes()
        .note(
            Note.Code.STRETCHES,
            "看 " + days(first).zh() + " 的人在 " + days(second).zh() + " 有没有回来",
            "Of those of " + days(first).en() + ", who came back in " + days(second).en());
    return second;
  }

  /** So many days of which some are to come: a figure of them would be of fewer days. */
  private static MingshuException unfinished(TimeRange stretch, LocalDateTime known) {
    String last = known.toLocalDate().minusDays(1).toString();
    return new MingshuException(
        ErrorCode.COHORTS_INCOMPLETE,
        new Text(
            "之后的这段时间（" + days(stretch).zh() + "）还没有过完，只知道到 " + last + " 为止的",
            "The time after it ("
                + days(stretch).en()
                + ") is not over; what is known ends on "
                + last),
        Map.of("last", last));
  }

  private static void lowerBound(BehaviourScene scene, boolean lost) {
    scene
        .notes()
        .note(
            Note.Code.LOWER_BOUND,
            "后一段时间还没有过完，或者数据没有到那时，数字是" + (lost ? "上限" : "下限"),
            "The second stretch of time is not over, or the data end before it does; figures are "
                + (lost ? "upper bounds" : "lower bounds"));
  }

  private static Text days(TimeRange range) {
    return range.firstDay().equals(range.lastDay())
        ? Text.same(range.firstDay().toString())
        : new Text(
            range.firstDay() + " 至 " + range.lastDay(),
            range.firstDay() + " to " + range.lastDay());
  }
}
