package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.BehaviourTimes.Pair;
import io.mingshu.semantic.plan.BehaviourTimes.Stretch;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a period can be told about, which one is meant where none is named, and what to say. */
final class BehaviourPeriods {
  private static final int DEFAULT_DAYS = 30;

  private final BehaviourTimes times;
  private final DataRange data;
  private final Set<Leaf> leaves;

  BehaviourPeriods(BehaviourTimes times, DataRange data, Collection<Formula> formulas) {
    this.times = times;
    this.data = data;
    this.leaves = new LinkedHashSet<>();
    formulas.forEach(formula -> leaves.addAll(formula.leaves()));
  }

  /** Of cohorts alone: the latest days of which all can be told. */
  Optional<Period> ofNone() {
    Set<Leaf.Span> spans = spans();
    boolean only = leaves.stream().allMatch(leaf -> span(leaf).isPresent());
    if (spans.isEmpty() || !only) {
      return Optional.empty();
    }
    LocalDate end =
        spans.stream()
            .map(span -> times.told(span).until().toLocalDate())
            .min(LocalDate::compareTo)
            .orElseThrow();
    return Optional.of(new Period.Between(end.minusDays(DEFAULT_DAYS), end.minusDays(1)));
  }

  /**
   * @throws MingshuException with {@code COHORTS_INCOMPLETE} where nothing can be told of any day
   *     of the period, {@code PERIOD_OUTSIDE_DATA} where the days before it have no data
   */
  void check(Circumstances circumstances, AnswerNotes notes) {
    for (Leaf.Span span : spans()) {
      TimeRange period = circumstances.period();
      Stretch told = times.told(period, span);
      if (told.isEmpty()) {
        throw incomplete(times.told(span), span);
      }
      if (told.from().isAfter(period.from()) || told.until().isBefore(period.until())) {
        notes.add(Note.Code.INCOMPLETE_COHORTS, onlyPart(told, span));
      }
      for (Circumstances.Base base : circumstances.bases()) {
        Stretch toldThen = times.told(base.range(), span);
        if (toldThen.from().isAfter(base.range().from())
            || toldThen.until().isBefore(base.range().until())) {
          notes.add(
              Note.Code.BASE_INCOMPLETE,
              toldThen.isEmpty()
                  ? new Text("对比期没有可以看的用户", "Nobody of the base period can be told about")
                  : onlyPart(toldThen, span));
        }
      }
    }
    for (Leaf leaf : leaves) {
      if (leaf instanceof Leaf.Meeting meeting && span(leaf).isEmpty()) {
        stretches(meeting, circumstances, notes);
      }
    }
  }

  private Set<Leaf.Span> spans() {
    Set<Leaf.Span> spans = new LinkedHashSet<>();
    leaves.forEach(leaf -> span(leaf).ifPresent(spans::add));
    return spans;
  }

  private static Optional<Leaf.Span> span(Leaf leaf) {
    if (leaf instanceof Leaf.OfJoined joined) {
      return Optional.of(joined.span());
    }
    return leaf instanceof Leaf.Meeting meeting && meeting.stretches() instanceof Leaf.Later later
        ? Optional.of(BehaviourTimes.span(meeting, later))
        : Optional.empty();
  }

  private static MingshuException incomplete(Stretch told, Leaf.Span span) {
    String first = told.from().toLocalDate().toString();
    String last = told.until().toLocalDate().minusDays(1).toString();
    return new MingshuException(
        ErrorCode.COHORTS_INCOMPLETE,
        new Text(
            "这段时间的用户，" + needed(span).zh() + "不全在数据里；可以看 " + first + " 到 " + last + " 的",
            "For users of this period, "
                + needed(span).en()
                + " is not wholly inside the data; it is for those from "
                + first
                + " to "
                + last),
        Map.of("first", first, "last", last));
  }

  private static Text onlyPart(Stretch told, Leaf.Span span) {
    String days = days(told);
    return new Text(
        "只含 " + days + " 的用户：其余的，" + needed(span).zh() + "不全在数据里",
        "Only users of "
            + days
            + ": for the others, "
            + needed(span).en()
            + " is not wholly inside"
            + " the data");
  }

  private static Text needed(Leaf.Span span) {
    int last = span.last();
    return switch (span.unit()) {
      case WEEK -> new Text("之后第 " + last + " 周", "week " + last + " after");
      case MONTH -> new Text("之后第 " + last + " 个月", "month " + last + " after");
      default ->
          span.first() == 0
              ? new Text(
                  "头 " + (last + 1) + " 天", "the time of their first " + (last + 1) + " days")
              : new Text("之后第 " + last + " 天", "day " + last + " after");
    };
  }

  private void stretches(Leaf.Meeting meeting, Circumstances circumstances, AnswerNotes notes) {
    boolean away = meeting.stretches() instanceof Leaf.Away;
    if (circumstances.timeline().isPresent()) {
      notes.add(
          Note.Code.STRETCHES,
          away
              ? new Text("每个时间段都看到它的最后一天为止", "Each bucket is looked at up to its last day")
              : new Text("每个时间段和它的前一个相比", "Each bucket is seen beside the one before it"));
      return;
    }
    Pair pair = pair(circumstances.period(), meeting);
    Stretch before = earlier(pair, meeting);
    notes.add(
        Note.Code.STRETCHES,
        away
            ? new Text(
                "看 " + days(pair.start()) + " 来过的人在 " + days(pair.other()) + " 有没有再来",
                "Of those there in " + days(pair.start()) + ", who came in " + days(pair.other()))
            : new Text("之前指 " + days(before), "Before means " + days(before)));
    data.of(meeting.start().fact())
        .map(days -> days.first().atStartOfDay())
        .ifPresent(
            first -> {
              checkStart(before, first, away, notes);
              for (Circumstances.Base base : circumstances.bases()) {
                checkBase(earlier(pair(base.range(), meeting), meeting), first, notes);
              }
            });
  }

  private Pair pair(TimeRange range, Leaf.Meeting meeting) {
    Scope whole = new Scope(range, range, Optional.empty(), List.of(), Optional.empty());
    return times.pairs(whole, meeting).get(0);
  }

  private static Stretch earlier(Pair pair, Leaf.Meeting meeting) {
    boolean startsNow = meeting.stretches() instanceof Leaf.Beside beside && beside.startsNow();
    return startsNow ? pair.other() : pair.start();
  }

  /** Those who were there before the base period were not all seen: hardly anybody was lost. */
  private static void checkBase(Stretch before, LocalDateTime first, AnswerNotes notes) {
    if (before.from().isBefore(first)) {
      String day = first.toLocalDate().toString();
      notes.add(
          Note.Code.BASE_INCOMPLETE,
          new Text(
              "对比期要看 " + days(before) + " 来过的人，而数据从 " + day + " 开始，对比期不完整",
              "The base period looks at who was there in "
                  + days(before)
                  + ", but the data begin on "
                  + day
                  + ": it is incomplete"));
    }
  }

  private static void checkStart(
      Stretch before, LocalDateTime first, boolean away, AnswerNotes notes) {
    String day = first.toLocalDate().toString();
    if (away && !before.until().isAfter(first)) {
      throw new MingshuException(
          ErrorCode.PERIOD_OUTSIDE_DATA,
          new Text(
              days(before) + " 没有数据；数据从 " + day + " 开始",
              "There are no data for " + days(before) + "; they begin on " + day),
          Map.of("first", day));
    }
    if (before.from().isBefore(first)) {
      notes.add(
          Note.Code.BASE_INCOMPLETE,
          new Text(
              "数据从 " + day + " 开始，之前的时间段不完整",
              "The data begin on " + day + ": the time before is incomplete"));
    }
  }

  private static String days(Stretch stretch) {
    LocalDate first = stretch.from().toLocalDate();
    LocalDate last = stretch.until().minusNanos(1).toLocalDate();
    return first.equals(last) ? first.toString() : first + " – " + last;
  }
}
