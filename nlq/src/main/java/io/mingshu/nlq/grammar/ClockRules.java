package io.mingshu.nlq.grammar;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.Parts.FilterPart;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.nlq.lexicon.Trie;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.time.TimeParts.ClockWord;
import io.mingshu.nlq.time.TimeParts.WeekdayWord;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Dimension.Part;
import io.mingshu.semantic.catalog.Dimension.TimePart;
import io.mingshu.semantic.text.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Parts of the week and of the day as filters: 周末, on Mondays, 20点到23点 (half-open). */
final class ClockRules {
  private ClockRules() {}

  static List<Stratum> strata(Catalog catalog) {
    List<Stratum> strata = new ArrayList<>();
    of(catalog, Part.WEEKEND).map(ClockRules::weekends).ifPresent(strata::add);
    of(catalog, Part.WEEKDAY).map(ClockRules::weekdays).ifPresent(strata::add);
    of(catalog, Part.HOUR_OF_DAY).map(ClockRules::hours).ifPresent(strata::add);
    return strata;
  }

  private static Optional<String> of(Catalog catalog, Part part) {
    return catalog.dimensions().stream()
        .filter(d -> d.source() instanceof TimePart timePart && timePart.part() == part)
        .map(Dimension::name)
        .findFirst();
  }

  private static Stratum weekends(String dimension) {
    Trie trie = new Trie();
    FilterPart weekend = new FilterPart(dimension, List.of("true"), false, 1, false);
    FilterPart workday = new FilterPart(dimension, List.of("false"), false, 1, false);
    WordList.words("周末|双休日|weekend|the weekend|周六日|sat+sun|sat + sun|sat & sun")
        .forEach(w -> trie.add(w, weekend, 1, false));
    WordList.words(
            "工作日|上班日|working day|weekday|workday|business day|周[一/1][到/至/-][周/][五/5]|星期一[到/至]星期五|礼拜一[到/至]礼拜五|mon-fri|mon - fri|mon to fri|[monday/mondays] [to/through] [friday/fridays]|monday-friday")
        .forEach(w -> trie.add(w, workday, 1, false));
    return trie;
  }

  private static Stratum weekdays(String dimension) {
    return chart -> {
      List<Edge> days = new ArrayList<>();
      for (int start = 0; start < chart.length(); start++) {
        for (Edge edge : chart.at(start)) {
          if (edge.meaning() instanceof WeekdayWord word) {
            String code = String.valueOf(word.day().getValue());
            days.add(
                new Edge(
                    edge.start(),
                    edge.end(),
                    new FilterPart(dimension, List.of(code), false, 1, false),
                    edge.cost() + 0.1));
          }
        }
      }
      days.forEach(chart::add);
    };
  }

  private static Stratum hours(String dimension) {
    Slot<ClockWord> from = Slot.of(ClockWord.class);
    Slot<ClockWord> to = Slot.of(ClockWord.class);
    Slot<NumberWord> number = Slot.of(NumberWord.class, n -> n.isWholeWithin(0, 24));
    Slot<CueWord> joint = Cue.any(Cue.RANGE_TO, Cue.AND);
    Slot<CueWord> opening = Cue.any(Cue.RANGE_FROM);
    Slot<CueWord> close = Cue.any(Cue.RANGE_END);
    Rules rules =
        Rules.of(
            when(from)
                .mayGive(m -> hours(dimension, m.get(from).hour(), m.get(from).hour() + 1))
                .costing(0.2),
            when(optional(opening), from, joint, to, optional(close))
                .mayGive(m -> hours(dimension, m.get(from).hour(), later(m.get(from), m.get(to)))),
            when(optional(opening), number, joint, to, optional(close))
                .mayGive(
                    m -> {
                      int end = m.get(to).hour();
                      int start = m.get(number).intValue();
                      // "8 to 11 pm": both in the evening; "10 to 2 pm": from the morning on.
                      boolean bothAfternoon =
                          end > 12 && start > 0 && start < 12 && start + 12 < end;
                      return hours(dimension, bothAfternoon ? start + 12 : start, end);
                    }));
    return (Chart chart) -> rules.extend(chart);
  }

  /** 晚上8点到11点: the second hour is in the same part of the day. */
  private static int later(ClockWord from, ClockWord to) {
    boolean sameHalf = from.hour() >= 12 && to.hour() <= 12 && to.hour() + 12 > from.hour();
    return sameHalf ? to.hour() + 12 : to.hour();
  }

  private static Optional<FilterPart> hours(String dimension, int from, int until) {
    boolean wholeDay = from == 0 && until >= 23;
    if (from >= until || until > 24 || wholeDay) {
      return Optional.empty();
    }
    List<String> codes = IntStream.range(from, until).mapToObj(String::valueOf).toList();
    return Optional.of(new FilterPart(dimension, codes, false, 1, false));
  }
}
