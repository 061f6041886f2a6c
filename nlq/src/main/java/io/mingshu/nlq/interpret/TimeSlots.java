package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.ConditionPart;
import io.mingshu.nlq.grammar.Parts.RankPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.time.TimeParts.BareUnit;
import io.mingshu.nlq.time.TimeParts.GrainPart;
import io.mingshu.nlq.time.TimeParts.HowManyBuckets;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.nlq.time.TimeParts.RollingPart;
import io.mingshu.nlq.time.TimeParts.WhichBucket;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.time.TimeRange;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** When, and in which buckets. */
final class TimeSlots {
  private static final int DAILY_TREND_DAYS = 92;

  private static final Cue[] BEFORE = {
    Cue.PERIOD_BEFORE, Cue.DAY_BEFORE, Cue.WEEK_BEFORE, Cue.MONTH_BEFORE, Cue.QUARTER_BEFORE
  };
  private static final int WEEKLY_TREND_DAYS = 366;

  private static final Pattern EARLY = Pattern.compile("(?i)first|last|[前后末]|.*\\blast\\b");

  private final Clock clock;
  private final CatalogShape shape;

  TimeSlots(Clock clock, CatalogShape shape) {
    this.clock = clock;
    this.shape = shape;
  }

  void apply(Bag bag, Draft draft, Optional<Inheritance> inheritance) {
    periods(bag, draft, inheritance);
    inheritance.ifPresent(kept -> kept.period(draft));
    grain(bag, draft);
    inheritance.ifPresent(kept -> kept.grain(draft));
    rolling(bag, draft);
    trend(bag, draft);
    wholeUnits(draft);
    hours(draft);
    if (bag.takeCue(Cue.CUMULATIVE).isPresent() && draft.grain != null) {
      draft.accumulation = new Accumulation.RunningTotal();
    }
  }

  private void periods(Bag bag, Draft draft, Optional<Inheritance> inheritance) {
    List<Placed<PeriodPart>> found = bag.take(PeriodPart.class);
    List<Placed<PeriodPart>> periods =
        found.stream()
            .filter(
                p ->
                    found.stream()
                        .takeWhile(q -> !q.equals(p))
                        .noneMatch(q -> q.part().equals(p.part())))
            .toList();
    if (periods.isEmpty()) {
      return;
    }
    if (periods.size() == 1) {
      Optional<Placed<PeriodPart>> before = inheritance.flatMap(Inheritance::placedPeriod);
      if (before.isPresent() && !draft.valuesApart && bag.lookCue(Cue.COMPARE).isPresent()) {
        compare(before.get(), periods.get(0), draft);
        bag.takeCue(Cue.COMPARE);
      } else if (fromOneToNext(periods.get(0), bag, draft)) {
        bag.takeCue(Cue.MOVEMENT);
      } else {
        set(draft, periods.get(0).part());
      }
      return;
    }
    Optional<PeriodPart> inner = joined(periods, bag) ? Optional.empty() : innermost(periods);
    boolean compared =
        (bag.lookCue(Cue.COMPARE, Cue.CHANGE, Cue.DECREASE, Cue.MOVEMENT).isPresent()
                || bag.look(RankPart.class).stream()
                    .anyMatch(rank -> rank.part().measure() == Measure.CHANGE))
            && !draft.valuesApart;
    if (inner.isPresent() && !compared) {
      set(draft, inner.get());
      return;
    }
    if (periods.size() == 2
        && bag.lookCue(Cue.SAME_PERIOD).isPresent()
        && samePeriodBefore(periods, draft)) {
      bag.takeCue(Cue.SAME_PERIOD);
      bag.takeCue(Cue.COMPARE, Cue.MOVEMENT);
      return;
    }
    if (periods.size() == 2 && compared) {
      compare(periods.get(0), periods.get(1), draft);
      bag.takeCue(Cue.COMPARE, Cue.MOVEMENT);
      return;
    }
    if (periods.size() == 3 && compared && withTwo(periods, draft)) {
      bag.takeCue(Cue.COMPARE, Cue.MOVEMENT);
      return;
    }
    if (compared && yearOnYear(periods, draft)) {
      bag.takeCue(Cue.COMPARE, Cue.MOVEMENT);
      return;
    }
    if (joinUnits(periods, bag, draft)) {
      return;
    }
    set(draft, periods.get(0).part());
    draft.ask(Issue.Code.AMBIGUOUS_READING, periods.get(1).edge(), Messages.SEVERAL_PERIODS);
  }

  /** 2026年比2025年同期: the days of the later one, a year before. */
  private boolean samePeriodBefore(List<Placed<PeriodPart>> periods, Draft draft) {
    Optional<TimeRange> one = clock.range(periods.get(0).part().period());
    Optional<TimeRange> other = clock.range(periods.get(1).part().period());
    boolean years =
        isYear(periods.get(1).part().period())
            && one.isPresent()
            && other.isPresent()
            && one.get().from().getYear() == other.get().from().getYear() + 1;
    if (years) {
      set(draft, periods.get(0).part());
      draft.comparison = new Comparison.YearBefore();
    }
    return years;
  }

  /** June against May and against June of last year. */
  private boolean withTwo(List<Placed<PeriodPart>> periods, Draft draft) {
    PeriodPart current = periods.get(0).part();
    Optional<Comparison> first = clock.leading(current.period(), periods.get(1).part().period());
    Optional<Comparison> second = clock.leading(current.period(), periods.get(2).part().period());
    boolean two = first.isPresent() && second.isPresent() && !first.equals(second);
    if (two) {
      set(draft, current);
      draft.comparison = first.get();
      draft.secondComparison = second.get();
    }
    return two;
  }

  /** 618 GMV this year vs last year: the two years are those of the period beside them. */
  private boolean yearOnYear(List<Placed<PeriodPart>> periods, Draft draft) {
    List<PeriodPart> years =
        periods.stream().map(Placed::part).filter(p -> isYear(p.period())).toList();
    List<PeriodPart> others =
        periods.stream().map(Placed::part).filter(p -> !isYear(p.period())).toList();
    if (years.size() != 2 || others.size() != 1) {
      return false;
    }
    Optional<TimeRange> one = clock.range(years.get(0).period());
    Optional<TimeRange> other = clock.range(years.get(1).period());
    Optional<TimeRange> part = clock.range(others.get(0).period());
    if (one.isEmpty() || other.isEmpty() || part.isEmpty()) {
      return false;
    }
    int later = Math.max(one.get().from().getYear(), other.get().from().getYear());
    int earlier = Math.min(one.get().from().getYear(), other.get().from().getYear());
    boolean fits = later - earlier == 1 && part.get().from().getYear() == later;
    if (fits) {
      set(draft, others.get(0));
      draft.comparison = new Comparison.YearBefore();
    }
    return fits;
  }

  private static boolean isYear(Period period) {
    return (period instanceof Period.ToDate so && so.unit() == Grain.YEAR)
        || (period instanceof Period.Previous previous && previous.unit() == Grain.YEAR)
        || (period instanceof Period.Calendar calendar && calendar.unit() == Grain.YEAR);
  }

  private static void set(Draft draft, PeriodPart part) {
    draft.period = part.period();
    draft.periodUnit = part.unit().orElse(null);
  }

  /** 6月和618的GMV: two periods, neither of which narrows the other. */
  private static boolean joined(List<Placed<PeriodPart>> periods, Bag bag) {
    return periods.stream()
        .skip(1)
        .anyMatch(
            later ->
                bag.before(later.edge())
                    .filter(
                        edge ->
                            edge.meaning() instanceof CueWord word
                                && word.cue() == Cue.AND
                                && !",，".contains(bag.typed(edge).trim()))
                    .isPresent());
  }

  /** June 18 during 618: the period that lies inside all the others. */
  private Optional<PeriodPart> innermost(List<Placed<PeriodPart>> periods) {
    return periods.stream()
        .filter(
            p ->
                periods.stream()
                    .allMatch(
                        q ->
                            q.equals(p)
                                || (isInside(p.part().period(), q.part().period())
                                    && (isFixed(p.part().period())
                                        || isInside(q.part().period(), p.part().period())))))
        .map(Placed::part)
        .findFirst();
  }

  /** "The last week of June" is not last week: only what has its own place can narrow another. */
  private static boolean isFixed(Period period) {
    return period instanceof Period.Calendar
        || period instanceof Period.Between
        || period instanceof Period.Campaign;
  }

  private boolean isInside(Period inner, Period outer) {
    Optional<TimeRange> in = clock.range(inner);
    Optional<TimeRange> out = clock.range(outer);
    return in.isPresent()
        && out.isPresent()
        && (inner.equals(outer) || !holdsSeveralYears(out.get()))
        && !in.get().from().isBefore(out.get().from())
        && !in.get().until().isAfter(out.get().until());
  }

  /** June of the last two years: which of them? */
  private static boolean holdsSeveralYears(TimeRange range) {
    return range.from().plusYears(1).isBefore(range.until());
  }

  /** How GMV changed from April to May: the second against the first. */
  private boolean fromOneToNext(Placed<PeriodPart> placed, Bag bag, Draft draft) {
    boolean changed = bag.lookCue(Cue.CHANGE, Cue.DECREASE, Cue.MOVEMENT).isPresent();
    boolean based =
        bag.lookCue(Cue.YEAR_BEFORE, BEFORE).isPresent() || !bag.look(GrainPart.class).isEmpty();
    Grain unit = placed.part().unit().orElse(null);
    if (!changed
        || based
        || unit == null
        || !(placed.part().period() instanceof Period.Between two)) {
      return false;
    }
    PeriodPart first = new PeriodPart(new Period.Calendar(unit, two.from()), Optional.of(unit));
    PeriodPart second = new PeriodPart(new Period.Calendar(unit, two.to()), Optional.of(unit));
    Optional<TimeRange> one = clock.range(first.period());
    Optional<TimeRange> other = clock.range(second.period());
    boolean adjoining =
        one.isPresent() && other.isPresent() && one.get().until().equals(other.get().from());
    if (adjoining) {
      compare(new Placed<>(placed.edge(), first), new Placed<>(placed.edge(), second), draft);
    }
    return adjoining;
  }

  private void compare(Placed<PeriodPart> first, Placed<PeriodPart> second, Draft draft) {
    Optional<TimeRange> one = clock.range(first.part().period());
    Optional<TimeRange> other = clock.range(second.part().period());
    boolean running =
        one.filter(r -> !r.complete()).isPresent() || other.filter(r -> !r.complete()).isPresent();
    if (running) {
      // A period so far against a whole one: as long as elapsed, or whole?
      draft.ask(Issue.Code.AMBIGUOUS_READING, second.edge(), Messages.SEVERAL_PERIODS);
    }
    boolean firstIsLater =
        one.isPresent() && other.isPresent() && one.get().from().isAfter(other.get().from());
    PeriodPart current = (firstIsLater ? first : second).part();
    PeriodPart base = (firstIsLater ? second : first).part();
    if (one.isPresent() && one.equals(other)) {
      // 比上个月多多少, after a figure of last month: with itself?
      draft.ask(Issue.Code.MISSING_PERIOD, second.edge(), Messages.MISSING_BASE);
    }
    if (isOfAnotherKind(base, current)) {
      // 双11和去年比: with all of last year, or with its 双11?
      draft.ask(Issue.Code.AMBIGUOUS_READING, second.edge(), Messages.UNIT_MISMATCH);
    }
    set(draft, current);
    draft.comparison = new Comparison.With(base.period());
  }

  private static boolean isOfAnotherKind(PeriodPart base, PeriodPart current) {
    return base.unit()
        .filter(unit -> unit.isCoarserThan(current.unit().orElse(Grain.MONTH)))
        .isPresent();
  }

  /** 4月、5月和6月分别…: calendar units that follow each other, one row each. */
  private boolean joinUnits(List<Placed<PeriodPart>> periods, Bag bag, Draft draft) {
    boolean apart = bag.lookCue(Cue.SEPARATELY, Cue.COMPARE).isPresent();
    Grain unit = periods.get(0).part().unit().orElse(null);
    if (!apart || unit == null) {
      return false;
    }
    for (int i = 1; i < periods.size(); i++) {
      Optional<TimeRange> before = clock.range(periods.get(i - 1).part().period());
      Optional<TimeRange> here = clock.range(periods.get(i).part().period());
      boolean follows =
          before.isPresent()
              && here.isPresent()
              && before.get().until().equals(here.get().from())
              && periods.get(i).part().unit().filter(unit::equals).isPresent();
      if (!follows) {
        return false;
      }
    }
    Optional<TimeRange> from = clock.range(periods.get(0).part().period());
    Optional<TimeRange> to = clock.range(periods.get(periods.size() - 1).part().period());
    if (from.isEmpty() || to.isEmpty()) {
      return false;
    }
    draft.period =
        new Period.Between(
            from.get().from().toLocalDate(), to.get().until().toLocalDate().minusDays(1));
    draft.grain = unit;
    draft.bucketsListed = true;
    bag.takeCue(Cue.SEPARATELY, Cue.COMPARE);
    return true;
  }

  private static void grain(Bag bag, Draft draft) {
    for (Placed<GrainPart> placed : bag.take(GrainPart.class)) {
      setGrain(draft, placed.part().grain(), placed.edge());
    }
    for (Placed<WhichBucket> placed : bag.take(WhichBucket.class)) {
      setGrain(draft, placed.part().grain(), placed.edge());
      draft.whichBucket = true;
    }
    for (Placed<HowManyBuckets> placed : bag.take(HowManyBuckets.class)) {
      setGrain(draft, placed.part().grain(), placed.edge());
      draft.whichBucket = true;
      draft.bucketsCounted = true;
    }
    bareUnit(bag, draft);
  }

  /** The best day: one of the period's days. */
  private static void bareUnit(Bag bag, Draft draft) {
    List<Placed<RankPart>> ranks = bag.look(RankPart.class);
    List<Placed<BareUnit>> units = bag.look(BareUnit.class);
    // 前7天 and the first two weeks are periods for most people.
    boolean early =
        ranks.stream()
            .anyMatch(
                rank ->
                    rank.part().count().isPresent()
                        && EARLY.matcher(bag.typed(rank.edge())).lookingAt());
    boolean chosen = !ranks.isEmpty() || !bag.look(ConditionPart.class).isEmpty();
    boolean free =
        draft.grain == null || (units.size() == 1 && draft.grain == units.get(0).part().grain());
    if (chosen && !early && free && units.size() == 1) {
      bag.take(units.get(0).edge());
      draft.grain = units.get(0).part().grain();
      draft.whichBucket = true;
    }
  }

  private static void setGrain(Draft draft, Grain grain, Edge edge) {
    draft.grainWords = edge;
    if (draft.grain != null && draft.grain != grain) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, edge, Messages.GRAIN_TWICE);
    }
    draft.grain = grain;
  }

  /** Windows that move along the period's buckets. */
  private void rolling(Bag bag, Draft draft) {
    for (Placed<RollingPart> placed : bag.take(RollingPart.class)) {
      RollingPart part = placed.part();
      setGrain(draft, part.unit(), placed.edge());
      draft.accumulation = new Accumulation.Rolling(part.count());
      if (part.mean()) {
        List<String> means =
            draft.metrics.stream()
                .flatMap(m -> clock.catalog().meanOf(m, Grain.DAY).stream())
                .toList();
        if (part.unit() != Grain.DAY || means.size() < draft.metrics.size()) {
          draft.decline(Issue.Code.NOT_SUPPORTED_YET, placed.edge(), Messages.AVERAGE);
          return;
        }
        draft.metrics.clear();
        draft.metrics.addAll(means);
      }
    }
  }

  /** A trend without a grain: days, weeks or months by the length of the period. */
  private void trend(Bag bag, Draft draft) {
    boolean moved = bag.takeCue(Cue.HOW_IT_MOVED).isPresent();
    boolean compared = draft.comparison != null || bag.lookCue(Cue.YEAR_BEFORE, BEFORE).isPresent();
    boolean asked = bag.takeCue(Cue.TREND).isPresent() || (moved && !compared);
    // Weekly actives of the last 8 weeks are eight figures, those of last week one.
    boolean several = draft.period instanceof Period.Last last && last.count() > 1;
    boolean spelled = draft.adverb != null && (draft.periodUnit != draft.adverb || several);
    if (draft.grain == null && spelled && draft.period != null) {
      draft.grain = draft.adverb;
    }
    if (!asked || draft.grain != null) {
      return;
    }
    Period period = draft.period == null ? clock.defaultPeriod() : draft.period;
    long days =
        clock.range(period).map(r -> ChronoUnit.DAYS.between(r.from(), r.until())).orElse(0L);
    Grain byLength =
        days <= DAILY_TREND_DAYS ? Grain.DAY : days <= WEEKLY_TREND_DAYS ? Grain.WEEK : Grain.MONTH;
    // A week has no MAU.
    draft.grain =
        draft.metrics.stream()
            .flatMap(metric -> shape.unitOfMean(metric).stream())
            .filter(unit -> unit.isCoarserThan(byLength))
            .max(Comparator.naturalOrder())
            .orElse(byLength);
  }

  /**
   * The hours of one day are a series; of several days, hours of the day or a series: asked back,
   * but "which hour" is an hour of the day.
   */
  private void hours(Draft draft) {
    boolean oneDay =
        draft.period != null
            && clock
                .range(draft.period)
                .filter(r -> !r.until().isAfter(r.from().plusDays(1)))
                .isPresent();
    boolean byHourOfDay =
        draft.dimensions.stream()
            .flatMap(name -> clock.catalog().dimension(name).stream())
            .anyMatch(
                d ->
                    d.source() instanceof Dimension.TimePart part
                        && part.part() == Dimension.Part.HOUR_OF_DAY);
    if (byHourOfDay && draft.grain == Grain.HOUR) {
      draft.penalty += 2;
    }
    boolean oneHourOfMany = draft.grain == Grain.HOUR && draft.whichBucket && !oneDay;
    if ((oneDay && byHourOfDay) || oneHourOfMany) {
      draft.penalty += 1;
    }
  }

  /** The last N weeks by week are whole weeks; so are months. */
  private static void wholeUnits(Draft draft) {
    if (draft.period instanceof Period.Last last
        && last.unit() == draft.grain
        && last.unit().isCoarserThan(Grain.DAY)) {
      draft.period = new Period.Last(last.count(), last.unit(), true);
    }
  }
}
