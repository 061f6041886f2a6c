package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.ConditionPart;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.grammar.Parts.GroupPart.Kind;
import io.mingshu.nlq.grammar.Parts.OrderPart;
import io.mingshu.nlq.grammar.Parts.RankMetric;
import io.mingshu.nlq.grammar.Parts.RankPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.time.TimeParts.CountedBuckets;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.query.Share;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Top and bottom N, the one with the most, the second, N per group, the order of rows. */
final class RankSlot {
  private static final Pattern RATE =
      Pattern.compile("(?i)增长率|增速|增幅|涨幅|变化率|增长幅度|growth rate|growth|rate of change");

  private static final Set<Cue> BASES =
      EnumSet.of(
          Cue.YEAR_BEFORE,
          Cue.PERIOD_BEFORE,
          Cue.DAY_BEFORE,
          Cue.WEEK_BEFORE,
          Cue.MONTH_BEFORE,
          Cue.QUARTER_BEFORE,
          Cue.MOVEMENT);

  /** First the ranking, then the condition. */
  private static final Pattern AMONG = Pattern.compile("(?i)里|中|among|of them|of those|of these");

  /** The share of each of them, beside its figure. */
  private static final Pattern EACH_SHARE = Pattern.compile("(?i)\\b(?:their|its|with|each)\\b|各");

  private static final Pattern TOTAL = Pattern.compile("(?i)总|total|overall");

  /** For each of the buckets by itself. */
  private static final Pattern EACH =
      Pattern.compile("每.*|各.*|(?:(?:in|for|of|within) )?(?:each|every)\\b.*|per .*");

  /** As a series. */
  private static final Pattern ADVERB =
      Pattern.compile(
          "(?:hour|dai|week|month|quarter|year)ly|(?:day|week|month) by (?:day|week|month)");

  private static final Pattern JUDGING =
      Pattern.compile("(?i)\\b(?:best|worst|strongest|weakest|poorest|finest)\\b");

  private RankSlot() {}

  /**
   * @param isRate whether a metric is a rate, which may be good or bad where it is high
   */
  static void apply(Bag bag, Draft draft, Predicate<String> isRate) {
    List<Placed<RankPart>> ranks = bag.take(RankPart.class);
    if (ranks.size() == 2) {
      ranks = joined(ranks.get(0), ranks.get(1), bag).map(List::of).orElse(ranks);
    }
    if (ranks.size() > 1) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, ranks.get(1).edge(), Messages.RANK_METRIC);
      return;
    }
    Optional<String> by =
        bag.take(RankMetric.class).stream().map(placed -> placed.part().metric()).findFirst();
    if (ranks.isEmpty()) {
      // 3个省份的GMV: which three?
      draft.groups.stream()
          .filter(group -> group.part().kind() == Kind.COUNTED && group.part().count() > 0)
          .forEach(
              group -> draft.ask(Issue.Code.AMBIGUOUS_READING, group.edge(), Messages.RANK_METRIC));
      order(bag, by, draft);
      return;
    }
    Placed<RankPart> rank = ranks.get(0);
    boolean otherWay =
        bag.take(OrderPart.class).stream()
            .anyMatch(order -> order.part().descending() != rank.part().descending());
    if (otherWay) {
      // 从低到高前3: the lowest three, or the highest in this order?
      draft.ask(Issue.Code.AMBIGUOUS_READING, rank.edge(), Messages.HIGHEST_OR_LOWEST);
      return;
    }
    Optional<Integer> counted = counted(bag, rank.edge(), draft);
    int count = rank.part().count().or(() -> counted).orElse(1);
    if (rank.part().count().isPresent() && counted.filter(c -> c != count).isPresent()) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, rank.edge(), Messages.RANK_METRIC);
    }
    Optional<String> metric = metric(rank, by, draft);
    if (metric.isEmpty()) {
      draft.ask(Issue.Code.MISSING_METRIC, rank.edge(), Messages.RANK_METRIC);
      return;
    }
    if (JUDGING.matcher(bag.typed(rank.edge())).find() && isRate.test(metric.get())) {
      // The best refund rate is hardly the highest.
      draft.ask(Issue.Code.AMBIGUOUS_READING, rank.edge(), Messages.HIGHEST_OR_LOWEST);
      return;
    }
    if (draft.dimensions.isEmpty() && draft.grain == null) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, rank.edge(), Messages.NO_GROUP);
      return;
    }
    if (asOne(bag, rank, count, metric.get(), draft)) {
      return;
    }
    rank(bag, rank, count, metric.get(), draft);
  }

  /** 加购人数最多的商品top10: the metric in one, the number in the other. */
  private static Optional<Placed<RankPart>> joined(
      Placed<RankPart> one, Placed<RankPart> other, Bag bag) {
    RankPart by = one.part().metric().isPresent() ? one.part() : other.part();
    RankPart number = by.equals(one.part()) ? other.part() : one.part();
    Edge counting = by.equals(one.part()) ? other.edge() : one.edge();
    // GMV最高的5个品牌里客单价最高的: each is by a figure of its own.
    boolean ofItsOwn =
        bag.before(counting).filter(edge -> edge.meaning() instanceof MetricWord).isPresent();
    boolean fit =
        !ofItsOwn
            && by.count().isEmpty()
            && by.metric().isPresent()
            && number.count().isPresent()
            && number.metric().isEmpty()
            && number.skip() == 0
            && number.descending()
            && by.measure() == number.measure();
    return fit
        ? Optional.of(
            new Placed<>(
                one.edge(),
                new RankPart(by.metric(), number.count(), 0, by.descending(), by.measure())))
        : Optional.empty();
  }

  /** The 5 provinces, 最高的3天. */
  private static Optional<Integer> counted(Bag bag, Edge rank, Draft draft) {
    Optional<Integer> groups =
        draft.groups.stream().map(g -> g.part().count()).filter(c -> c > 0).findFirst();
    for (Placed<CountedBuckets> buckets : bag.look(CountedBuckets.class)) {
      boolean follows = buckets.start() >= rank.end() && buckets.start() - rank.end() <= 1;
      boolean leads = buckets.end() <= rank.start() && isEnglish(bag.typed(rank));
      if (!follows && !leads) {
        continue;
      }
      bag.take(buckets.edge());
      if (bag.typed(rank).toLowerCase(Locale.ROOT).endsWith("last")) {
        // The last 7 days are a period before they are the 7 lowest.
        draft.penalty += 2;
      }
      if (draft.grain != null && draft.grain != buckets.part().grain()) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, buckets.edge(), Messages.GRAIN_TWICE);
      }
      draft.grain = buckets.part().grain();
      draft.whichBucket = true;
      groups = groups.or(() -> Optional.of(buckets.part().count()));
    }
    return groups;
  }

  private static Optional<String> metric(Placed<RankPart> rank, Optional<String> by, Draft draft) {
    Optional<String> only =
        draft.metrics.size() == 1 ? draft.metrics.stream().findFirst() : Optional.empty();
    // With conditions on other metrics, the one that stands by itself ranks.
    Optional<String> free =
        draft.metricWords.size() == 1
            ? Optional.of(draft.metricWords.get(0).part())
            : Optional.empty();
    return rank.part().metric().or(() -> by).or(() -> only).or(() -> free);
  }

  /** The first five together: their figure, or their share of all. */
  private static boolean asOne(
      Bag bag, Placed<RankPart> rank, int count, String metric, Draft draft) {
    boolean sum =
        bag.lookCue(Cue.SUM).isPresent()
            || (isEnglish(bag.typed(rank.edge())) && isTotalOf(bag, rank.edge(), draft));
    boolean shareOfAll =
        bag.lookCue(Cue.SHARE)
                .filter(word -> !EACH_SHARE.matcher(bag.typed(word)).find())
                .isPresent()
            && (bag.lookCue(Cue.WHOLE).isPresent()
                || draft.metricWords.stream()
                    .anyMatch(word -> TOTAL.matcher(bag.typed(word.edge())).lookingAt()));
    boolean one = draft.dimensions.size() == 1 && draft.grain == null;
    if ((!sum && !shareOfAll) || !one || rank.part().skip() > 0 || count < 2) {
      return false;
    }
    bag.takeCue(Cue.SUM);
    String dimension = draft.dimensions.iterator().next();
    draft.furtherFilters.add(new Filter.Top(dimension, metric, count, rank.part().descending()));
    if (bag.takeCue(Cue.SHARE).isPresent()) {
      bag.takeCue(Cue.WHOLE);
      draft.share = new Share(List.of(dimension));
    }
    draft.dimensions.clear();
    draft.groups.clear();
    if (draft.metrics.size() > 1 && draft.metricWords.size() == 1) {
      // 前5省份的客单价: the metric that ranks is not asked for.
      draft.metrics.retainAll(List.of(draft.metricWords.get(0).part()));
    }
    return true;
  }

  private static void rank(Bag bag, Placed<RankPart> rank, int count, String metric, Draft draft) {
    Measure measure = rank.part().measure();
    boolean ofChange =
        measure == Measure.VALUE
            && rank.part().metric().isEmpty()
            && draft.comparison != null
            && draft.changeSaid;
    if (measure == Measure.VALUE
        && draft.comparison != null
        && !draft.changeSaid
        && isBesideComparison(bag, rank)) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, rank.edge(), Messages.RANK_METRIC);
    }
    boolean besideChange =
        measure == Measure.VALUE
            && !ofChange
            && draft.comparison != null
            && draft.changeWords != null
            && Stream.of(bag.before(rank.edge()), bag.after(rank.edge()))
                .flatMap(Optional::stream)
                .anyMatch(draft.changeWords::equals);
    if (besideChange) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, rank.edge(), Messages.RANK_METRIC);
    }
    boolean byChange = measure == Measure.CHANGE || ofChange;
    if (byChange && draft.secondComparison != null) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, rank.edge(), Messages.WHICH_CHANGE);
    }
    if (ofChange && isRateOfChange(bag, rank.edge(), draft)) {
      measure = Measure.CHANGE;
    } else if (ofChange) {
      // Growth by province, top 5: by the figure or by its growth?
      draft.ask(Issue.Code.AMBIGUOUS_READING, rank.edge(), Messages.RANK_METRIC);
    }
    if (measure == Measure.CHANGE && draft.comparison == null) {
      draft.ask(Issue.Code.MISSING_PERIOD, rank.edge(), Messages.MISSING_BASE);
    }
    if (draft.grain != null && !draft.dimensions.isEmpty() && !draft.whichBucket) {
      inBuckets(bag, rank, count, metric, draft);
      return;
    }
    boolean chosenAfterwards =
        !draft.conditions.isEmpty()
            && bag.all().stream()
                .filter(edge -> edge.meaning() instanceof ConditionPart)
                .filter(edge -> edge.start() >= rank.end())
                .anyMatch(edge -> AMONG.matcher(bag.between(rank.edge(), edge)).find());
    if (chosenAfterwards) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, rank.edge(), Messages.SPLIT_AFTERWARDS);
    }
    draft.ordering = new Ordering(metric, measure, rank.part().descending());
    draft.ranking = new Ranking(count, rank.part().skip(), within(bag, rank.edge(), draft), false);
  }

  /**
   * The highest month-on-month growth rate: the rate stands beside the ranking, no metric between.
   */
  private static boolean isRateOfChange(Bag bag, Edge rank, Draft draft) {
    Edge change = draft.changeWords;
    if (change == null || !RATE.matcher(bag.typed(change)).matches()) {
      return false;
    }
    int from = Math.min(rank.end(), change.end());
    int to = Math.max(rank.start(), change.start());
    return draft.metricWords.stream().noneMatch(m -> m.start() >= from && m.end() <= to);
  }

  /**
   * 每个月GMV最高的省份 ranks inside each bucket; GMV最高的3个省份每月的GMV is the series of those that rank first
   * over the whole period.
   */
  private static void inBuckets(
      Bag bag, Placed<RankPart> rank, int count, String metric, Draft draft) {
    Edge words = draft.grainWords;
    boolean english = isEnglish(bag.typed(rank.edge()));
    String typed = words == null ? "" : bag.typed(words).toLowerCase(Locale.ROOT);
    int start = words == null ? Integer.MAX_VALUE : words.start();
    boolean behind = start > rank.start() && draft.groups.stream().allMatch(g -> start > g.start());
    boolean each = EACH.matcher(typed).matches();
    boolean inside = (each && (english || !behind)) || draft.bucketsListed;
    boolean series =
        (words == null && !draft.bucketsListed)
            || (english ? ADVERB.matcher(typed).matches() : behind);
    boolean plain =
        draft.dimensions.size() == 1 && rank.part().measure() == Measure.VALUE && inside != series;
    if (!plain || (series && rank.part().skip() > 0)) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, rank.edge(), Messages.BUCKET_RANK);
      return;
    }
    if (series) {
      String dimension = draft.dimensions.iterator().next();
      draft.furtherFilters.add(new Filter.Top(dimension, metric, count, rank.part().descending()));
      return;
    }
    String bucket = String.valueOf(draft.grain).toLowerCase(Locale.ROOT);
    draft.ordering = new Ordering(metric, Measure.VALUE, rank.part().descending());
    draft.ranking = new Ranking(count, rank.part().skip(), List.of(bucket), false);
  }

  /** 每个大区…的省份: the groups said with "each" are ranked inside. */
  /** 同比最高, the biggest change: of the figure, or of its change? */
  private static boolean isBesideComparison(Bag bag, Placed<RankPart> rank) {
    return Stream.of(bag.before(rank.edge()), bag.after(rank.edge()))
        .flatMap(Optional::stream)
        .anyMatch(
            edge ->
                edge.meaning() instanceof CueWord word
                    && BASES.contains(word.cue())
                    && bag.between(
                            edge.start() < rank.start() ? edge : rank.edge(),
                            edge.start() < rank.start() ? rank.edge() : edge)
                        .isBlank());
  }

  /** Total GMV of the top 5 provinces: one figure. */
  private static boolean isTotalOf(Bag bag, Edge rank, Draft draft) {
    return draft.metricWords.size() == 1
        && draft.metricWords.get(0).end() <= rank.start()
        && TOTAL.matcher(bag.typed(draft.metricWords.get(0).edge())).lookingAt()
        && bag.between(draft.metricWords.get(0).edge(), rank).trim().startsWith("of");
  }

  private static boolean isEnglish(String typed) {
    return typed.chars().noneMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
  }

  /** GMV最高的三个省各品类的GMV: first the provinces, then their categories. */
  private static boolean isSplitAfterwards(Bag bag, Edge rank, Draft draft) {
    boolean english = isEnglish(bag.typed(rank));
    return draft.groups.stream()
        .filter(g -> g.part().kind() == Kind.EACH || g.part().kind() == Kind.WITHIN)
        .anyMatch(
            outer ->
                english
                    ? bag.typed(outer.edge()).toLowerCase(Locale.ROOT).startsWith("by ")
                    : outer.start() > rank.start()
                        && draft.groups.stream().anyMatch(g -> isInnerBefore(g, outer)));
  }

  private static boolean isInnerBefore(Placed<GroupPart> group, Placed<GroupPart> outer) {
    return group.part().kind() != Kind.EACH
        && group.part().kind() != Kind.WITHIN
        && group.start() < outer.start();
  }

  private static List<String> within(Bag bag, Edge words, Draft draft) {
    if (draft.grain != null && !draft.dimensions.isEmpty()) {
      boolean each =
          draft.whichBucket
              && draft.groups.stream()
                  .allMatch(g -> g.part().kind() == Kind.EACH || g.part().kind() == Kind.WITHIN);
      if (!each) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, words, Messages.BUCKET_RANK);
      }
      return each ? List.copyOf(draft.dimensions) : List.of();
    }
    if (draft.dimensions.size() < 2) {
      return List.of();
    }
    if (isSplitAfterwards(bag, words, draft)) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, words, Messages.SPLIT_AFTERWARDS);
      return List.of();
    }
    List<String> outer =
        draft.groups.stream()
            .map(Placed::part)
            .filter(g -> g.kind() == Kind.EACH || g.kind() == Kind.WITHIN)
            .sorted(Comparator.comparing(GroupPart::refersTo))
            .flatMap(g -> g.dimensions().stream())
            .distinct()
            .toList();
    if (outer.size() != draft.dimensions.size() - 1) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, words, Messages.NO_GROUP);
      return List.of();
    }
    List<String> inner = draft.dimensions.stream().filter(d -> !outer.contains(d)).toList();
    draft.dimensions.clear();
    draft.dimensions.addAll(outer);
    draft.dimensions.addAll(inner);
    return outer;
  }

  private static void order(Bag bag, Optional<String> by, Draft draft) {
    // Orders by new customers is no order of rows.
    boolean further =
        by.filter(m -> draft.metricWords.stream().noneMatch(w -> w.part().equals(m))).isPresent()
            && !draft.metricWords.isEmpty();
    if (further) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.METRIC_OF_METRIC);
    }
    // Provinces by GMV: the largest first.
    by.filter(metric -> !draft.dimensions.isEmpty())
        .ifPresent(metric -> draft.ordering = new Ordering(metric, Measure.VALUE, true));
    List<Placed<OrderPart>> orders = bag.take(OrderPart.class);
    // 增幅由高到低排一下: the second word for ordering adds nothing.
    boolean ofChange = orders.stream().anyMatch(o -> o.part().measure() == Measure.CHANGE);
    for (Placed<OrderPart> order : orders) {
      if (ofChange && order.part().measure() != Measure.CHANGE) {
        continue;
      }
      Optional<String> metric = by.or(() -> draft.metrics.stream().findFirst());
      boolean grouped = !draft.dimensions.isEmpty() || draft.grain != null;
      if (metric.isEmpty() || !grouped) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, order.edge(), Messages.NO_GROUP);
        return;
      }
      if (order.part().measure() == Measure.CHANGE && draft.comparison == null) {
        draft.ask(Issue.Code.MISSING_PERIOD, order.edge(), Messages.MISSING_BASE);
      }
      draft.ordering =
          new Ordering(metric.get(), order.part().measure(), order.part().descending());
    }
  }
}
