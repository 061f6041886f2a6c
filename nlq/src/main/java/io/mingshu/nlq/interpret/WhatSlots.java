package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.ConditionPart;
import io.mingshu.nlq.grammar.Parts.FilterPart;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.grammar.Parts.GroupPart.Kind;
import io.mingshu.nlq.grammar.Parts.RankMetric;
import io.mingshu.nlq.grammar.Parts.RankPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Metrics, groups and filters: what is asked for, by what, of which rows. */
final class WhatSlots {
  private static final Pattern PERIOD_OF = Pattern.compile("(?i)期间|那几天|period|during|outside");
  private static final Pattern PER =
      Pattern.compile("(?i)(?:per|each|every)\\s|by\\s+[a-z ]+\\s(?:for|of|in)\\s");

  /** 18-24: ages, days, or figures. */
  private static final Pattern BARE_BAND = Pattern.compile("\\d+\\s?[-~–到至]\\s?\\d+|\\d+(?:以上|以下)");

  private static final Pattern BOUND = Pattern.compile("\\s*的?\\s*");
  private static final Pattern JOINT = Pattern.compile("[、,，和与及]|以及|还有");
  private static final Pattern EXCLUDED_BEHIND = Pattern.compile("不算|除外|不计");

  private final CatalogShape shape;

  WhatSlots(CatalogShape shape) {
    this.shape = shape;
  }

  void apply(Bag bag, Draft draft) {
    metrics(bag, draft);
    groups(bag, draft);
    filters(bag, draft);
  }

  /** In the order of the words, those of rankings and conditions too: they are columns. */
  private static void metrics(Bag bag, Draft draft) {
    List<Placed<String>> named = new ArrayList<>();
    for (Placed<MetricWord> word : bag.take(MetricWord.class)) {
      Placed<String> placed = new Placed<>(word.edge(), word.part().metric());
      named.add(placed);
      draft.metricWords.add(placed);
      word.part().adverb().ifPresent(unit -> draft.adverb = unit);
    }
    for (Placed<RankPart> rank : bag.look(RankPart.class)) {
      rank.part().metric().ifPresent(m -> named.add(new Placed<>(rank.edge(), m)));
    }
    for (Placed<RankMetric> by : bag.look(RankMetric.class)) {
      named.add(new Placed<>(by.edge(), by.part().metric()));
    }
    for (Placed<ConditionPart> condition : bag.look(ConditionPart.class)) {
      condition.part().metric().ifPresent(m -> named.add(new Placed<>(condition.edge(), m)));
    }
    named.sort(Comparator.comparingInt(Placed::start));
    named.forEach(placed -> draft.metrics.add(placed.part()));
  }

  private void groups(Bag bag, Draft draft) {
    boolean selects =
        !bag.look(RankPart.class).isEmpty() || !bag.look(ConditionPart.class).isEmpty();
    for (Placed<GroupPart> group : bag.take(GroupPart.class)) {
      if (!namesTheWhole(bag, group)) {
        draft.groups.add(group);
      }
      if (group.part().kind() == Kind.PARENT) {
        continue;
      }
      if (namesTheWhole(bag, group)) {
        draft.wholeNames.add(group);
        continue;
      }
      for (String name : group.part().dimensions()) {
        if (!draft.dimensions.add(name)) {
          continue;
        }
        Optional<Dimension> dimension = shape.catalog().dimension(name);
        if (dimension.filter(Dimension::personal).isPresent()) {
          draft.decline(Issue.Code.PERSONAL_DATA, group.edge(), Messages.PERSONAL_GROUP);
        }
        // 商品销量 is the sales of goods, not a list of thousands of items.
        if (shape.isEntity(name) && group.part().kind() == Kind.BARE && !selects) {
          draft.penalty += 5;
        }
      }
    }
  }

  /** 占全部渠道的比重: of all of them, rather than for each. */
  private static boolean namesTheWhole(Bag bag, Placed<GroupPart> group) {
    return group.part().kind() == Kind.BARE
        && group.part().dimensions().size() == 1
        && bag.lookCue(Cue.SHARE).filter(word -> word.start() < group.start()).isPresent()
        && bag.before(group.edge())
            .filter(edge -> edge.meaning() instanceof CueWord word && word.cue() == Cue.WHOLE)
            .filter(edge -> bag.between(edge, group.edge()).isBlank())
            .isPresent();
  }

  private void filters(Bag bag, Draft draft) {
    List<Placed<FilterPart>> parts = bag.take(FilterPart.class);
    Map<String, List<Placed<FilterPart>>> wanted = new LinkedHashMap<>();
    for (Placed<FilterPart> placed : parts) {
      FilterPart part = placed.part();
      if (part.ask()) {
        draft.ask(Issue.Code.AMBIGUOUS_WORD, placed.edge(), Messages.WHICH_VALUES, values(part));
      }
      String typed = bag.typed(placed.edge());
      String behind = bag.fillerAfter(placed.edge()).orElse("");
      if (part.negated() && isCampaign(part) && PERIOD_OF.matcher(typed + behind).find()) {
        // 除去618期间: the days, or what is tagged with it?
        draft.ask(Issue.Code.AMBIGUOUS_READING, placed.edge(), Messages.EXCLUDED_DAYS);
      }
      if (BARE_BAND.matcher(typed.trim()).matches()) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, placed.edge(), Messages.BARE_BAND);
      }
      if (PER.matcher(typed).lookingAt()) {
        draft.decline(Issue.Code.UNKNOWN_WORD, placed.edge(), Messages.unused(typed));
      }
      if (part.negated()) {
        put(draft, placed.edge(), part.dimension(), part.codes(), true);
      } else {
        wanted.computeIfAbsent(part.dimension(), d -> new ArrayList<>()).add(placed);
      }
    }
    excludedTogether(bag, parts, draft);
    excludedBehind(bag, parts, draft);
    boolean several =
        wanted.values().stream()
            .anyMatch(placed -> placed.stream().mapToInt(p -> p.part().mentions()).sum() > 1);
    boolean compared =
        bag.lookCue(Cue.COMPARE, Cue.SEPARATELY).isPresent() || (several && takeEachOfThem(bag));
    boolean grouped =
        draft.groups.stream()
            .anyMatch(g -> g.part().kind() == Kind.THESE || g.part().kind() == Kind.EACH);
    if (grouped) {
      // 这几个商品各卖了多少件
      takeEachOfThem(bag);
    }
    wanted.forEach((dimension, placed) -> wanted(dimension, placed, compared, bag, draft));
  }

  /** 除了江苏以及女装: what stands beside an excluded value may be excluded with it. */
  private static void excludedTogether(Bag bag, List<Placed<FilterPart>> parts, Draft draft) {
    for (Placed<FilterPart> excluded : parts) {
      // 去掉北京的iOS用户: those who are both, or iOS without Beijing?
      bag.after(excluded.edge())
          .filter(next -> excluded.part().negated() && excludes(bag, excluded.edge()))
          .filter(next -> next.meaning() instanceof FilterPart other && !other.negated())
          .filter(next -> BOUND.matcher(bag.between(excluded.edge(), next)).matches())
          .ifPresent(
              next ->
                  draft.ask(
                      Issue.Code.AMBIGUOUS_READING, next, Messages.EXCLUDED_TOGETHER, List.of()));
      Optional<Edge> joint =
          bag.after(excluded.edge())
              .filter(edge -> excluded.part().negated() && isAnd(edge))
              .filter(edge -> bag.between(excluded.edge(), edge).isBlank());
      joint
          .flatMap(bag::after)
          .filter(
              next ->
                  next.meaning() instanceof FilterPart other
                      && !other.negated()
                      && bag.between(joint.get(), next).isBlank())
          .ifPresent(
              next ->
                  draft.ask(
                      Issue.Code.AMBIGUOUS_READING, next, Messages.EXCLUDED_TOGETHER, List.of()));
    }
  }

  /** 广东、女装除外: what stands before an excluded value may be excluded with it. */
  private static void excludedBehind(Bag bag, List<Placed<FilterPart>> parts, Draft draft) {
    for (Placed<FilterPart> excluded : parts) {
      boolean behind =
          excluded.part().negated() && EXCLUDED_BEHIND.matcher(bag.typed(excluded.edge())).find();
      bag.before(excluded.edge())
          .filter(edge -> behind && isAnd(edge))
          .flatMap(bag::before)
          .or(() -> bag.before(excluded.edge()))
          .filter(
              edge ->
                  behind
                      && edge.meaning() instanceof FilterPart
                      && JOINT.matcher(bag.between(edge, excluded.edge()).trim()).matches())
          .ifPresent(
              edge ->
                  draft.ask(
                      Issue.Code.AMBIGUOUS_READING, edge, Messages.EXCLUDED_TOGETHER, List.of()));
    }
  }

  private static boolean excludes(Bag bag, Edge excluded) {
    return !EXCLUDED_BEHIND.matcher(bag.typed(excluded)).find();
  }

  private boolean isCampaign(FilterPart part) {
    return shape.catalog().calendar().stream()
        .flatMap(entry -> entry.dimensionValue().stream())
        .anyMatch(part.codes()::contains);
  }

  private static boolean isAnd(Edge edge) {
    return edge.meaning() instanceof CueWord word && word.cue() == Cue.AND;
  }

  private static boolean takeEachOfThem(Bag bag) {
    Optional<Edge> each =
        bag.lookCue(Cue.EACH_OF_THEM)
            .filter(
                e ->
                    bag.after(e)
                        .map(Edge::meaning)
                        .filter(next -> !(next instanceof MetricWord || next instanceof PeriodPart))
                        .isEmpty());
    each.ifPresent(bag::take);
    return each.isPresent();
  }

  private static void wanted(
      String dimension, List<Placed<FilterPart>> placed, boolean compared, Bag bag, Draft draft) {
    Edge first = placed.get(0).edge();
    List<String> codes =
        placed.stream().flatMap(p -> p.part().codes().stream()).distinct().toList();
    int mentions = placed.stream().mapToInt(p -> p.part().mentions()).sum();
    boolean allTheSame = placed.stream().allMatch(p -> p.part().codes().size() == codes.size());
    if (placed.size() > 1 && !compared && !allTheSame) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, placed.get(1).edge(), Messages.SAME_DIMENSION_TWICE);
    }
    boolean apart = mentions > 1 && (compared || isEverything(codes)) && !allTheSame(placed);
    if (!apart || !isEverything(codes)) {
      put(draft, first, dimension, codes, false);
    }
    if (apart) {
      draft.valuesApart = true;
      draft.dimensions.add(dimension);
      bag.takeCue(Cue.SEPARATELY);
    }
  }

  /** 工作日和周末: both sides of the dimension, which is no filter. */
  private static boolean isEverything(List<String> codes) {
    return codes.size() == 2 && codes.containsAll(List.of("true", "false"));
  }

  private static boolean allTheSame(List<Placed<FilterPart>> placed) {
    return placed.size() > 1 && placed.stream().map(p -> p.part().codes()).distinct().count() == 1;
  }

  private static void put(
      Draft draft, Edge edge, String dimension, List<String> codes, boolean negated) {
    draft.filters.put(edge, new Filter.In(dimension, codes, negated));
  }

  private List<Choice> values(FilterPart part) {
    Optional<Dimension> dimension = shape.catalog().dimension(part.dimension());
    return part.codes().stream()
        .flatMap(code -> dimension.flatMap(d -> d.value(code)).stream())
        .map(DimensionValue::label)
        .map(label -> new Choice(label, new Text(label.zh(), label.en())))
        .toList();
  }
}
