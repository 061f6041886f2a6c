package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the reader of an answer must know about its times. */
final class AnswerNotes {
  /** Notes of an analysis about figures that are not what they seem. */
  private static final List<Note.Code> BASE_NOTES =
      List.of(Note.Code.OPEN_WINDOW, Note.Code.IMMATURE_LEFT_OUT, Note.Code.LOWER_BOUND);

  private final MetricQuery query;
  private final Circumstances circumstances;
  private final Map<Note.Code, Text> notes = new LinkedHashMap<>();

  AnswerNotes(MetricQuery query, Circumstances circumstances, Catalog catalog) {
    this.query = query;
    this.circumstances = circumstances;
    TimeRange period = circumstances.period();
    if (query.period().isEmpty()) {
      note(
          Note.Code.DEFAULT_PERIOD,
          "没有说时间，按默认时间段 " + days(period),
          "No time was named: the default period, " + days(period));
    }
    if (!period.complete()) {
      note(
          Note.Code.INCOMPLETE_PERIOD,
          "这段时间还没有结束，数字会继续变化",
          "The period is not over; its figures will still change");
    }
    clippedBuckets();
  }

  /**
   * For an analysis, which has a period and may have one to compare with.
   *
   * @param named whether the question names the period
   */
  static AnswerNotes ofPeriods(
      TimeRange period, Optional<TimeRange> base, boolean named, Catalog catalog) {
    MetricQuery query = MetricQuery.of();
    return new AnswerNotes(
        named ? query.withPeriod(new Period.All()) : query,
        new Circumstances(
            period,
            base.stream().map(range -> new Circumstances.Base(range, Optional.empty())).toList(),
            Optional.empty(),
            period),
        catalog);
  }

  /**
   * Whose rows are told apart by segments: as of which day people belong to them.
   *
   * @param dimensions that the query names
   * @param today the day of asking
   * @param data the days of what people did
   */
  void segments(
      Collection<String> dimensions, Catalog catalog, LocalDate today, Optional<DayRange> data) {
    boolean any =
        dimensions.stream()
            .flatMap(name -> catalog.dimension(name).stream())
            .anyMatch(dimension -> dimension.source() instanceof Dimension.Membership);
    if (!any) {
      return;
    }
    LocalDate last = today.minusDays(1);
    Optional<LocalDate> ends = data.map(DayRange::last).filter(day -> day.isBefore(last));
    note(
        Note.Code.SEGMENT_MOMENT,
        "人群按截至 " + last + " 的行为划分，不随所问的时间变化" + ends.map(day -> "；数据只到 " + day).orElse(""),
        "Segments are of what people did up to "
            + last
            + ", whatever the period"
            + ends.map(day -> "; the data end on " + day).orElse(""));
  }

  private void clippedBuckets() {
    boolean clipped =
        query.accumulation().isEmpty()
            && circumstances
                .timeline()
                .map(t -> t.slots().stream().anyMatch(slot -> !slot.unit().whole()))
                .orElse(false);
    if (clipped) {
      note(
          Note.Code.CLIPPED_BUCKET,
          "首尾的时间段只包含所问时间内的部分",
          "The first or last bucket holds only its part inside the period");
    }
  }

  /**
   * @throws MingshuException with {@code PERIOD_OUTSIDE_DATA} where there is nothing to answer from
   */
  void checkData(Optional<DayRange> data) {
    TimeRange period = circumstances.period();
    if (data.isEmpty()) {
      throw new MingshuException(
          ErrorCode.PERIOD_OUTSIDE_DATA, new Text("还没有任何数据", "There are no data yet"));
    }
    DayRange days = data.get();
    if (isOutside(period, days)) {
      throw outside(period, days);
    }
    if (first(days).isAfter(period.from())) {
      note(
          Note.Code.INCOMPLETE_PERIOD,
          "数据从 " + days.first() + " 开始，只包含之后的部分",
          "The data begin on " + days.first() + "; only what follows is included");
    }
    for (Circumstances.Base compared : circumstances.bases()) {
      TimeRange base = compared.range();
      if (isOutside(base, days)) {
        throw outside(base, days);
      }
      if (first(days).isAfter(base.from())) {
        note(
            Note.Code.BASE_INCOMPLETE,
            "数据从 " + days.first() + " 开始，对比期不完整",
            "The data begin on " + days.first() + ": the base period is incomplete");
      }
    }
  }

  /**
   * Of a second stretch of time that begins later than the period.
   *
   * @throws MingshuException with {@code PERIOD_OUTSIDE_DATA} where it has no data
   */
  void checkLater(TimeRange stretch, DayRange days) {
    if (isOutside(stretch, days)) {
      throw outside(stretch, days);
    }
  }

  private static LocalDateTime first(DayRange days) {
    return days.first().atStartOfDay();
  }

  private static boolean isOutside(TimeRange range, DayRange days) {
    return !range.until().isAfter(first(days))
        || !range.from().isBefore(days.last().plusDays(1).atStartOfDay());
  }

  private static MingshuException outside(TimeRange range, DayRange days) {
    String from = days.first().toString();
    String to = days.last().toString();
    return new MingshuException(
        ErrorCode.PERIOD_OUTSIDE_DATA,
        new Text(
            days(range) + " 没有数据；数据从 " + from + " 到 " + to,
            "There are no data for " + days(range) + "; they reach from " + from + " to " + to),
        Map.of("first", from, "last", to));
  }

  void groupsMayOverlap() {
    note(
        Note.Code.OVERLAPPING_GROUPS,
        "同一个用户可能属于几个分组，各组之和可能大于总数",
        "One person may be in several groups, so that groups may add up to more than the total");
  }

  void wholeUnits(WholeUnits units) {
    if (units.missing()) {
      note(
          Note.Code.NO_WHOLE_UNIT,
          "时间段内没有完整的自然日、周或月，按整段计算",
          "There is no whole unit in the period (or bucket) to take a mean of; the figure is of all"
              + " of it");
    }
    if (units.partial()) {
      note(
          Note.Code.WHOLE_UNITS_ONLY,
          "平均值只含时间段内完整的自然周、月、季或年",
          "The mean is over the whole calendar weeks, months, quarters or years in the period");
    }
  }

  void add(Note.Code code, Text text) {
    notes.putIfAbsent(code, text);
  }

  void add(Note note) {
    notes.putIfAbsent(note.code(), note.text());
  }

  void estimated() {
    add(Estimation.note());
  }

  void emptyValues() {
    note(
        Note.Code.EMPTY_VALUES_LEFT_OUT,
        "没有值的数据不成组，未列出",
        "Rows without a value form no group and are not listed");
  }

  /** What holds of the base period alone must be known, too. */
  void ofBase(AnswerNotes base) {
    Text open = notes.get(Note.Code.OPEN_WINDOW);
    if (open != null && !base.notes.containsKey(Note.Code.OPEN_WINDOW)) {
      notes.put(
          Note.Code.OPEN_WINDOW,
          new Text(
              open.zh() + "；对比期的窗口都已结束，所以现在看起来会偏低",
              open.en()
                  + "; those of the base period are over, so that the figures now look lower than"
                  + " they will be"));
    }
    BASE_NOTES.forEach(
        code -> {
          Text text = base.notes.get(code);
          if (text != null) {
            note(code, "对比期：" + text.zh(), "In the base period: " + text.en());
          }
        });
  }

  List<Note> notes(boolean noRows) {
    List<Note> all = new ArrayList<>();
    notes.forEach((code, text) -> all.add(new Note(code, text)));
    if (noRows) {
      all.add(new Note(Note.Code.NO_ROWS, new Text("没有符合条件的数据", "Nothing meets the conditions")));
    }
    return List.copyOf(all);
  }

  void note(Note.Code code, String zh, String en) {
    notes.putIfAbsent(code, new Text(zh, en));
  }

  /** Both ends included. */
  private static String days(TimeRange range) {
    LocalDate last = range.until().minusNanos(1).toLocalDate();
    LocalDate first = range.from().toLocalDate();
    return first.equals(last) ? first.toString() : first + " – " + last;
  }
}
