package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.ConditionPart;
import io.mingshu.nlq.grammar.Parts.RankMetric;
import io.mingshu.nlq.grammar.Parts.RankPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.AmbiguousWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.lexicon.Words.UnavailableWord;
import io.mingshu.nlq.time.TimeParts.AmbiguousTime;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition.Operator;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.text.WordList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that rule out an answer by themselves. */
final class Stoppers {
  private static final Pattern SUPERLATIVE = Pattern.compile("最|畅销|(?i)\\b(?:best|worst|top|most)");
  private static final Pattern VERB =
      Pattern.compile(
          "(?i)sold|sell|sells|selling|卖|卖了|卖出|卖出了|卖掉|卖了多少|卖出多少|销售|销售情况|成交|成交情况|金额|总金额|amount|total amount");
  private static final Pattern LEAST = Pattern.compile("差|不好|糟|滞销|(?i)worst");

  private static final Set<String> PEOPLE_ASKED =
      Set.copyOf(
          WordList.words(
              "[有/]多少[人/位/个人/用户/名用户]|[有/]几[个人/位/人/名]|[的/]人有[几个/多少/几位]|[的/]人数|"
                  + "how many [people/users/shoppers/customers]|number of [people/users]"));
  private static final Set<String> TIMES_ASKED =
      Set.copyOf(
          WordList.words(
              "[有/一共/总共/][多少/几][次/回]|了[几/多少][次/回]|次数|总次数|动作|操作|"
                  + "how many times|how often|number of times|number of actions|actions"));

  /** More are not asked about one by one. */
  private static final int MOST_AMBIGUOUS = 8;

  private final Catalog catalog;
  private final CatalogShape shape;

  Stoppers(CatalogShape shape) {
    this.catalog = shape.catalog();
    this.shape = shape;
  }

  /** What the question words ask for: people, or how often. */
  private record Asked(boolean people, boolean times, boolean things) {}

  void apply(Bag bag, Draft draft) {
    bag.takeCue(Cue.OVERRIDE, Cue.COMMAND)
        .ifPresent(words -> draft.decline(Issue.Code.COMMAND, words, Messages.COMMAND));
    bag.takeCue(Cue.WHY)
        .ifPresent(words -> draft.decline(Issue.Code.NOT_SUPPORTED_YET, words, Messages.WHY));
    bag.takeCue(Cue.PERSONAL)
        .ifPresent(words -> draft.decline(Issue.Code.PERSONAL_DATA, words, Messages.PERSONAL));
    // What comes nearest can stand in the word's place only where no metric is named beside it.
    boolean alone = bag.look(MetricWord.class).isEmpty();
    bag.take(UnavailableWord.class)
        .forEach(
            word ->
                draft.decline(
                    Issue.Code.UNAVAILABLE,
                    word.edge(),
                    word.part().unavailable().reason(),
                    alone ? metrics(word.part().unavailable().nearest()) : List.of()));
    ambiguousWords(bag, draft);
    bag.take(AmbiguousTime.class)
        .forEach(word -> draft.ask(Issue.Code.AMBIGUOUS_WORD, word.edge(), Messages.AMBIGUOUS_DAY));
    bag.takeCue(Cue.VAGUE_TIME)
        .filter(words -> !isOfNow(bag))
        .ifPresent(
            words ->
                draft.ask(
                    Issue.Code.MISSING_PERIOD,
                    words,
                    Messages.VAGUE_TIME,
                    List.of(
                        choice("近7天", "last 7 days"),
                        choice("近30天", "last 30 days"),
                        choice("近3个月", "past 3 months"))));
  }

  /** 目前的流失率: it is of the days up to yesterday anyway. */
  private boolean isOfNow(Bag bag) {
    List<Placed<MetricWord>> metrics = bag.look(MetricWord.class);
    return !metrics.isEmpty()
        && metrics.stream()
            .map(word -> word.part().metric())
            .allMatch(m -> shape.isOfTheLastDays(m) || shape.isOfCohorts(m));
  }

  /** 卖得最多（按GMV）: a metric that is named and that the word may mean settles the word. */
  private void ambiguousWords(Bag bag, Draft draft) {
    List<Placed<AmbiguousWord>> words = bag.look(AmbiguousWord.class);
    if (words.isEmpty()) {
      return;
    }
    Set<String> named = named(bag);
    Asked asked =
        new Asked(
            bag.says(PEOPLE_ASKED),
            bag.says(TIMES_ASKED),
            bag.says(Set.of("how many", "多少件", "几件")));
    words.stream().skip(MOST_AMBIGUOUS).forEach(word -> bag.take(word.edge()));
    for (Placed<AmbiguousWord> word : words.stream().limit(MOST_AMBIGUOUS).toList()) {
      boolean settled = named.size() == 1 && word.part().ambiguity().metrics().containsAll(named);
      String typed = bag.typed(word.edge());
      boolean superlative = SUPERLATIVE.matcher(typed).find();
      boolean ranked = !bag.look(RankPart.class).isEmpty();
      Optional<String> people =
          peopleOfCondition(bag, word)
              .or(() -> asCounted(asked, word))
              .or(() -> joiners(named, word));
      boolean asksForPeople =
          PEOPLE_ASKED.contains(bag.typed(word.edge()))
              && bag.all().stream()
                  .anyMatch(
                      edge ->
                          !edge.equals(word.edge())
                              && (edge.meaning() instanceof AmbiguousWord
                                  || (edge.meaning() instanceof MetricWord metric
                                      && shape.isPeople(metric.metric()))));
      if (asksForPeople) {
        bag.take(word.edge());
      } else if (people.isPresent()) {
        bag.reread(word.edge(), new MetricWord(people.get(), Optional.empty()));
      } else if (settled && superlative && !ranked) {
        boolean descending = !LEAST.matcher(typed).find();
        bag.reread(
            word.edge(),
            new RankPart(
                Optional.of(named.iterator().next()),
                Optional.empty(),
                0,
                descending,
                Measure.VALUE));
      } else if (settled
          && (superlative || ranked || VERB.matcher(typed).matches())
          // 成交的订单: those that came about, rather than all.
          && bag.fillerAfter(word.edge()).filter("的"::equals).isEmpty()) {
        bag.take(word.edge());
      } else {
        bag.take(word.edge());
        ambiguous(word.edge(), word.part(), draft);
      }
    }
  }

  /** 加购3次以上的用户数: those whom the condition's own rows are of, whichever users others are. */
  private Optional<String> peopleOfCondition(Bag bag, Placed<AmbiguousWord> word) {
    List<Placed<ConditionPart>> conditions = bag.look(ConditionPart.class);
    boolean beside =
        conditions.size() == 1
            && word.part().ambiguity().metrics().stream().allMatch(shape::isPeople)
            && isFromBelow(conditions.get(0).part())
            && (bag.after(conditions.get(0).edge()).filter(word.edge()::equals).isPresent()
                || bag.before(conditions.get(0).edge()).filter(word.edge()::equals).isPresent());
    return beside
        ? conditions
            .get(0)
            .part()
            .metric()
            .or(() -> conditions.get(0).part().counts())
            .flatMap(shape::peopleOf)
        : Optional.empty();
  }

  /** 收藏过耳机的有多少人, 加购了多少次: the question word says which of them. */
  private Optional<String> asCounted(Asked asked, Placed<AmbiguousWord> word) {
    if (!asked.people() && !asked.times() && asked.things()) {
      return onlyCount(word);
    }
    if (asked.people() == asked.times()) {
      return Optional.empty();
    }
    List<String> fitting =
        word.part().ambiguity().metrics().stream()
            .filter(metric -> shape.isPeople(metric) == asked.people())
            .toList();
    return fitting.size() == 1 && word.part().ambiguity().metrics().size() > 1
        ? Optional.of(fitting.get(0))
        : Optional.empty();
  }

  /** How many dresses were sold: pieces, no amounts. */
  private Optional<String> onlyCount(Placed<AmbiguousWord> word) {
    List<String> counts =
        word.part().ambiguity().metrics().stream()
            .filter(
                metric ->
                    catalog.metric(metric).filter(m -> m.unit() == Metric.Unit.COUNT).isPresent())
            .toList();
    boolean amountsBeside =
        word.part().ambiguity().metrics().stream()
            .anyMatch(
                metric ->
                    catalog
                        .metric(metric)
                        .filter(m -> m.unit() == Metric.Unit.CURRENCY)
                        .isPresent());
    return counts.size() == 1 && amountsBeside ? Optional.of(counts.get(0)) : Optional.empty();
  }

  /** 90-day LTV of users from livestream: of those who signed up, as the figure is. */
  private Optional<String> joiners(Set<String> named, Placed<AmbiguousWord> word) {
    boolean ofThem = named.size() == 1 && named.stream().allMatch(shape::isOfJoiners);
    return word.part().ambiguity().metrics().stream()
        .filter(metric -> ofThem && shape.isJoining(metric))
        .findFirst();
  }

  private static boolean isFromBelow(ConditionPart condition) {
    return condition.measure() == Measure.VALUE
        && condition.value().filter(value -> value.signum() > 0).isPresent()
        && (condition.operator() == Operator.GREATER || condition.operator() == Operator.AT_LEAST);
  }

  private static Set<String> named(Bag bag) {
    Set<String> named = new LinkedHashSet<>();
    bag.look(MetricWord.class).forEach(m -> named.add(m.part().metric()));
    bag.look(RankMetric.class).forEach(m -> named.add(m.part().metric()));
    bag.look(RankPart.class).forEach(m -> m.part().metric().ifPresent(named::add));
    bag.look(ConditionPart.class).forEach(m -> m.part().metric().ifPresent(named::add));
    return named;
  }

  private void ambiguous(Edge edge, AmbiguousWord word, Draft draft) {
    draft.ask(
        Issue.Code.AMBIGUOUS_WORD,
        edge,
        word.ambiguity().question(),
        metrics(word.ambiguity().metrics()));
  }

  private List<Choice> metrics(List<String> names) {
    return names.stream()
        .flatMap(name -> catalog.metric(name).stream())
        .map(Metric::label)
        .map(label -> new Choice(label, label))
        .toList();
  }

  private static Choice choice(String zh, String en) {
    return new Choice(new Text(zh, en), new Text(zh, en));
  }
}
