package io.mingshu.nlq.grammar;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;

import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.Parts.FilterPart;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ranges over a dimension whose values are bands of numbers (age groups): 35岁及以上, 25到34岁, aged 18
 * to 34. Only whole bands answer; a bound inside a band is asked back.
 */
final class BandRules {
  private static final Pattern RANGE = Pattern.compile("(\\d+)\\s?[-~–]\\s?(\\d+)\\D*");
  private static final Pattern BELOW = Pattern.compile("(\\d+)\\D*以下");
  private static final Pattern FROM = Pattern.compile("(\\d+)\\D*以上");

  /** Past any age. */
  private static final int NO_LIMIT = 1_000;

  private final String dimension;
  private final List<Band> bands;

  private record Band(String code, int from, int to) {}

  private BandRules(String dimension, List<Band> bands) {
    this.dimension = dimension;
    this.bands = bands;
  }

  /** The rules for the catalog's banded dimensions. */
  static List<Stratum> strata(Catalog catalog) {
    List<Stratum> strata = new ArrayList<>();
    for (Dimension dimension : catalog.dimensions()) {
      List<Band> bands = dimension.values().stream().flatMap(v -> band(v).stream()).toList();
      if (bands.size() > 1 && bands.size() == dimension.values().size()) {
        strata.add(new BandRules(dimension.name(), bands).stratum());
      }
    }
    return strata;
  }

  private static Optional<Band> band(DimensionValue value) {
    Matcher range = RANGE.matcher(value.code());
    if (range.matches()) {
      return Optional.of(new Band(value.code(), figure(range, 1), figure(range, 2)));
    }
    Matcher below = BELOW.matcher(value.code());
    if (below.matches()) {
      // "18岁以下" beside "18-24岁" ends at 17.
      return Optional.of(new Band(value.code(), 0, figure(below, 1) - 1));
    }
    Matcher from = FROM.matcher(value.code());
    return from.matches()
        ? Optional.of(new Band(value.code(), figure(from, 1), NO_LIMIT))
        : Optional.empty();
  }

  private static int figure(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private Stratum stratum() {
    Slot<NumberWord> from = Slot.of(NumberWord.class, n -> n.isWholeWithin(0, 150));
    Slot<NumberWord> to = Slot.of(NumberWord.class, n -> n.isWholeWithin(0, 150));
    Slot<CueWord> years = Cue.any(Cue.YEARS_OLD);
    Slot<CueWord> aged = Cue.any(Cue.AGED);
    Slot<CueWord> joint = Cue.any(Cue.RANGE_TO, Cue.AND);
    Slot<CueWord> more = Cue.any(Cue.OR_MORE);
    Slot<CueWord> less = Cue.any(Cue.OR_LESS);
    Slot<CueWord> above = Cue.any(Cue.GREATER);
    Slot<CueWord> below = Cue.any(Cue.LESS);
    Slot<CueWord> atLeast = Cue.any(Cue.AT_LEAST);
    Slot<CueWord> atMost = Cue.any(Cue.AT_MOST);
    Slot<CueWord> people = Cue.any(Cue.PEOPLE);
    Slot<CueWord> between = Cue.any(Cue.RANGE_FROM, Cue.BETWEEN);
    return new Rules(
        List.of(
            when(optional(aged), from, optional(years), joint, to, years, optional(people))
                .gives(m -> within(m.get(from).intValue(), m.get(to).intValue())),
            when(between, from, optional(years), joint, to, years, optional(people))
                .gives(m -> within(m.get(from).intValue(), m.get(to).intValue())),
            when(aged, optional(Cue.any(Cue.RANGE_FROM)), from, joint, to)
                .gives(m -> within(m.get(from).intValue(), m.get(to).intValue())),
            when(optional(aged), from, years, more, optional(people))
                .gives(m -> within(m.get(from).intValue(), NO_LIMIT)),
            when(aged, from, more).gives(m -> within(m.get(from).intValue(), NO_LIMIT)),
            when(optional(aged), from, years, less, optional(people))
                .gives(m -> within(0, m.get(from).intValue())),
            when(aged, from, less).gives(m -> within(0, m.get(from).intValue())),
            when(optional(aged), above, from, years)
                .gives(m -> within(m.get(from).intValue() + 1, NO_LIMIT)),
            when(aged, above, from).gives(m -> within(m.get(from).intValue() + 1, NO_LIMIT)),
            when(optional(aged), below, from, years)
                .gives(m -> within(0, m.get(from).intValue() - 1)),
            when(aged, below, from).gives(m -> within(0, m.get(from).intValue() - 1)),
            when(aged, atLeast, from).gives(m -> within(m.get(from).intValue(), NO_LIMIT)),
            when(aged, atMost, from).gives(m -> within(0, m.get(from).intValue())),
            when(optional(aged), atLeast, from, years)
                .gives(m -> within(m.get(from).intValue(), NO_LIMIT)),
            when(optional(aged), atMost, from, years)
                .gives(m -> within(0, m.get(from).intValue()))));
  }

  private FilterPart within(int from, int to) {
    List<String> inside = new ArrayList<>();
    boolean cut = false;
    for (Band band : bands) {
      boolean whole = band.from() >= from && band.to() <= to;
      boolean touched = band.from() <= to && band.to() >= from;
      if (whole) {
        inside.add(band.code());
      }
      cut |= touched && !whole;
    }
    return new FilterPart(dimension, inside, false, 1, cut || inside.isEmpty());
  }
}
