package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.AnalysisParts.BaseStep;
import io.mingshu.nlq.grammar.AnalysisParts.GoalStep;
import io.mingshu.nlq.grammar.AnalysisParts.StepsPart;
import io.mingshu.nlq.grammar.AnalysisParts.WindowPart;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Words.FunnelWord;
import io.mingshu.nlq.lexicon.Words.StepWord;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Funnel;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.FunnelQuery.Breakdown;
import io.mingshu.semantic.query.FunnelQuery.Order;
import io.mingshu.semantic.query.FunnelQuery.Step;
import io.mingshu.semantic.query.FunnelQuery.View;
import io.mingshu.semantic.query.FunnelQuery.Window;
import io.mingshu.semantic.text.Text;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Funnels: the steps that are named, or a funnel of the catalog, how they follow each other, and
 * what of it is asked for.
 */
final class FunnelSlot {
  /** Beside one of these, steps that are only listed are a funnel. */
  private static final Set<AnalysisCue> SHOWING =
      EnumSet.of(
          AnalysisCue.FUNNEL,
          AnalysisCue.EACH_STEP,
          AnalysisCue.WHICH_STEP,
          AnalysisCue.MOST_LOST,
          AnalysisCue.SAME_SESSION,
          AnalysisCue.ANY_ORDER);

  private static final Pattern HOURS =
      Pattern.compile("(?i)\\d+\\s?(?:个?小时|分钟|天|日|周|hours?|days?|hrs?)(?:内)?");
  private static final Pattern LENGTH =
      Pattern.compile("(?i)\\d+\\s?(?:个?小时|分钟|天|日|周)(?:之内|以内|内)|within \\d+ [a-z]+");

  private final Catalog catalog;

  FunnelSlot(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param before the funnel that a follow-up builds on
   */
  Optional<Analysis> take(Bag bag, Draft draft, Optional<FunnelQuery> before) {
    List<Placed<StepsPart>> lists = bag.look(StepsPart.class);
    List<Placed<FunnelWord>> named = bag.look(FunnelWord.class);
    List<Placed<BaseStep>> bases = bag.look(BaseStep.class);
    List<Placed<GoalStep>> goals =
        bag.look(GoalStep.class).stream().filter(goal -> !goal.part().not()).toList();
    boolean said = SHOWING.stream().anyMatch(cue -> AnalysisWordsIn.look(bag, cue).isPresent());
    boolean led =
        lists.size() == 1 && (!lists.get(0).part().listed() || said || before.isPresent());
    boolean phrase = bases.size() == 1 && goals.size() == 1 && lists.isEmpty();
    boolean asksWhere =
        AnalysisWordsIn.look(bag, AnalysisCue.WHICH_STEP).isPresent()
            && (AnalysisWordsIn.look(bag, AnalysisCue.MOST_LOST).isPresent()
                || AnalysisWordsIn.look(bag, AnalysisCue.WORST_RATE).isPresent());
    boolean called = asksWhere || AnalysisWordsIn.look(bag, AnalysisCue.FUNNEL).isPresent();
    if (!led && !phrase && named.size() != 1 && !called && before.isEmpty()) {
      return Optional.empty();
    }
    Optional<Edge> word = AnalysisWordsIn.take(bag, AnalysisCue.FUNNEL);
    // 24小时内 is how long people have, rather than when: the reading that takes it so is meant.
    bag.look(PeriodPart.class).stream()
        .filter(period -> LENGTH.matcher(bag.typed(period.edge()).strip()).matches())
        .forEach(
            period ->
                draft.ask(Issue.Code.AMBIGUOUS_READING, period.edge(), Messages.WINDOW_OR_PERIOD));
    // 24小时 is a dimension's name, too.
    bag.look(GroupPart.class).stream()
        .filter(group -> HOURS.matcher(bag.typed(group.edge()).strip()).matches())
        .forEach(
            group ->
                draft.ask(Issue.Code.AMBIGUOUS_READING, group.edge(), Messages.WINDOW_OR_PERIOD));
    Optional<Edge> where = AnalysisWordsIn.look(bag, AnalysisCue.WHICH_STEP);
    Asked asked = Asked.take(bag);
    if (named.size() == 1 && !led) {
      AnalysisWordsIn.take(bag, AnalysisCue.ENTERING);
      bag.take(named.get(0).edge());
      return Optional.of(
          funnel(before, Optional.of(named.get(0).part().funnel()), List.of(), asked, false));
    }
    if (led) {
      Asked whole = asked.within(lists.get(0).part());
      named.forEach(funnel -> bag.take(funnel.edge()));
      boolean asShare =
          (!bases.isEmpty() && !goals.isEmpty())
              || (whole.window().isPresent() && asked.window().isEmpty());
      List<Filter> steps = lists.get(0).part().steps().stream().map(StepWord::event).toList();
      // 加购的人 … 加购→支付: the steps said once more.
      bases.stream()
          .filter(base -> steps.contains(base.part().step().event()))
          .forEach(base -> bag.take(base.edge()));
      goals.stream()
          .filter(goal -> steps.contains(goal.part().step().event()))
          .forEach(goal -> bag.take(goal.edge()));
      bag.take(lists.get(0).edge());
      if (lists.get(0).part().mixed()) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, lists.get(0).edge(), Messages.WHICH_STEPS);
      }
      return Optional.of(
          funnel(before, Optional.empty(), lists.get(0).part().steps(), whole, asShare));
    }
    if (phrase) {
      bag.take(bases.get(0).edge());
      bag.take(goals.get(0).edge());
      if (asked.window().isEmpty() && word.isEmpty() && !asked.sameSession()) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, goals.get(0).edge(), Messages.WHICH_WINDOW);
      }
      List<StepWord> steps = List.of(bases.get(0).part().step(), goals.get(0).part().step());
      return Optional.of(funnel(before, Optional.empty(), steps, asked, true));
    }
    if (before.isEmpty()) {
      if (word.isEmpty() && where.isPresent()) {
        draft.ask(
            Issue.Code.MISSING_METRIC,
            where.get(),
            Messages.WHICH_STEPS,
            funnelsAt(bag.typed(where.get())));
      } else {
        draft.ask(
            Issue.Code.MISSING_METRIC, word.orElse(null), Messages.WHICH_STEPS, funnelChoices());
      }
    }
    return Optional.of(funnel(before, Optional.empty(), List.of(), asked, false));
  }

  /** Which step of the purchase funnel, 购买漏斗里哪一步: a funnel beside words that ask where. */
  private List<Choice> funnelsAt(String where) {
    return catalog.funnels().stream()
        .map(Funnel::label)
        .map(
            label ->
                new Choice(
                    label, new Text(label.zh() + "里" + where, where + " of the " + label.en())))
        .toList();
  }

  private List<Choice> funnelChoices() {
    return catalog.funnels().stream()
        .map(Funnel::label)
        .map(label -> new Choice(label, label))
        .toList();
  }

  /**
   * What is said about the funnel besides its steps.
   *
   * @param figures which of its figures are asked for
   * @param overall whether from the first step to the last
   * @param times whether it is asked how long people take
   */
  private record Asked(
      Optional<Window> window,
      boolean sameSession,
      Optional<Order> order,
      FunnelFigures figures,
      boolean overall,
      boolean times) {

    Asked within(StepsPart said) {
      return new Asked(
          window.or(said::window),
          sameSession,
          said.strict() ? Optional.of(Order.STRICT) : order,
          figures,
          overall,
          times);
    }

    static Asked take(Bag bag) {
      List<Placed<WindowPart>> windows = bag.look(WindowPart.class);
      Optional<Window> window = Optional.empty();
      if (windows.size() == 1) {
        bag.take(windows.get(0).edge());
        window = Optional.of(windows.get(0).part().window());
      }
      boolean session = AnalysisWordsIn.take(bag, AnalysisCue.SAME_SESSION).isPresent();
      boolean strict = AnalysisWordsIn.take(bag, AnalysisCue.STRICT).isPresent();
      boolean any = AnalysisWordsIn.take(bag, AnalysisCue.ANY_ORDER).isPresent();
      boolean times = AnalysisWordsIn.take(bag, AnalysisCue.HOW_LONG).isPresent();
      AnalysisWordsIn.take(bag, AnalysisCue.SPLIT);
      boolean overall = AnalysisWordsIn.take(bag, AnalysisCue.OVERALL).isPresent();
      FunnelFigures figures = FunnelFigures.take(bag);
      if (AnalysisWordsIn.take(bag, AnalysisCue.WENT).isPresent() && !figures.isOfSteps()) {
        // How many users went from one to the other: one figure.
        figures = FunnelFigures.OF_ALL;
        overall = true;
      }
      return new Asked(
          window,
          session,
          strict ? Optional.of(Order.STRICT) : any ? Optional.of(Order.ANY) : Optional.empty(),
          figures,
          overall,
          times);
    }
  }

  private Analysis funnel(
      Optional<FunnelQuery> before,
      Optional<String> name,
      List<StepWord> steps,
      Asked asked,
      boolean share) {
    return draft -> query(before, name, steps, asked, share, draft);
  }

  private BehaviourQuery query(
      Optional<FunnelQuery> old,
      Optional<String> name,
      List<StepWord> words,
      Asked asked,
      boolean share,
      Draft draft) {
    boolean anew = name.isPresent() || !words.isEmpty();
    Optional<String> funnel = anew ? name : old.flatMap(FunnelQuery::funnel);
    List<Step> steps = anew ? steps(words) : old.map(FunnelQuery::steps).orElse(List.of());
    Optional<Window> window =
        asked.window().or(() -> asked.sameSession() ? Optional.empty() : kept(old));
    boolean session =
        asked.sameSession()
            || (asked.window().isEmpty() && old.filter(FunnelQuery::sameSession).isPresent());
    Optional<Breakdown> breakdown = breakdown(old, draft);
    if (breakdown.isPresent() && asked.figures().share() && !share) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.SHARE_SUBJECT);
    }
    new StepFilters(catalog).check(steps, funnel, draft);
    int count = steps.isEmpty() ? namedSteps(funnel) : steps.size();
    return new FunnelQuery(
        funnel,
        steps,
        asked.order().orElse(old.map(FunnelQuery::order).orElse(Order.ORDERED)),
        window,
        session,
        old.map(FunnelQuery::exclusions).orElse(List.of()),
        breakdown,
        view(old, asked, share, count, breakdown.isPresent(), draft),
        AnalysisFilters.merged(old.flatMap(FunnelQuery::filter), draft),
        Optional.ofNullable(draft.period).or(() -> old.flatMap(FunnelQuery::period)));
  }

  private static Optional<Window> kept(Optional<FunnelQuery> old) {
    return old.flatMap(FunnelQuery::window);
  }

  private int namedSteps(Optional<String> funnel) {
    return funnel.flatMap(catalog::funnel).map(found -> found.steps().size()).orElse(0);
  }

  /** Steps are called by their values where they are values of one dimension. */
  private static List<Step> steps(List<StepWord> words) {
    boolean alike =
        words.stream()
                .map(word -> word.event() instanceof Filter.In in ? in.dimension() : "")
                .distinct()
                .count()
            == 1;
    return words.stream()
        .map(
            word ->
                new Step(
                    alike
                        ? Optional.empty()
                        : Optional.of(word.label().zh() + " / " + word.label().en()),
                    word.event()))
        .toList();
  }

  private static Optional<Breakdown> breakdown(Optional<FunnelQuery> old, Draft draft) {
    if (draft.dimensions.size() > 1) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ONE_BREAKDOWN);
    }
    return Stream.concat(
            draft.dimensions.stream().map(Breakdown::by),
            old.flatMap(FunnelQuery::breakdown).stream())
        .findFirst();
  }

  private static Optional<View> view(
      Optional<FunnelQuery> old,
      Asked asked,
      boolean share,
      int steps,
      boolean grouped,
      Draft draft) {
    if (draft.grain != null) {
      if (asked.times() || asked.figures().isMoreThanARate()) {
        draft.decline(Issue.Code.NOT_SUPPORTED_YET, draft.grainWords, Messages.ONLY_CONVERSION);
      }
      return Optional.of(new View.Trend(draft.grain, Optional.empty()));
    }
    if (asked.times()) {
      return Optional.of(new View.Steps(true));
    }
    FunnelFigures figures = asked.figures();
    if (figures.largest().isPresent() && steps != 2) {
      return Optional.of(new View.Losses(figures.largest()));
    }
    boolean rate = figures.rate() || figures.lost() || figures.largest().isPresent();
    boolean total =
        rate
            && (asked.overall() || steps == 2 || (grouped && !figures.lost()))
            && (!figures.stepwise() || (steps == 2 && figures.lost()));
    if (total || (share && !figures.stepwise())) {
      return Optional.of(new View.Conversion());
    }
    if (figures.lost()) {
      return Optional.of(new View.Losses(Optional.empty()));
    }
    return figures.stepwise() || figures.rate() ? Optional.empty() : old.flatMap(FunnelQuery::view);
  }
}
