package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.grammar.Parts.ConditionPart;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.grammar.Parts.GroupPart.Kind;
import io.mingshu.nlq.grammar.Parts.LiftPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.query.Share;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a follow-up takes over from the question before: all that it does not say otherwise. A value
 * takes the place of one of the same dimension, a metric of a metric, a period of a period. Serves
 * one reading.
 */
final class Inheritance {
  /** The figure of all, rather than without a filter. */
  private static final Set<String> TOTAL = Set.of("总", "总的", "total", "the total");

  private final MetricQuery before;
  private final Map<String, List<String>> members;
  private final EditWords words;
  private final SegmentSwap segments;
  private final InheritedPeriod period;
  private final Set<String> lifted = new HashSet<>();
  private int places;

  /**
   * @param members the groups of the answer before
   */
  Inheritance(
      MetricQuery before,
      Map<String, List<String>> members,
      EditWords words,
      SegmentSwap segments) {
    this.segments = segments;
    this.before = before;
    this.members = members;
    this.words = words;
    this.period = new InheritedPeriod(before.period());
  }

  /** Whether a part was not said now. */
  static boolean isInherited(Edge edge) {
    return edge.start() < 0;
  }

  /** Before all that was typed. */
  private Edge place(Meaning meaning) {
    places++;
    return new Edge(-places, -places, meaning, 0);
  }

  /** Metrics, groups and filters, after those that were said. */
  void what(Bag bag, Draft draft) {
    metrics(draft);
    howMany(bag, draft);
    boolean all = dropsFilters(bag, draft);
    lift(bag, draft);
    groups(bag, draft);
    filters(draft, all);
  }

  /** 有几个: how many groups there were. */
  private void howMany(Bag bag, Draft draft) {
    boolean asked =
        draft.metricWords.isEmpty()
            && bag.look(ConditionPart.class).isEmpty()
            && draft.dimensions.isEmpty()
            && before.dimensions().size() == 1
            && before.grain().isEmpty()
            && before.ranking().isEmpty();
    if (asked && bag.takeCue(Cue.HOW_MANY).isPresent()) {
      draft.countGroups = true;
    }
  }

  private void metrics(Draft draft) {
    boolean named = !draft.metricWords.isEmpty();
    boolean rankedByOther = !named && words.instead() && !draft.metrics.isEmpty();
    List<String> merged = new ArrayList<>();
    if (words.more() || !(named || rankedByOther)) {
      merged.addAll(before.metrics());
    }
    merged.addAll(draft.metrics);
    draft.metrics.clear();
    draft.metrics.addAll(merged);
  }

  /** 全国呢, overall: without the filter, where there is one to leave out. */
  private boolean dropsFilters(Bag bag, Draft draft) {
    boolean says = !draft.filters.isEmpty() || !draft.dimensions.isEmpty();
    if (says || bag.lookCue(Cue.SHARE).isPresent()) {
      return false;
    }
    Optional<Edge> whole = bag.lookCue(Cue.WHOLE);
    if (whole.isEmpty() || TOTAL.contains(bag.typed(whole.get()).toLowerCase(Locale.ROOT))) {
      return false;
    }
    long filtered =
        Filter.conjuncts(before.filter()).stream()
            .filter(f -> f instanceof Filter.In in && !in.negated())
            .count();
    if (filtered > 1) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, whole.get(), Messages.WHICH_FILTER);
    }
    if (filtered > 0) {
      bag.takeCue(Cue.WHOLE);
    }
    return filtered > 0;
  }

  /** 不限省份: there must have been a filter on it. */
  private void lift(Bag bag, Draft draft) {
    for (Placed<LiftPart> placed : bag.take(LiftPart.class)) {
      String dimension = placed.part().dimension();
      boolean there =
          Filter.conjuncts(before.filter()).stream()
              .anyMatch(f -> f instanceof Filter.In in && isThat(in, placed.part()));
      if (there) {
        lifted.add(dimension);
      } else {
        draft.ask(Issue.Code.NO_CONTEXT, placed.edge(), Messages.NO_SUCH_FILTER);
      }
    }
  }

  /** All of its values, where they are named. */
  private static boolean isThat(Filter.In filter, LiftPart lift) {
    return filter.dimension().equals(lift.dimension())
        && (lift.codes().isEmpty() || Set.copyOf(filter.values()).equals(Set.copyOf(lift.codes())));
  }

  private void groups(Bag bag, Draft draft) {
    List<String> kept = before.dimensions();
    List<Placed<GroupPart>> said =
        draft.groups.stream().filter(g -> g.part().kind() != Kind.PARENT).toList();
    boolean these = words.these() || said.stream().anyMatch(g -> g.part().kind() == Kind.THESE);
    Set<String> dimensions = new LinkedHashSet<>(draft.dimensions);
    boolean valuesOnly = said.isEmpty();
    if (dimensions.isEmpty() && total(bag, draft)) {
      return;
    }
    List<String> merged = new ArrayList<>(kept);
    boolean grows = false;
    if (these || valuesOnly || kept.isEmpty()) {
      dimensions.stream().filter(d -> !merged.contains(d)).forEach(merged::add);
      grows = !these && !valuesOnly && !kept.isEmpty();
    } else if (words.instead()) {
      merged.clear();
      merged.addAll(dimensions);
    } else if (!dimensions.equals(new LinkedHashSet<>(kept))) {
      boolean which = said.stream().allMatch(g -> g.part().kind() == Kind.WHICH);
      if (which) {
        merged.clear();
      } else if (!words.further()) {
        further(said.get(0), bag, draft);
      }
      grows = !which && dimensions.stream().anyMatch(d -> !kept.contains(d));
      dimensions.stream().filter(d -> !merged.contains(d)).forEach(merged::add);
    }
    draft.dimensions.clear();
    draft.dimensions.addAll(merged);
    kept.stream()
        .filter(merged::contains)
        .forEach(
            name -> {
              GroupPart part = new GroupPart(List.of(name), Kind.BARE, 0);
              draft.groups.add(0, new Placed<>(place(part), part));
            });
    boolean cut = before.ranking().isPresent() || !before.conditions().isEmpty();
    boolean open = these && !cut && !isNamed(said) && !areKnown(kept);
    if ((these && !open) || (grows && cut)) {
      sameMembers(said, draft);
    }
  }

  private static boolean isNamed(List<Placed<GroupPart>> said) {
    return said.stream().anyMatch(g -> g.part().kind() == Kind.THESE);
  }

  private boolean areKnown(List<String> dimensions) {
    return dimensions.size() == 1 && members.containsKey(dimensions.get(0));
  }

  private static void further(Placed<GroupPart> group, Bag bag, Draft draft) {
    String typed = bag.typed(group.edge());
    draft.ask(
        Issue.Code.AMBIGUOUS_READING,
        group.edge(),
        Messages.FURTHER_GROUP,
        List.of(
            choice("再加" + typed + "拆分", "also " + typed),
            choice("换成" + typed, typed + " instead")));
  }

  private static Choice choice(String zh, String en) {
    return new Choice(new Text(zh, en), new Text(zh, en));
  }

  /** 一共呢: the figure of all groups or buckets that the answer had. */
  private boolean total(Bag bag, Draft draft) {
    boolean parted = !before.dimensions().isEmpty() || before.grain().isPresent();
    if (!parted || bag.lookCue(Cue.SHARE).isPresent() || draft.countGroups) {
      return false;
    }
    if (bag.takeCue(Cue.SUM, Cue.WHOLE).isEmpty()) {
      return false;
    }
    if (before.ranking().isPresent() || !before.conditions().isEmpty()) {
      sameMembers(List.of(), draft);
    }
    draft.sameMembers = true;
    draft.totalled = true;
    return true;
  }

  /** The groups of the answer before, by their values. */
  private void sameMembers(List<Placed<GroupPart>> said, Draft draft) {
    Set<String> asked = new LinkedHashSet<>();
    said.stream()
        .filter(g -> g.part().kind() == Kind.THESE)
        .forEach(g -> asked.addAll(g.part().dimensions()));
    if (asked.isEmpty()) {
      asked.addAll(before.dimensions());
    }
    boolean known =
        asked.size() == 1
            && before.dimensions().containsAll(asked)
            && members.keySet().containsAll(asked);
    if (!known) {
      draft.ask(
          Issue.Code.NO_CONTEXT, said.isEmpty() ? null : said.get(0).edge(), Messages.NO_MEMBERS);
      return;
    }
    String dimension = asked.iterator().next();
    List<String> values = members.getOrDefault(dimension, List.of());
    int counted = said.stream().mapToInt(g -> g.part().count()).max().orElse(0);
    if (values.isEmpty() || (counted > 0 && counted != values.size())) {
      draft.ask(
          Issue.Code.NO_CONTEXT, said.isEmpty() ? null : said.get(0).edge(), Messages.NO_MEMBERS);
      return;
    }
    Filter.In in = new Filter.In(dimension, values, false);
    draft.filters.put(place(new GroupPart(List.of(dimension), Kind.BARE, 0)), in);
    draft.sameMembers = true;
  }

  private void filters(Draft draft, boolean all) {
    Map<Edge, Filter.In> said = new LinkedHashMap<>(draft.filters);
    draft.filters.clear();
    for (Filter old : Filter.conjuncts(before.filter())) {
      if (old instanceof Filter.In in
          && (lifted.contains(in.dimension()) || segments.replaces(in, said, draft))) {
        continue;
      }
      if (old instanceof Filter.In in) {
        value(in, said, all, draft);
      } else if (!all) {
        other(old, said, draft);
      }
    }
    draft.filters.putAll(said);
    Set<String> dimensions = new HashSet<>();
    for (Filter.In in : draft.filters.values()) {
      if (!in.negated() && !dimensions.add(in.dimension())) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.SAME_DIMENSION_TWICE);
      }
    }
  }

  private void value(Filter.In old, Map<Edge, Filter.In> said, boolean all, Draft draft) {
    boolean spoken = false;
    for (Map.Entry<Edge, Filter.In> entry : List.copyOf(said.entrySet())) {
      Filter.In now = entry.getValue();
      if (!now.dimension().equals(old.dimension())) {
        continue;
      }
      spoken = true;
      if (isInherited(entry.getKey())) {
        // The members of the answer are among them already.
        continue;
      }
      if (now.negated() == old.negated()) {
        if (now.negated() || words.more() || (words.apart() && !words.instead())) {
          said.put(entry.getKey(), new Filter.In(old.dimension(), both(old, now), old.negated()));
        }
        if (!now.negated() && words.apart() && !words.more() && !words.instead()) {
          draft.valuesApart = true;
          draft.dimensions.add(old.dimension());
        }
      } else if (now.negated()) {
        List<String> left = new ArrayList<>(old.values());
        left.removeAll(now.values());
        said.remove(entry.getKey());
        if (left.isEmpty() || left.size() == old.values().size()) {
          draft.ask(Issue.Code.AMBIGUOUS_READING, entry.getKey(), Messages.NOTHING_LEFT);
        }
        if (!left.isEmpty()) {
          said.put(entry.getKey(), new Filter.In(old.dimension(), left, false));
        }
      }
    }
    // 广东的GMV, 各省呢: one province alone is no breakdown.
    boolean widened =
        !old.negated()
            && old.values().size() == 1
            && draft.dimensions.contains(old.dimension())
            && !before.dimensions().contains(old.dimension());
    if (!spoken && !widened && !(all && !old.negated())) {
      GroupPart part = new GroupPart(List.of(old.dimension()), Kind.BARE, 0);
      draft.filters.put(place(part), old);
    }
  }

  private static List<String> both(Filter.In old, Filter.In now) {
    Set<String> values = new LinkedHashSet<>(old.values());
    values.addAll(now.values());
    return List.copyOf(values);
  }

  private static void other(Filter old, Map<Edge, Filter.In> said, Draft draft) {
    if (old instanceof Filter.Top top
        && said.values().stream().anyMatch(in -> in.dimension().equals(top.dimension()))) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.SAME_DIMENSION_TWICE);
    }
    draft.furtherFilters.add(old);
  }

  /** The period, where none was said. */
  void period(Draft draft) {
    period.apply(draft);
  }

  /** The period before, as if it had been said. */
  Optional<Placed<PeriodPart>> placedPeriod() {
    return period.part().map(part -> new Placed<>(place(part), part));
  }

  /** The buckets, where none were said. */
  void grain(Draft draft) {
    if (draft.grain == null && !draft.totalled) {
      draft.grain = before.grain().orElse(null);
    }
  }

  /** The comparison, where none was said. */
  @Nullable Comparison comparison(Draft draft) {
    Comparison old = before.comparison().orElse(null);
    if (old instanceof Comparison.With && !samePeriod(draft)) {
      draft.ask(Issue.Code.MISSING_PERIOD, null, Messages.MISSING_BASE);
    }
    return old;
  }

  /** The second comparison goes with the first. */
  @Nullable Comparison secondComparison(Draft draft) {
    return draft.comparison == null ? null : before.secondComparison().orElse(null);
  }

  private boolean samePeriod(Draft draft) {
    @Nullable Period old = before.period().orElse(null);
    return old == null ? draft.period == null : old.equals(draft.period);
  }

  /** Conditions, before those that were said. */
  void conditions(Draft draft) {
    if (draft.sameMembers) {
      return;
    }
    List<MetricCondition> said = List.copyOf(draft.conditions);
    draft.conditions.clear();
    for (MetricCondition old : before.conditions()) {
      boolean replaced =
          said.stream()
              .anyMatch(c -> c.metric().equals(old.metric()) && c.measure() == old.measure());
      if (!replaced) {
        draft.conditions.add(old);
      }
    }
    draft.conditions.addAll(said);
  }

  /** Order and ranking, where none were said. */
  void order(Draft draft) {
    if (draft.ranking != null) {
      return;
    }
    boolean reordered = draft.ordering != null;
    if (!reordered) {
      before.ordering().ifPresent(old -> draft.ordering = retargeted(old, draft));
    }
    Optional<Ordering> old = before.ordering();
    boolean sameFigure =
        reordered
            && old.isPresent()
            && draft.ordering != null
            && draft.ordering.metric().equals(old.get().metric())
            && draft.ordering.measure() == old.get().measure();
    if (sameFigure && before.ranking().isPresent() && !draft.sameMembers) {
      // The same ones in another order, not others.
      sameMembers(List.of(), draft);
    }
    if (!draft.sameMembers) {
      before.ranking().ifPresent(ranking -> draft.ranking = fitting(ranking, draft));
    }
    boolean nowInBuckets = draft.ranking != null && draft.grain != null && before.grain().isEmpty();
    if (nowInBuckets && !draft.dimensions.isEmpty()) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.BUCKET_RANK);
    }
    boolean grouped = !draft.dimensions.isEmpty() || draft.grain != null;
    if (!grouped) {
      draft.ordering = null;
      draft.ranking = null;
    }
  }

  private Ordering retargeted(Ordering old, Draft draft) {
    String metric =
        draft.metrics.contains(old.metric()) && draft.metrics.containsAll(before.metrics())
            ? old.metric()
            : draft.metrics.iterator().next();
    return new Ordering(metric, old.measure(), old.descending());
  }

  private static @Nullable Ranking fitting(Ranking old, Draft draft) {
    if (!draft.dimensions.containsAll(old.within())) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.NO_GROUP);
    }
    return old;
  }

  /** Shares, where none were asked for. */
  void share(CatalogShape shape, Draft draft) {
    if (draft.share != null || before.share().isEmpty()) {
      return;
    }
    List<String> over = before.share().get().over();
    Set<String> there = new HashSet<>(draft.dimensions);
    draft.filters.values().forEach(in -> there.add(in.dimension()));
    if (!draft.metrics.stream().allMatch(shape::hasShares)) {
      draft.ask(Issue.Code.NOT_SUPPORTED_YET, null, Messages.SHARE_OF_RATE);
    }
    if (there.containsAll(over)) {
      draft.share = new Share(over);
    } else if (over.equals(before.dimensions()) && !draft.dimensions.isEmpty()) {
      draft.share = new Share(List.copyOf(draft.dimensions));
    } else {
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.SHARE_SUBJECT);
    }
  }

  /** 还有呢: something else is asked for, and it is not said what. */
  void requireChange(Draft draft) {
    if (draft.problems().isEmpty() && draft.metricQuery().equals(before)) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.WHAT_ELSE);
    }
  }

  /** What is left: running totals, and counts of groups. */
  void rest(Draft draft) {
    if (draft.accumulation == null && before.grain().filter(g -> g == draft.grain).isPresent()) {
      draft.accumulation = before.accumulation().orElse(null);
    }
    boolean lists =
        draft.groups.stream()
            .anyMatch(
                g ->
                    !isInherited(g.edge())
                        && (g.part().kind() == Kind.WHICH
                            || g.part().kind() == Kind.EACH
                            || g.part().kind() == Kind.WITHIN));
    draft.countGroups |= before.countGroups() && !lists && !draft.sameMembers;
  }
}
