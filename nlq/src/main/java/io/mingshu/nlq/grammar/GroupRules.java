package io.mingshu.nlq.grammar;

import static io.mingshu.nlq.chart.Element.optional;
import static io.mingshu.nlq.chart.Rule.when;

import io.mingshu.nlq.chart.Chart;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.chart.Rules;
import io.mingshu.nlq.chart.Slot;
import io.mingshu.nlq.chart.Stratum;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.grammar.Parts.GroupPart.Kind;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.NumberWord;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.DimensionWord;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import java.util.ArrayList;
import java.util.List;

/** What the answer is by: 各省份, by device and channel, 哪个品类, how many provinces, the 5 brands. */
final class GroupRules {
  private static final int MOST_GROUPS = 1_000;

  /** 这个 before a dimension points; elsewhere it is filler. */
  private static final double THESE_GAIN = -0.8;

  private GroupRules() {}

  /** Dimensions in a row. */
  private record Dimensions(List<String> names) implements Meaning {}

  static List<Stratum> strata(Catalog catalog) {
    return List.of(GroupRules::lists, groups(catalog));
  }

  private static void lists(Chart chart) {
    List<Edge> lists = new ArrayList<>();
    for (int start = 0; start < chart.length(); start++) {
      for (Edge edge : chart.at(start)) {
        if (edge.meaning() instanceof DimensionWord first) {
          lists.add(
              new Edge(start, edge.end(), new Dimensions(List.of(first.dimension())), edge.cost()));
          pair(chart, edge, first, lists);
        }
      }
    }
    lists.forEach(chart::add);
  }

  private static void pair(Chart chart, Edge first, DimensionWord head, List<Edge> lists) {
    for (Edge joint : chart.from(first.end())) {
      if (joint.meaning() instanceof CueWord word && word.cue() == Cue.AND) {
        for (Edge second : chart.from(joint.end())) {
          if (second.meaning() instanceof DimensionWord next
              && !next.dimension().equals(head.dimension())) {
            lists.add(
                new Edge(
                    first.start(),
                    second.end(),
                    new Dimensions(List.of(head.dimension(), next.dimension())),
                    first.cost() + 0.3));
          }
        }
      }
    }
  }

  private static Stratum groups(Catalog catalog) {
    Slot<Dimensions> dimensions = Slot.of(Dimensions.class);
    Slot<Dimensions> one = Slot.of(Dimensions.class, d -> d.names().size() == 1);
    // 这个星期 is a week, no day of the week.
    Slot<Dimensions> pointed =
        Slot.of(
            Dimensions.class,
            d ->
                d.names().size() == 1
                    && catalog
                        .dimension(d.names().get(0))
                        .filter(known -> known.source() instanceof Dimension.Columns)
                        .isPresent());
    Slot<CueWord> the = Cue.any(Cue.THE);
    Slot<CueWord> each = Cue.any(Cue.EACH);
    Slot<CueWord> of = Cue.any(Cue.OF);
    Slot<NumberWord> number = Slot.of(NumberWord.class, n -> n.isWholeWithin(1, MOST_GROUPS));
    Slot<CueWord> item = Cue.any(Cue.ITEM_COUNT);
    return Rules.of(
        when(each, optional(of), dimensions).gives(m -> group(m.get(dimensions), Kind.EACH)),
        when(each, dimensions, Cue.any(Cue.INSIDE))
            .gives(m -> group(m.get(dimensions), Kind.WITHIN)),
        when(Cue.any(Cue.WITHIN_EACH), dimensions)
            .gives(m -> group(m.get(dimensions), Kind.WITHIN)),
        when(one, Cue.any(Cue.COUNT_NOUN)).gives(m -> group(m.get(one), Kind.HOW_MANY)),
        when(
                Cue.any(Cue.BY),
                optional(the),
                optional(each),
                dimensions,
                optional(Cue.any(Cue.SPLIT_AFTER)))
            .gives(m -> group(m.get(dimensions), Kind.EACH)),
        // Province-wise.
        when(dimensions, optional(Cue.any(Cue.RANGE_TO)), Cue.any(Cue.SPLIT_AFTER))
            .gives(m -> group(m.get(dimensions), Kind.EACH)),
        when(Cue.any(Cue.WHICH), optional(the), optional(number), optional(item), one)
            .gives(
                m ->
                    new GroupPart(
                        m.get(one).names(),
                        Kind.WHICH,
                        m.find(number).map(NumberWord::intValue).orElse(0))),
        when(Cue.any(Cue.HOW_MANY), one).gives(m -> group(m.get(one), Kind.HOW_MANY)),
        when(number, optional(item), one)
            .gives(m -> new GroupPart(m.get(one).names(), Kind.COUNTED, m.get(number).intValue())),
        when(Cue.any(Cue.THESE), optional(item), pointed)
            .gives(m -> group(m.get(pointed), Kind.THESE))
            .costing(THESE_GAIN),
        when(Cue.any(Cue.THOSE), number, optional(item), pointed)
            .gives(m -> new GroupPart(m.get(pointed).names(), Kind.THESE, m.get(number).intValue()))
            .costing(THESE_GAIN),
        when(Cue.any(Cue.THAT_ONE), optional(item), pointed)
            .gives(m -> new GroupPart(m.get(pointed).names(), Kind.THESE, 1))
            .costing(THESE_GAIN),
        when(Cue.any(Cue.THIS), one).gives(m -> group(m.get(one), Kind.PARENT)),
        when(dimensions).gives(m -> group(m.get(dimensions), Kind.BARE)).costing(0.4));
  }

  private static GroupPart group(Dimensions dimensions, Kind kind) {
    return new GroupPart(dimensions.names(), kind, 0);
  }
}
