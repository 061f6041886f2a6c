package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.ConditionPart;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.grammar.Parts.GroupPart.Kind;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricCondition.Operator;
import io.mingshu.semantic.query.Share;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Conditions on figures: of groups, of time buckets, or of the people and orders that count. */
final class ConditionSlot {
  private static final Set<String> RELATIVE = Set.of("who", "that", "with", "whose", "having");
  private static final Pattern PER_ORDER =
      Pattern.compile("(?i)(?:单笔|每笔|每单|一单|一笔|worth|valued at|totall?ing|costing).*");
  private static final Pattern NUMBER_FIRST =
      Pattern.compile(
          "(?i)[\\d<>=≥≤+一二三四五六七八九十百两]|超|大于|高于|多于|至少|不|低于|小于|少于|达|满|more|at |less|over|under|above|below|no |fewer");
  private static final Pattern POINTS = Pattern.compile("(?i)点|points?|pp");
  private static final Pattern TIMES = Pattern.compile("(?i)倍|成|times|fold");
  private static final Pattern PERCENT = Pattern.compile("(?i)%|百分|percent|per cent|个点");

  private static final Pattern FALLING =
      Pattern.compile("(?i)降|跌|掉|减少|下滑|decreas|declin|drop|fell|fall|down");

  private static final Pattern EVERY = Pattern.compile("(?i)every");

  private static final Pattern WHOLE =
      Pattern.compile("(?i)全|大盘|店|平台|overall|shop|store|site|platform|company|nation");

  private static final Pattern AVERAGE = Pattern.compile("(?i)平均|均值|average|avg|mean");

  private final CatalogShape shape;

  ConditionSlot(CatalogShape shape) {
    this.shape = shape;
  }

  void apply(Bag bag, Draft draft) {
    List<Placed<ConditionPart>> parts = bag.take(ConditionPart.class);
    if (parts.isEmpty()) {
      howMany(bag, draft);
      return;
    }
    parts = ofNouns(parts, bag, draft);
    if (parts.isEmpty()) {
      return;
    }
    boolean grouped = !draft.dimensions.isEmpty() || draft.grain != null;
    if (!grouped || areOfOrders(parts, draft) || areOfPeople(parts, bag, draft)) {
      entities(bag, parts, draft);
      return;
    }
    for (Placed<ConditionPart> placed : parts) {
      metric(placed, draft).ifPresent(metric -> add(bag, placed, metric, draft));
    }
    boolean inEach =
        draft.grainWords != null
            && !draft.dimensions.isEmpty()
            && EVERY.matcher(bag.typed(draft.grainWords)).lookingAt();
    if (inEach) {
      // Over 1 million every month: in each, or in all of them?
      draft.ask(Issue.Code.AMBIGUOUS_READING, draft.grainWords, Messages.IN_EVERY_BUCKET);
    }
    count(bag, draft);
  }

  /**
   * 500元以上订单的GMV, revenue from orders over 300 yuan: the noun beside an amount says whose amount it
   * is, and is no figure of its own where another one is asked for.
   *
   * @return the conditions that are left
   */
  private List<Placed<ConditionPart>> ofNouns(
      List<Placed<ConditionPart>> parts, Bag bag, Draft draft) {
    List<Placed<ConditionPart>> left = new ArrayList<>();
    for (Placed<ConditionPart> placed : parts) {
      Optional<Placed<String>> noun =
          ownNoun(placed, bag, draft).or(() -> noun(placed, bag, draft));
      Optional<Dimension> entity = noun.flatMap(n -> shape.counted(n.part()));
      Optional<String> amount = noun.flatMap(n -> shape.amountOf(n.part()));
      if (entity.isEmpty() || amount.isEmpty()) {
        left.add(placed);
        continue;
      }
      ConditionPart part = placed.part();
      List<MetricCondition> conditions = new ArrayList<>();
      conditions.add(
          new MetricCondition(
              amount.get(), Measure.VALUE, part.operator(), part.value(), false, false));
      if (part.upTo().isPresent()) {
        conditions.add(
            new MetricCondition(
                amount.get(), Measure.VALUE, Operator.AT_MOST, part.upTo(), false, false));
      }
      draft.furtherFilters.add(new Filter.EntityHas(entity.get().name(), conditions));
      draft.metricWords.remove(noun.get());
      draft.metrics.remove(noun.get().part());
    }
    return left;
  }

  /** 500元以上订单的GMV: the noun is a part of the condition's words. */
  private Optional<Placed<String>> ownNoun(Placed<ConditionPart> placed, Bag bag, Draft draft) {
    ConditionPart part = placed.part();
    boolean belongs =
        part.money()
            && part.measure() == Measure.VALUE
            && part.value().isPresent()
            && part.metric()
                .flatMap(shape::counted)
                .filter(entity -> !entity.personal())
                .isPresent()
            && draft.metricWords.size() == 1
            && bag.after(placed.edge()).filter(draft.metricWords.get(0).edge()::equals).isPresent()
            && bag.fillerAfter(placed.edge()).filter("的"::equals).isPresent();
    return belongs ? part.metric().map(m -> new Placed<>(placed.edge(), m)) : Optional.empty();
  }

  /** The word for orders that an amount belongs to, where another figure is asked for. */
  private Optional<Placed<String>> noun(Placed<ConditionPart> placed, Bag bag, Draft draft) {
    ConditionPart part = placed.part();
    boolean amount =
        part.money()
            && part.metric().isEmpty()
            && part.value().isPresent()
            && part.measure() == Measure.VALUE;
    List<String> figures = draft.metricWords.stream().map(Placed::part).distinct().toList();
    if (!amount || figures.size() < 2) {
      return Optional.empty();
    }
    return nounBeside(placed, bag, draft)
        .filter(noun -> !isListed(placed.edge(), bag) && !isListed(noun.edge(), bag));
  }

  /** GMV和500元以上的订单数: two figures, of which one has a condition. */
  private static boolean isListed(Edge edge, Bag bag) {
    return Stream.of(bag.before(edge), bag.after(edge))
        .flatMap(Optional::stream)
        .anyMatch(
            beside ->
                beside.meaning() instanceof CueWord word
                    && word.cue() == Cue.AND
                    && !",，".contains(bag.typed(beside).trim()));
  }

  private Optional<Placed<String>> nounBeside(Placed<ConditionPart> placed, Bag bag, Draft draft) {
    return draft.metricWords.stream()
        .filter(word -> shape.counted(word.part()).filter(d -> !d.personal()).isPresent())
        .filter(word -> bag.fillerBefore(placed.edge()).filter("在"::equals).isEmpty())
        .filter(
            word ->
                bag.after(placed.edge()).filter(word.edge()::equals).isPresent()
                    || bag.after(word.edge()).filter(placed.edge()::equals).isPresent())
        .findFirst();
  }

  /** 各省500元以上的订单数: an amount is a condition on each order, whatever the groups. */
  private boolean areOfOrders(List<Placed<ConditionPart>> parts, Draft draft) {
    return target(parts, draft)
            .flatMap(shape::counted)
            .filter(entity -> !entity.personal() && !draft.dimensions.contains(entity.name()))
            .isPresent()
        && parts.stream()
            .allMatch(
                p ->
                    p.part().money()
                        && p.part().value().isPresent()
                        && p.part().metric().filter(shape::isMoney).isEmpty());
  }

  /** 各省消费超过1000元的买家数: right before (behind) people, a condition is on each of them. */
  private boolean areOfPeople(List<Placed<ConditionPart>> parts, Bag bag, Draft draft) {
    Optional<Placed<String>> people =
        draft.metricWords.size() == 1 && shape.isPeople(draft.metricWords.get(0).part())
            ? Optional.of(draft.metricWords.get(0))
            : Optional.empty();
    return people.isPresent()
        && parts.stream().allMatch(p -> p.part().value().isPresent())
        && parts.stream()
            .anyMatch(
                p ->
                    (bag.after(p.edge()).filter(people.get().edge()::equals).isPresent()
                            && bag.fillerAfter(p.edge()).filter("的"::equals).isPresent())
                        || (bag.before(p.edge()).filter(people.get().edge()::equals).isPresent()
                            && bag.fillerBefore(p.edge()).filter(RELATIVE::contains).isPresent()));
  }

  private void add(Bag bag, Placed<ConditionPart> placed, String metric, Draft draft) {
    ConditionPart part = placed.part();
    boolean numberFirst = NUMBER_FIRST.matcher(bag.typed(placed.edge())).lookingAt();
    boolean beforeThings =
        (part.metric().isEmpty() || (!numberFirst && isEnglish(bag.typed(placed.edge()))))
            && bag.after(placed.edge()).filter(ConditionSlot::isThings).isPresent()
            && bag.fillerAfter(placed.edge()).filter("的"::equals).isEmpty();
    boolean behindThings =
        (part.metric().isEmpty() || numberFirst)
            && part.value().isPresent()
            && bag.before(placed.edge())
                .filter(ConditionSlot::isThings)
                .filter(edge -> bag.between(edge, placed.edge()).isBlank())
                .isPresent();
    boolean percentOrNot =
        part.value().filter(value -> value.abs().compareTo(BigDecimal.ONE) > 0).isPresent()
            && part.measure() == Measure.VALUE
            && shape.isPercent(metric)
            && !PERCENT.matcher(bag.typed(placed.edge())).find();
    if (percentOrNot) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, placed.edge(), Messages.PERCENT_OR_NOT);
    }
    if (beforeThings || behindThings) {
      // More than 3 items, 500元以上的商品: how many, or what they cost?
      draft.ask(Issue.Code.MISSING_METRIC, placed.edge(), Messages.CONDITION_METRIC);
    }
    boolean relative = part.value().isEmpty();
    if (relative && !draft.filters.isEmpty() && WHOLE.matcher(bag.typed(placed.edge())).find()) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, placed.edge(), Messages.WHOLE_OF_PART);
    }
    if (relative && draft.comparison != null) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, placed.edge(), Messages.CONDITION_METRIC);
    }
    boolean byHowMuch =
        relative
            && (bag.fillerAfter(placed.edge()).filter(f -> f.contains("多少")).isPresent()
                || bag.after(placed.edge())
                    .filter(next -> next.meaning() instanceof ConditionPart)
                    .filter(next -> bag.between(placed.edge(), next).isBlank())
                    .isPresent());
    if (byHowMuch) {
      draft.ask(Issue.Code.NOT_SUPPORTED_YET, placed.edge(), Messages.CONDITION_METRIC);
    }
    // The average of sums is that of the groups; the average of rates is the rate of all.
    boolean mean = relative && !shape.isRatio(metric);
    boolean overall = relative && !mean;
    if (mean && !AVERAGE.matcher(bag.typed(placed.edge())).find()) {
      draft.ask(Issue.Code.NOT_SUPPORTED_YET, placed.edge(), Messages.OVERALL_OF_SUM);
    }
    if (part.money() && !shape.isMoney(metric) && !shape.isRatio(metric)) {
      draft.ask(Issue.Code.MISSING_METRIC, placed.edge(), Messages.CONDITION_METRIC);
    }
    if (part.measure() == Measure.CHANGE && draft.comparison == null) {
      draft.ask(Issue.Code.MISSING_PERIOD, placed.edge(), Messages.MISSING_BASE);
    }
    if (part.measure() == Measure.CHANGE && draft.secondComparison != null) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, placed.edge(), Messages.WHICH_CHANGE);
    }
    Measure measure = part.measure();
    if (draft.changeWords != null
        && part.measure() == Measure.VALUE
        && FALLING.matcher(bag.typed(draft.changeWords)).find()) {
      // A fall of at most 10%: those that rose, too?
      draft.ask(Issue.Code.AMBIGUOUS_READING, placed.edge(), Messages.WHICH_FALL);
    }
    boolean ofChange =
        measure == Measure.VALUE && draft.comparison != null && isRelative(part, metric);
    if (ofChange) {
      measure = Measure.CHANGE;
    }
    if (measure == Measure.CHANGE && part.value().isPresent()) {
      measure = changeMeasure(placed, metric, bag);
    }
    boolean percent = PERCENT.matcher(bag.typed(placed.edge())).find();
    boolean shared =
        measure == Measure.VALUE
            && percent
            && !shape.isRatio(metric)
            && bag.lookCue(Cue.SHARE).isPresent();
    if (shared) {
      measure = Measure.SHARE;
      bag.takeCue(Cue.SHARE);
    }
    if (measure == Measure.SHARE) {
      draft.share = new Share(List.copyOf(draft.dimensions));
    }
    draft.metrics.add(metric);
    draft.conditions.add(
        new MetricCondition(metric, measure, part.operator(), part.value(), overall, mean));
    if (part.upTo().isPresent()) {
      draft.conditions.add(
          new MetricCondition(metric, measure, Operator.AT_MOST, part.upTo(), false, false));
    }
  }

  /** 增长超过100万 is a difference, 超过10% a rate of change; points are differences of rates. */
  private Measure changeMeasure(Placed<ConditionPart> placed, String metric, Bag bag) {
    String typed = bag.typed(placed.edge());
    if (POINTS.matcher(typed).find() && shape.isPercent(metric)) {
      return Measure.DIFFERENCE;
    }
    boolean large =
        placed.part().value().filter(v -> v.abs().compareTo(BigDecimal.ONE) > 0).isPresent();
    return large && !PERCENT.matcher(typed).find() && !TIMES.matcher(typed).find()
        ? Measure.DIFFERENCE
        : Measure.CHANGE;
  }

  private static boolean isEnglish(String typed) {
    return typed.chars().noneMatch(c -> c >= 0x4E00 && c <= 0x9FFF);
  }

  private static boolean isThings(Edge edge) {
    return edge.meaning() instanceof GroupPart group && group.kind() == Kind.BARE;
  }

  /** 同比超过10%: a percentage of what is no percentage is its change. */
  private boolean isRelative(ConditionPart part, String metric) {
    boolean fraction = part.value().filter(v -> v.abs().doubleValue() < 1).isPresent();
    return fraction && part.metric().isEmpty() && !shape.isRatio(metric);
  }

  /** The metric of the condition, else the one before it, else the only one. */
  private static Optional<String> metric(Placed<ConditionPart> placed, Draft draft) {
    Optional<String> said = placed.part().metric();
    Optional<String> before =
        draft.metricWords.stream()
            .filter(m -> m.end() <= placed.start())
            .max(Comparator.comparingInt(Placed::end))
            .map(Placed::part);
    Optional<String> only =
        draft.metrics.size() == 1 ? draft.metrics.stream().findFirst() : Optional.empty();
    Optional<String> metric = said.or(() -> before).or(() -> only);
    if (metric.isEmpty()) {
      draft.ask(Issue.Code.MISSING_METRIC, placed.edge(), Messages.CONDITION_METRIC);
    }
    return metric;
  }

  /** 支付订单数不少于5单的买家, 500元以上的订单: only those that meet the condition count. */
  private void entities(Bag bag, List<Placed<ConditionPart>> parts, Draft draft) {
    Edge words = parts.get(0).edge();
    Optional<String> target = target(parts, draft).or(() -> people(parts, bag, draft));
    Optional<Dimension> entity = target.flatMap(shape::counted);
    if (target.isEmpty() || entity.isEmpty()) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, words, Messages.CONDITION_GROUP);
      return;
    }
    List<MetricCondition> conditions = new ArrayList<>();
    for (Placed<ConditionPart> placed : parts) {
      ConditionPart part = placed.part();
      Optional<String> metric =
          part.metric()
              .or(() -> part.counts())
              .filter(m -> !m.equals(target.get()) || !part.money());
      if (part.money() && metric.isEmpty()) {
        metric = shape.amountOf(target.get());
      }
      boolean perOrder =
          entity.get().personal() && PER_ORDER.matcher(bag.typed(placed.edge())).matches();
      boolean likeUnits =
          !part.money() || metric.filter(m -> shape.isMoney(m) || shape.isRatio(m)).isPresent();
      boolean usable =
          metric.isPresent()
              && !perOrder
              && likeUnits
              && !metric.get().equals(target.get())
              && part.value().isPresent()
              && part.measure() == Measure.VALUE
              && shape.goTogether(metric.get(), entity.get().name())
              && !countsPeopleOf(entity.get(), metric.get());
      if (!usable) {
        draft.ask(Issue.Code.MISSING_METRIC, placed.edge(), Messages.CONDITION_METRIC);
        return;
      }
      conditions.add(
          new MetricCondition(
              metric.orElseThrow(), Measure.VALUE, part.operator(), part.value(), false, false));
      if (part.upTo().isPresent()) {
        conditions.add(
            new MetricCondition(
                metric.orElseThrow(), Measure.VALUE, Operator.AT_MOST, part.upTo(), false, false));
      }
    }
    draft.metrics.clear();
    draft.metrics.add(target.get());
    draft.furtherFilters.add(new Filter.EntityHas(entity.get().name(), conditions));
  }

  /** 下过3单及以上的用户: those whom the condition's own rows are of. */
  private Optional<String> people(List<Placed<ConditionPart>> parts, Bag bag, Draft draft) {
    Placed<ConditionPart> only = parts.get(0);
    Optional<Edge> noun =
        bag.after(only.edge())
            .filter(edge -> edge.meaning() instanceof CueWord word && word.cue() == Cue.PEOPLE);
    boolean plain = parts.size() == 1 && draft.metricWords.isEmpty() && noun.isPresent();
    Optional<String> figure = only.part().metric().or(() -> only.part().counts());
    Optional<String> people = plain ? figure.flatMap(shape::peopleOf) : Optional.empty();
    people.ifPresent(found -> bag.take(noun.orElseThrow()));
    return people;
  }

  /** An order has one buyer: no condition on how many. */
  private boolean countsPeopleOf(Dimension entity, String metric) {
    return !entity.personal() && shape.counted(metric).filter(Dimension::personal).isPresent();
  }

  /** The one metric that is not part of a condition. */
  private static Optional<String> target(List<Placed<ConditionPart>> parts, Draft draft) {
    List<String> free = draft.metricWords.stream().map(Placed::part).distinct().toList();
    if (free.size() == 1) {
      return Optional.of(free.get(0));
    }
    // 500元以上的订单: the noun was read as the condition's metric.
    return free.isEmpty() && parts.size() == 1 && parts.get(0).part().money()
        ? parts.get(0).part().metric()
        : Optional.empty();
  }

  /** How many groups meet the condition: 有几个省份…, …的省份有多少. */
  private static void count(Bag bag, Draft draft) {
    boolean asked =
        draft.bucketsCounted
            || draft.groups.stream().anyMatch(g -> g.part().kind() == Kind.HOW_MANY)
            || bag.takeCue(Cue.HOW_MANY).isPresent();
    boolean bare = draft.groups.stream().allMatch(g -> g.part().kind() == Kind.BARE);
    boolean howManyAtEnd = bare && draft.metricWords.isEmpty() && endsWithHowMany(bag);
    draft.countGroups = asked || howManyAtEnd;
    boolean outer =
        draft.groups.stream()
            .anyMatch(g -> g.part().kind() == Kind.EACH || g.part().kind() == Kind.WITHIN);
    boolean severalKinds = draft.dimensions.size() > 1 || draft.grain != null;
    if (draft.countGroups && outer && severalKinds) {
      // 各省有几天GMV超过10万: a number for each province, which one query has not.
      draft.ask(Issue.Code.NOT_SUPPORTED_YET, draft.groups.get(0).edge(), Messages.COUNT_IN_EACH);
    }
  }

  private static boolean endsWithHowMany(Bag bag) {
    List<Edge> all = bag.all();
    return !all.isEmpty()
        && all.get(all.size() - 1).meaning() instanceof FillerWord
        && bag.typed(all.get(all.size() - 1)).contains("多少");
  }

  /**
   * "How many" before a metric is part of the question's form; before groups it needs a condition.
   */
  private static void howMany(Bag bag, Draft draft) {
    bag.lookCue(Cue.HOW_MANY)
        .filter(
            edge ->
                bag.after(edge)
                    .filter(next -> draft.metricWords.stream().anyMatch(m -> m.edge().equals(next)))
                    .isPresent())
        .ifPresent(bag::take);
    draft.groups.stream()
        .filter(g -> g.part().kind() == Kind.HOW_MANY)
        .findFirst()
        .ifPresent(
            g -> draft.ask(Issue.Code.AMBIGUOUS_READING, g.edge(), Messages.CONDITION_GROUP));
  }
}
