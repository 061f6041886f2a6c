package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Cover;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.normal.NormalText;
import io.mingshu.semantic.plan.DataRange;

/** Fills the slots of a query from the parts of one reading, in a fixed order. Immutable. */
final class Assembler {
  private final Stoppers stoppers;
  private final WhatSlots what;
  private final Narrowing narrowing;
  private final ConditionSlot conditions;
  private final ShareSlot share;
  private final Modifiers modifiers;
  private final SideBySide sideBySide;
  private final FillerPlaces fillerPlaces;
  private final Checks checks;

  Assembler(CatalogShape shape) {
    this.stoppers = new Stoppers(shape.catalog());
    this.what = new WhatSlots(shape);
    this.narrowing = new Narrowing(shape);
    this.conditions = new ConditionSlot(shape);
    this.share = new ShareSlot(shape);
    this.modifiers = new Modifiers(shape);
    this.sideBySide = new SideBySide(shape);
    this.fillerPlaces = new FillerPlaces(shape.catalog());
    this.checks = new Checks(shape);
  }

  Draft assemble(Cover cover, NormalText text, Clock clock, DataRange data) {
    Bag bag = new Bag(cover, text);
    Draft draft = new Draft();
    stoppers.apply(bag, draft);
    what.apply(bag, draft);
    narrowing.apply(draft);
    new TimeSlots(clock).apply(bag, draft);
    ComparisonSlot.apply(bag, draft);
    conditions.apply(bag, draft);
    RankSlot.apply(bag, draft);
    share.apply(bag, draft);
    modifiers.apply(bag, draft);
    sideBySide.apply(bag, draft);
    fillerPlaces.apply(bag, draft);
    for (Edge left : bag.left()) {
      draft.decline(Issue.Code.UNKNOWN_WORD, left, Messages.unused(bag.typed(left)));
    }
    if (draft.metrics.isEmpty() && draft.problems().isEmpty()) {
      draft.ask(Issue.Code.MISSING_METRIC, null, Messages.MISSING_METRIC);
    }
    checks.apply(draft, clock, data);
    return draft;
  }
}
