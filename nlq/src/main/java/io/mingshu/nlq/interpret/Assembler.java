package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Conversation.Turn;
import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Cover;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.GroupPart.Kind;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.AnalysisWord;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.normal.NormalText;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.text.WordList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Fills the slots of a query from the parts of one reading, in a fixed order. Immutable. */
final class Assembler {
  /** Analyses of behaviour count people. */
  private static final Set<String> NOT_PEOPLE =
      Set.copyOf(
          WordList.words(
              "多少钱|有多少钱|[有/]多少笔|[有/]几笔|[有/]多少次|人次|金额|总金额|how much|much|amount|amounts|amount of|total amount of|what amount|value of|only|both"));

  private final CatalogShape shape;
  private final Stoppers stoppers;
  private final Analyses analyses;
  private final SegmentSlot segments;
  private final WhatSlots what;
  private final BehaviourWords behaviour;
  private final MeanSlot means;
  private final Narrowing narrowing;
  private final ConditionSlot conditions;
  private final ShareSlot share;
  private final Modifiers modifiers;
  private final SideBySide sideBySide;
  private final FillerPlaces fillerPlaces;
  private final Checks checks;

  Assembler(CatalogShape shape) {
    this.shape = shape;
    this.stoppers = new Stoppers(shape);
    this.analyses = new Analyses(shape);
    this.segments = new SegmentSlot(shape);
    this.what = new WhatSlots(shape);
    this.behaviour = new BehaviourWords(shape);
    this.means = new MeanSlot(shape);
    this.narrowing = new Narrowing(shape);
    this.conditions = new ConditionSlot(shape);
    this.share = new ShareSlot(shape);
    this.modifiers = new Modifiers(shape);
    this.sideBySide = new SideBySide(shape);
    this.fillerPlaces = new FillerPlaces(shape);
    this.checks = new Checks(shape);
  }

  /**
   * @param before the answer that the question builds on
   */
  Draft assemble(Cover cover, NormalText text, Clock clock, DataRange data, Optional<Turn> before) {
    Bag bag = new Bag(cover, text);
    Draft draft = new Draft();
    Optional<Analyses.Found> analysis = analyses.take(bag, draft, clock, before.map(Turn::query));
    if (analysis.isPresent()) {
      analysis(analysis.get(), bag, draft, clock, data);
      return draft;
    }
    Optional<Inheritance> inheritance = before.flatMap(turn -> inheritance(turn, bag));
    segments.apply(bag, draft);
    stoppers.apply(bag, draft);
    what.apply(bag, draft);
    if (draft.isHopeless()) {
      return draft;
    }
    if (inheritance.isPresent()) {
      inheritance.get().what(bag, draft);
    } else {
      needsContext(draft);
    }
    behaviour.apply(bag, draft);
    means.apply(bag, draft);
    narrowing.apply(draft);
    new TimeSlots(clock, shape).apply(bag, draft, inheritance);
    ComparisonSlot.apply(bag, draft, clock, inheritance);
    conditions.apply(bag, draft);
    inheritance.ifPresent(kept -> kept.conditions(draft));
    RankSlot.apply(bag, draft, shape::isPercentage);
    inheritance.ifPresent(kept -> kept.order(draft));
    share.apply(bag, draft);
    inheritance.ifPresent(kept -> kept.share(shape, draft));
    inheritance.ifPresent(kept -> kept.rest(draft));
    modifiers.apply(bag, draft);
    sideBySide.apply(bag, draft);
    Joined.apply(bag, draft);
    fillerPlaces.apply(bag, draft);
    whichPeople(bag, draft);
    nothingIsLeft(bag, draft);
    if (draft.metrics.isEmpty() && draft.problems().isEmpty()) {
      draft.ask(Issue.Code.MISSING_METRIC, null, Messages.MISSING_METRIC);
    }
    segments.check(draft);
    checks.apply(draft, clock, data);
    inheritance.ifPresent(kept -> kept.requireChange(draft));
    return draft;
  }

  /** An analysis has its period, conditions and comparison; orders and shares are of figures. */
  private void analysis(Analyses.Found found, Bag bag, Draft draft, Clock clock, DataRange data) {
    AnalysisComparison comparison = new AnalysisComparison(found.builtOn(), shape);
    stoppers.apply(bag, draft);
    what.apply(bag, draft);
    needsContext(draft);
    draft.metricWords.forEach(
        word ->
            draft.decline(
                Issue.Code.UNKNOWN_WORD, word.edge(), Messages.unused(bag.typed(word.edge()))));
    comparison.times(bag, draft, new TimeSlots(clock, shape), clock);
    figuresListed(bag);
    if (draft.valuesApart || !draft.dimensions.isEmpty()) {
      bag.takeCue(Cue.COMPARE, Cue.SEPARATELY, Cue.EACH_OF_THEM);
    }
    fillerPlaces.apply(bag, draft);
    nothingIsLeft(bag, draft);
    bag.all().stream()
        .filter(edge -> edge.meaning() instanceof FillerWord)
        .filter(edge -> NOT_PEOPLE.contains(bag.typed(edge).toLowerCase(Locale.ROOT)))
        .forEach(
            edge -> draft.decline(Issue.Code.UNKNOWN_WORD, edge, Messages.unused(bag.typed(edge))));
    // The 24 hours: so many of them cannot be picked.
    draft.groups.stream()
        .filter(group -> group.part().count() > 0 || group.part().kind() == Kind.HOW_MANY)
        .forEach(
            group ->
                draft.decline(
                    Issue.Code.UNKNOWN_WORD,
                    group.edge(),
                    Messages.unused(bag.typed(group.edge()))));
    if (draft.accumulation != null || draft.whichBucket) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, draft.grainWords, Messages.PLAIN_ANALYSIS);
    }
    BehaviourQuery analysis = found.analysis().query(draft);
    if (AnalysisChecks.isOfJoiners(analysis)) {
      // By channel: by the one that they signed up by.
      narrowing.apply(draft, AnalysisChecks.fact(analysis, shape.catalog()));
      analysis = found.analysis().query(draft);
    }
    draft.analysis = comparison.of(analysis, draft);
    AnalysisChecks.apply(draft, shape.catalog(), clock, data);
  }

  /** Users at each step and the conversion: an "and" between figures of the analysis. */
  private static void figuresListed(Bag bag) {
    for (Edge left : bag.left()) {
      boolean and = left.meaning() instanceof CueWord word && word.cue() == Cue.AND;
      if (and && isFigure(bag.before(left), bag) && isFigure(bag.after(left), bag)) {
        bag.take(left);
      }
    }
  }

  private static boolean isFigure(Optional<Edge> edge, Bag bag) {
    return edge.filter(
            part ->
                part.meaning() instanceof AnalysisWord || FunnelFigures.isFigure(bag.typed(part)))
        .isPresent();
  }

  /** Users by province: with no other figure, which of the figures of people is meant? */
  private void whichPeople(Bag bag, Draft draft) {
    boolean only =
        draft.metrics.isEmpty()
            && draft.problems().isEmpty()
            && bag.left().size() == 1
            && bag.lookCue(Cue.PEOPLE).isPresent();
    if (!only) {
      return;
    }
    shape
        .whichPeople()
        .ifPresent(
            open ->
                bag.takeCue(Cue.PEOPLE)
                    .ifPresent(
                        words ->
                            draft.ask(
                                Issue.Code.AMBIGUOUS_WORD,
                                words,
                                open.question(),
                                open.metrics().stream()
                                    .flatMap(name -> shape.catalog().metric(name).stream())
                                    .map(metric -> new Choice(metric.label(), metric.label()))
                                    .toList())));
  }

  private static void nothingIsLeft(Bag bag, Draft draft) {
    for (Edge left : bag.left()) {
      if (draft.isHopeless()) {
        break;
      }
      draft.decline(Issue.Code.UNKNOWN_WORD, left, Messages.unused(bag.typed(left)));
    }
  }

  private Optional<Inheritance> inheritance(Turn before, Bag bag) {
    if (before.query() instanceof MetricQuery query) {
      SegmentSwap swap = new SegmentSwap(shape, bag);
      return Optional.of(new Inheritance(query, before.members(), EditWords.take(bag), swap));
    }
    return Optional.empty();
  }

  /** These provinces: without an answer before there are none. */
  private static void needsContext(Draft draft) {
    draft.groups.stream()
        .filter(group -> group.part().kind() == Kind.THESE)
        .forEach(group -> draft.ask(Issue.Code.NO_CONTEXT, group.edge(), Messages.NO_CONTEXT));
  }
}
