package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.GroupPart.Kind;
import io.mingshu.nlq.grammar.Parts.SpanBefore;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricCondition.Operator;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Against which earlier period: 同比, 环比, the month before, 上周同一天. */
final class ComparisonSlot {
  private static final Map<Cue, Grain> UNITS =
      Map.of(
          Cue.DAY_BEFORE, Grain.DAY,
          Cue.WEEK_BEFORE, Grain.WEEK,
          Cue.MONTH_BEFORE, Grain.MONTH,
          Cue.QUARTER_BEFORE, Grain.QUARTER);

  private static final List<Choice> CHOICES =
      List.of(
          new Choice(
              new Text("环比（上一期）", "the previous period"), new Text("环比", "vs the previous period")),
          new Choice(new Text("同比（去年同期）", "the same period last year"), new Text("同比", "yoy")));

  /** How much, rather than which way. */
  private static final Pattern HOW_MUCH =
      Pattern.compile(
          "多少|几|百分|%|[幅率速差势]|变|波动|增减|涨跌|升降|起落|没|还是|或|还|"
              + "growth|change|difference|delta|varia|sw[iu]ng|up(?:lift|tick|swing)|percent|pct|"
              + "improvement|reduction|how| in$| or |up or down|rate|by ");

  private static final Pattern RISING =
      Pattern.compile(
          "增长|上升|提升|涨了|涨|gain|gained|gaining|more|higher|increased?|grew|grow|rose|rise|went up|gone up");

  /** The same month as which? */
  private static final Pattern SAME_UNIT =
      Pattern.compile("(?i)同月|同周|同季|same (?:month|week|quarter|day|date)");

  private static final Set<String> RELATIVE = Set.of("that", "which", "whose", "where", "with");

  private ComparisonSlot() {}

  static void apply(Bag bag, Draft draft, Clock clock, Optional<Inheritance> inheritance) {
    relative(bag, draft, clock);
    bag.lookCue(Cue.YEAR_BEFORE)
        .filter(edge -> draft.period == null && SAME_UNIT.matcher(bag.typed(edge)).find())
        .ifPresent(edge -> draft.ask(Issue.Code.MISSING_PERIOD, edge, Messages.SAME_AS_WHICH));
    named(bag, draft, Cue.YEAR_BEFORE, new Comparison.YearBefore());
    named(bag, draft, Cue.SAME_DAY_LAST_YEAR, new Comparison.YearBefore());
    named(bag, draft, Cue.PERIOD_BEFORE, new Comparison.PreviousPeriod());
    UNITS.keySet().stream().sorted().forEach(cue -> unitBefore(bag, draft, cue));
    sameDayLastWeek(bag, draft);
    sameTimeLastMonth(bag, draft);
    spanBefore(bag, draft);
    inheritance
        .filter(kept -> draft.comparison == null)
        .ifPresent(
            kept -> {
              draft.comparison = kept.comparison(draft);
              draft.secondComparison = kept.secondComparison(draft);
            });
    campaign(draft);
    words(bag, draft);
  }

  private static void named(Bag bag, Draft draft, Cue cue, Comparison comparison) {
    bag.takeCue(cue).ifPresent(edge -> set(draft, comparison, edge));
  }

  /** 跟前天比、跟上周同一天比: beside another comparison, the named day is the one before. */
  private static void relative(Bag bag, Draft draft, Clock clock) {
    boolean another =
        bag.lookCue(
                Cue.YEAR_BEFORE,
                Cue.SAME_DAY_LAST_YEAR,
                Cue.SAME_DAY_LAST_WEEK,
                Cue.PERIOD_BEFORE,
                Cue.WEEK_BEFORE)
            .isPresent();
    if (another && draft.period != null && draft.comparison instanceof Comparison.With with) {
      clock.leading(draft.period, with.base()).ifPresent(named -> draft.comparison = named);
    }
  }

  private static void set(Draft draft, Comparison comparison, @Nullable Edge edge) {
    if (draft.comparison == null || draft.comparison.equals(comparison)) {
      draft.comparison = comparison;
    } else if (draft.secondComparison == null
        && !(draft.comparison instanceof Comparison.With)
        && !(comparison instanceof Comparison.With)) {
      draft.secondComparison = comparison;
    } else if (!comparison.equals(draft.secondComparison)) {
      draft.ask(Issue.Code.NOT_SUPPORTED_YET, edge, Messages.SEVERAL_COMPARISONS);
    }
  }

  private static void unitBefore(Bag bag, Draft draft, Cue cue) {
    Optional<Edge> edge = bag.takeCue(cue);
    Grain unit = UNITS.get(cue);
    if (edge.isEmpty() || unit == null) {
      return;
    }
    boolean ofPeriod =
        bag.before(edge.get())
            .filter(e -> e.meaning() instanceof PeriodPart)
            .filter(e -> (bag.typed(e) + bag.between(e, edge.get())).endsWith("的"))
            .isPresent();
    if (ofPeriod) {
      // 昨天的前一天: another day rather than what yesterday is compared with.
      draft.ask(Issue.Code.AMBIGUOUS_READING, edge.get(), Messages.UNIT_MISMATCH);
      return;
    }
    boolean weekOfDay =
        unit == Grain.WEEK
            && draft.periodUnit == Grain.DAY
            && draft.grain == null
            && isOneDay(draft.period);
    if (weekOfDay) {
      set(draft, new Comparison.DaysBefore(7), edge.get());
    } else if (isOne(draft, unit)) {
      set(draft, new Comparison.PreviousPeriod(), edge.get());
    } else {
      draft.ask(Issue.Code.AMBIGUOUS_READING, edge.get(), Messages.UNIT_MISMATCH);
    }
  }

  /** Whether the period is one such unit, or buckets are. */
  private static boolean isOne(Draft draft, Grain unit) {
    if (draft.grain != null) {
      return draft.grain == unit;
    }
    Period period = draft.period;
    return draft.periodUnit == unit
        && (period instanceof Period.Calendar
            || period instanceof Period.Previous
            || period instanceof Period.ToDate
            || isOneDay(period)
            || (period instanceof Period.Last last && last.count() == 1));
  }

  private static boolean isOneDay(@Nullable Period period) {
    return period instanceof Period.DaysAgo
        || period instanceof Period.ToDate
        || (period instanceof Period.Between days && days.from().equals(days.to()))
        || (period instanceof Period.Campaign campaign && campaign.peakOnly());
  }

  private static void sameDayLastWeek(Bag bag, Draft draft) {
    bag.takeCue(Cue.SAME_DAY_LAST_WEEK)
        .ifPresent(
            edge -> {
              if (isOneDay(draft.period) && draft.periodUnit != Grain.WEEK) {
                set(draft, new Comparison.DaysBefore(7), edge);
              } else if (draft.period instanceof Period.ToDate && draft.periodUnit == Grain.WEEK) {
                set(draft, new Comparison.PreviousPeriod(), edge);
              } else {
                draft.ask(Issue.Code.AMBIGUOUS_READING, edge, Messages.UNIT_MISMATCH);
              }
            });
  }

  private static void sameTimeLastMonth(Bag bag, Draft draft) {
    bag.takeCue(Cue.SAME_TIME_LAST_MONTH)
        .ifPresent(
            edge -> {
              if (draft.periodUnit == Grain.MONTH && isOne(draft, Grain.MONTH)) {
                set(draft, new Comparison.PreviousPeriod(), edge);
              } else {
                draft.ask(Issue.Code.AMBIGUOUS_READING, edge, Messages.UNIT_MISMATCH);
              }
            });
  }

  private static void spanBefore(Bag bag, Draft draft) {
    for (Placed<SpanBefore> span : bag.take(SpanBefore.class)) {
      boolean same =
          draft.period instanceof Period.Last last
              && last.count() == span.part().count()
              && last.unit() == span.part().unit();
      boolean oneUnit = span.part().count() == 1 && isOne(draft, span.part().unit());
      if (same || oneUnit) {
        set(draft, new Comparison.PreviousPeriod(), span.edge());
      } else {
        draft.ask(Issue.Code.AMBIGUOUS_READING, span.edge(), Messages.UNIT_MISMATCH);
      }
    }
  }

  /** What came just before a campaign is asked back. */
  private static void campaign(Draft draft) {
    if (draft.period instanceof Period.Campaign
        && draft.comparison instanceof Comparison.PreviousPeriod
        && draft.grain == null) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.MISSING_BASE);
    }
  }

  /** 同比下降的省份, which provinces fell: only groups whose figure went that way. */
  private static void selects(Bag bag, Edge change, Draft draft) {
    String typed = bag.typed(change).toLowerCase(Locale.ROOT);
    boolean down = change.meaning() instanceof CueWord word && word.cue() == Cue.DECREASE;
    boolean directed = RISING.matcher(typed).matches() || !HOW_MUCH.matcher(typed).find();
    if (!directed) {
      return;
    }
    boolean chosen =
        draft.groups.stream()
            .anyMatch(
                group ->
                    group.part().kind() == Kind.WHICH
                        || group.part().kind() == Kind.HOW_MANY
                        || (group.part().kind() == Kind.BARE
                            && (bag.after(change).filter(group.edge()::equals).isPresent()
                                || bag.fillerAfter(group.edge())
                                    .filter(RELATIVE::contains)
                                    .isPresent())));
    if (!chosen) {
      return;
    }
    if (draft.metrics.size() != 1) {
      draft.ask(Issue.Code.MISSING_METRIC, change, Messages.CONDITION_METRIC);
      return;
    }
    List<Measure> changes =
        draft.secondComparison == null
            ? List.of(Measure.CHANGE)
            : List.of(Measure.CHANGE, Measure.SECOND_CHANGE);
    for (Measure changed : changes) {
      draft.conditions.add(
          new MetricCondition(
              draft.metrics.iterator().next(),
              changed,
              down ? Operator.LESS : Operator.GREATER,
              Optional.of(BigDecimal.ZERO),
              false,
              false));
    }
  }

  /** Words of change and comparison need a base; with buckets, change is a trend. */
  private static void words(Bag bag, Draft draft) {
    long ups = bag.look(CueWord.class).stream().filter(w -> w.part().cue() == Cue.CHANGE).count();
    long downs =
        bag.look(CueWord.class).stream().filter(w -> w.part().cue() == Cue.DECREASE).count();
    if (ups > 0 && downs > 0 && draft.metrics.size() > 1) {
      // GMV增长、订单数下降的渠道: two conditions.
      bag.lookCue(Cue.DECREASE)
          .ifPresent(edge -> draft.ask(Issue.Code.AMBIGUOUS_READING, edge, Messages.WHICH_CHANGE));
    }
    Optional<Edge> change = bag.takeCue(Cue.CHANGE, Cue.DECREASE);
    Optional<Edge> movement = bag.takeCue(Cue.MOVEMENT).filter(edge -> draft.grain == null);
    Optional<Edge> compare = bag.takeCue(Cue.COMPARE);
    draft.changeSaid = change.isPresent();
    draft.changeWords = change.orElse(null);
    boolean based = draft.comparison != null || draft.valuesApart;
    change.filter(edge -> draft.comparison != null).ifPresent(edge -> selects(bag, edge, draft));
    // Vs May, by province: its base is not there.
    boolean baseNamed =
        compare
            .flatMap(bag::after)
            .filter(edge -> edge.meaning() instanceof PeriodPart)
            .isPresent();
    boolean groupsCompared =
        !draft.dimensions.isEmpty() && change.isEmpty() && movement.isEmpty() && !baseNamed;
    if (based || (compare.isPresent() && groupsCompared)) {
      return;
    }
    change
        .or(() -> movement)
        .or(() -> compare)
        .ifPresent(
            edge -> draft.ask(Issue.Code.MISSING_PERIOD, edge, Messages.MISSING_BASE, CHOICES));
  }
}
