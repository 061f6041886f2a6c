package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.AnalysisParts.StretchPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.interpret.PeriodStates.Said;
import io.mingshu.nlq.interpret.PeriodStates.State;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.time.TimeParts.GrainPart;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.catalog.CalendarEntry;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.ReturnStretch;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.TimeRange;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who was there in one stretch of time, and who of them in a later one, of any length: 去年双11买过的人
 * 今年618又买的, did not come back in the 30 days after. Calendar units of one kind are {@link
 * TwoPeriods}.
 */
final class TwoStretches {
  private static final Pattern ONLY = Pattern.compile("\\b(?:only|solely)\\b|只|仅");

  private static final Pattern ENDED = Pattern.compile("结束|过后|ended|over");

  private final PeriodStates words;

  TwoStretches(CatalogShape shape) {
    this.words = new PeriodStates(shape);
  }

  /**
   * When they come back, or do not.
   *
   * @param range its days, where the calendar knows them
   */
  private record Later(Edge edge, ReturnStretch stretch, Optional<TimeRange> range) {}

  Optional<Analysis> take(Bag bag, Draft draft, Clock clock) {
    List<Placed<PeriodPart>> periods = PeriodStates.distinct(bag.look(PeriodPart.class));
    List<Placed<StretchPart>> lengths = bag.look(StretchPart.class);
    if (periods.isEmpty() || lengths.size() > 1 || periods.size() + lengths.size() != 2) {
      return Optional.empty();
    }
    List<State> states = words.ofTwo(bag);
    if (states.size() != 2 || !PeriodStates.isLater(states, bag)) {
      return Optional.empty();
    }
    Optional<TimeRange> first = clock.range(periods.get(0).part().period());
    Optional<TimeRange> second =
        lengths.isEmpty() ? clock.range(periods.get(1).part().period()) : Optional.empty();
    if (first.isEmpty() || (lengths.isEmpty() && second.isEmpty())) {
      return Optional.empty();
    }
    boolean inOrder =
        second.isEmpty()
            ? !states.get(0).isGone()
            : !second.get().from().isBefore(first.get().from());
    State before = states.get(inOrder ? 0 : 1);
    State then = states.get(inOrder ? 1 : 0);
    Placed<PeriodPart> cohort = periods.get(inOrder || second.isEmpty() ? 0 : 1);
    boolean turned = !inOrder && !then.isGone();
    if (turned || before.isGone() || isUnclear(bag, states, ends(periods, lengths))) {
      draft.ask(
          Issue.Code.AMBIGUOUS_READING,
          periods.get(0).edge(),
          Messages.WHICH_COHORT_FIRST,
          turned && !before.isGone() ? aYearBefore(periods.get(0), clock) : List.of());
    }
    boolean joined = before.said() == Said.JOINED || before.said() == Said.FIRST_BOUGHT;
    if (joined && lengths.stream().anyMatch(l -> !ENDED.matcher(bag.typed(l.edge())).find())) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, lengths.get(0).edge(), Messages.AFTER_WHAT);
    }
    Later later =
        lengths.isEmpty()
            ? later(periods.get(inOrder ? 1 : 0), clock)
            : later(lengths.get(0), cohort.part().period(), clock);
    check(clock.range(cohort.part().period()).orElseThrow(), later, draft, clock);
    sinceOrAfter(periods, bag, draft);
    states.forEach(state -> bag.take(state.edge()));
    takeRest(later, bag, draft);
    words.takePeople(bag, before);
    Optional<Period> period = Optional.of(cohort.part().period());
    return Optional.of(d -> query(before, then, later.stretch(), period, Optional.empty(), d));
  }

  /** Of those whom the answer before counted: how many of them came back in the last 7 days. */
  Optional<Analysis> upon(MetricQuery before, Bag bag, Draft draft, Clock clock) {
    List<Placed<PeriodPart>> periods = PeriodStates.distinct(bag.look(PeriodPart.class));
    List<Placed<StretchPart>> lengths = bag.look(StretchPart.class);
    List<State> states = words.of(bag);
    Optional<TimeRange> first = before.period().flatMap(clock::range);
    boolean one = periods.size() + lengths.size() == 1 && states.size() == 1;
    if (!TwoPeriods.isOneFigure(before) || !one || first.isEmpty()) {
      return Optional.empty();
    }
    State then = states.get(0);
    Optional<State> base = words.counted(before.metrics().get(0), then.edge());
    if (base.isEmpty() || !(then.isGone() || PeriodStates.isAgain(bag))) {
      return Optional.empty();
    }
    Period started = before.period().orElseThrow();
    Later later =
        lengths.isEmpty() ? later(periods.get(0), clock) : later(lengths.get(0), started, clock);
    check(first.get(), later, draft, clock);
    sinceOrAfter(periods, bag, draft);
    bag.take(then.edge());
    EditWords.take(bag);
    takeRest(later, bag, draft);
    words.takePeople(bag, base.get());
    return Optional.of(
        d -> query(base.get(), then, later.stretch(), Optional.of(started), before.filter(), d));
  }

  /** 近7天没来的呢, 之后90天呢: what changes of two stretches of time that were asked before. */
  Optional<Analysis> building(RetentionQuery before, Bag bag, Draft draft, Clock clock) {
    List<Placed<PeriodPart>> periods = bag.look(PeriodPart.class);
    List<Placed<StretchPart>> lengths = bag.look(StretchPart.class);
    List<State> states = words.of(bag);
    boolean returns =
        states.stream().anyMatch(State::isGone) || PeriodStates.isAgain(bag) || states.isEmpty();
    if (periods.size() + lengths.size() > 1 || states.size() > 1 || !returns) {
      return Optional.empty();
    }
    Optional<State> said = states.stream().findFirst();
    if (said.isEmpty() && !periods.isEmpty()) {
      // 那双12呢: those who bought then, or who came back then?
      draft.ask(Issue.Code.AMBIGUOUS_READING, periods.get(0).edge(), Messages.WHICH_COHORT_FIRST);
    }
    Optional<Later> later =
        periods.stream()
            .map(period -> later(period, clock))
            .findFirst()
            .or(
                () ->
                    lengths.stream()
                        .map(length -> later(length, before.period().orElseThrow(), clock))
                        .findFirst());
    said.ifPresent(state -> bag.take(state.edge()));
    later.ifPresent(
        other -> {
          check(before.period().flatMap(clock::range).orElseThrow(), other, draft, clock);
          sinceOrAfter(periods, bag, draft);
          takeRest(other, bag, draft);
        });
    if (FunnelFigures.take(bag).lost()) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.GONE_SHARE);
    }
    AnalysisWordsIn.take(bag, AnalysisCue.THEM);
    Optional<ReturnStretch> stretch = later.map(Later::stretch).or(before::within);
    return Optional.of(d -> changed(before, stretch.orElseThrow(), said, d));
  }

  private static RetentionQuery changed(
      RetentionQuery before, ReturnStretch stretch, Optional<State> said, Draft draft) {
    plain(draft, stretch);
    RetentionQuery query =
        before
            .change()
            .filter(AnalysisFilters.merged(before.filter(), draft))
            .groupBy(draft.dimensions.stream().findFirst().or(before::groupBy))
            .query()
            .within(stretch);
    return said.map(state -> query.change().lost(state.isGone()).comeBack(state.event()).query())
        .orElse(query);
  }

  private static Later later(Placed<PeriodPart> period, Clock clock) {
    Period asked = period.part().period();
    return new Later(period.edge(), new ReturnStretch.During(asked), clock.range(asked));
  }

  private static Later later(Placed<StretchPart> length, Period period, Clock clock) {
    ReturnStretch after = new ReturnStretch.After(length.part().count(), length.part().unit());
    return new Later(
        length.edge(),
        after,
        clock
            .range(period)
            .map(range -> clock.periods().stretch(after, range, clock.now(), clock.data())));
  }

  private static List<Edge> ends(
      List<Placed<PeriodPart>> periods, List<Placed<StretchPart>> lengths) {
    List<Edge> edges = new ArrayList<>(periods.stream().map(Placed::edge).toList());
    lengths.forEach(length -> edges.add(length.edge()));
    return edges;
  }

  /** In Q1 and June active and active again: which is said of which cannot be told by place. */
  private static boolean isUnclear(Bag bag, List<State> states, List<Edge> times) {
    boolean narrowed = ONLY.matcher(bag.text()).find() || !bag.look(GrainPart.class).isEmpty();
    if (narrowed || states.get(0).equals(states.get(1))) {
      return narrowed;
    }
    int lastTime = times.stream().mapToInt(Edge::start).max().orElseThrow();
    int firstTime = times.stream().mapToInt(Edge::start).min().orElseThrow();
    int firstState = states.get(0).edge().start();
    int lastState = states.get(1).edge().start();
    return lastTime < firstState || lastState < firstTime;
  }

  /** 618买过、双11又买的, asked in July: the 618 of the year before. */
  private static List<Choice> aYearBefore(Placed<PeriodPart> first, Clock clock) {
    Period period = first.part().period();
    return period instanceof Period.Campaign campaign && campaign.year().isEmpty()
        ? clock.range(period).stream()
            .map(range -> range.from().getYear() - 1)
            .flatMap(year -> inYear(campaign, year, clock).stream())
            .toList()
        : List.of();
  }

  private static Optional<Choice> inYear(Period.Campaign campaign, int year, Clock clock) {
    Period then = new Period.Campaign(campaign.name(), Optional.of(year), campaign.peakOnly());
    DayRange data = clock.data();
    boolean known =
        clock
            .range(then)
            .filter(range -> data == null || !range.lastDay().isBefore(data.first()))
            .isPresent();
    return clock
        .catalog()
        .calendarEntry(campaign.name())
        .filter(entry -> known)
        .map(CalendarEntry::label)
        .map(label -> new Text(year + "年" + label.zh(), label.en() + " " + year))
        .map(words -> new Choice(words, words));
  }

  private static void check(TimeRange first, Later later, Draft draft, Clock clock) {
    if (later.range().isEmpty()) {
      draft.decline(Issue.Code.PERIOD_OUTSIDE_DATA, later.edge(), Messages.noData());
      return;
    }
    TimeRange second = later.range().get();
    if (second.from().isBefore(first.until())) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, later.edge(), Messages.OVERLAPPING_STRETCHES);
    }
    if (TwoPeriods.isBeyond(second, clock)) {
      draft.decline(Issue.Code.PERIOD_OUTSIDE_DATA, later.edge(), Messages.noData());
    } else if (later.stretch() instanceof ReturnStretch.After
        && second.until().isAfter(known(clock))) {
      draft.decline(
          Issue.Code.PERIOD_OUTSIDE_DATA,
          later.edge(),
          Messages.notOver(second, known(clock).toLocalDate().minusDays(1)));
    }
  }

  /** 9月之后: from its beginning on, or from its end? */
  private static void sinceOrAfter(List<Placed<PeriodPart>> periods, Bag bag, Draft draft) {
    AnalysisWordsIn.look(bag, AnalysisCue.AFTERWARDS)
        .filter(after -> periods.stream().anyMatch(period -> isBeside(period.edge(), after, bag)))
        .ifPresent(
            after -> {
              bag.take(after);
              draft.ask(
                  Issue.Code.AMBIGUOUS_READING,
                  after,
                  Messages.SINCE_OR_AFTER,
                  List.of(new Choice(Messages.SINCE, Messages.SINCE)));
            });
  }

  private static boolean isBeside(Edge period, Edge after, Bag bag) {
    return period.end() == after.start() || bag.before(period).filter(after::equals).isPresent();
  }

  private static LocalDateTime known(Clock clock) {
    LocalDateTime today = clock.today().atStartOfDay();
    DayRange data = clock.data();
    LocalDateTime end = data == null ? today : data.last().plusDays(1).atStartOfDay();
    return end.isBefore(today) ? end : today;
  }

  private static void takeRest(Later later, Bag bag, Draft draft) {
    bag.take(later.edge());
    bag.takeCue(Cue.AND);
    AnalysisWordsIn.take(bag, AnalysisCue.PRESENT);
    AnalysisWordsIn.take(bag, AnalysisCue.STILL_PRESENT);
    AnalysisWordsIn.take(bag, AnalysisCue.THEM);
    if (FunnelFigures.take(bag).lost()) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, later.edge(), Messages.GONE_SHARE);
    }
  }

  private static RetentionQuery query(
      State before,
      State then,
      ReturnStretch stretch,
      Optional<Period> period,
      Optional<Filter> filter,
      Draft draft) {
    plain(draft, stretch);
    return new RetentionQuery(
            before.cohorts(),
            before.event(),
            then.event(),
            Grain.DAY,
            List.of(),
            1,
            draft.dimensions.stream().findFirst(),
            false,
            true,
            false,
            then.said() == Said.GONE,
            AnalysisFilters.merged(filter, draft),
            period)
        .within(stretch);
  }

  /** All are one cohort, whenever they started. */
  private static void plain(Draft draft, ReturnStretch stretch) {
    if (draft.dimensions.size() > 1) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ONE_BREAKDOWN);
    }
    if (draft.grain != null) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, draft.grainWords, Messages.PLAIN_ANALYSIS);
    }
    if (draft.comparison != null && stretch instanceof ReturnStretch.During) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.STRETCH_COMPARED);
    }
  }
}
