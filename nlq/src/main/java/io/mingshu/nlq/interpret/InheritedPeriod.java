package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The period of the question before. */
final class InheritedPeriod {
  private static final List<Choice> LAST_YEAR =
      List.of(
          choice("和去年同期比", "compared with the same period last year"),
          choice("去年全年", "the whole of last year"));

  private final @Nullable Period old;

  InheritedPeriod(Optional<Period> old) {
    this.old = old.orElse(null);
  }

  /**
   * Takes it over where none was said. 去年呢 after a part of a year is that part or the whole year:
   * asked back.
   */
  void apply(Draft draft) {
    boolean lastYear = new Period.Previous(Grain.YEAR, 1).equals(draft.period);
    if (lastYear && old != null && isPartOfYear(old)) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.LAST_YEAR_OF_WHAT, LAST_YEAR);
    }
    if (draft.period == null) {
      draft.period = old;
      draft.periodUnit = old == null ? null : unit(old).orElse(null);
    }
  }

  /** As if it had been said. */
  Optional<PeriodPart> part() {
    return Optional.ofNullable(old).map(period -> new PeriodPart(period, unit(period)));
  }

  private static boolean isPartOfYear(Period period) {
    if (period instanceof Period.Calendar calendar) {
      return calendar.unit() != Grain.YEAR;
    }
    if (period instanceof Period.Previous previous) {
      return previous.unit() != Grain.YEAR;
    }
    return !(period instanceof Period.ToDate || period instanceof Period.All);
  }

  private static Choice choice(String zh, String en) {
    return new Choice(new Text(zh, en), new Text(zh, en));
  }

  private static Optional<Grain> unit(Period period) {
    if (period instanceof Period.Calendar calendar) {
      return Optional.of(calendar.unit());
    }
    if (period instanceof Period.Previous previous) {
      return Optional.of(previous.unit());
    }
    if (period instanceof Period.ToDate soFar) {
      return Optional.of(soFar.unit());
    }
    if (period instanceof Period.Last last) {
      return Optional.of(last.unit());
    }
    boolean day =
        period instanceof Period.DaysAgo
            || (period instanceof Period.Between days && days.from().equals(days.to()));
    return day ? Optional.of(Grain.DAY) : Optional.empty();
  }
}
