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
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.SegmentCount;
import io.mingshu.nlq.lexicon.Words.AmbiguousWord;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How many people belong to segments, where no other figure is asked for. They belong to them at
 * the moment of asking, so that their number is of no period.
 */
final class SegmentSlot {
  private static final Set<String> HOW_MANY =
      Set.of("多少", "有多少", "多少人", "有多少人", "多少个", "有多少个", "how many");
  private static final Pattern CUSTOMERS =
      Pattern.compile(
          "(?i)(?:[各共总]?有?多少个?|几个)?(?:客户|顾客|客人)(?:数|人数|数量)?|(?:how many |number of )?customers?");
  private static final Pattern JOINT = Pattern.compile("(?i)\\s*(?:[、,，和与及]|以及|还有|and|&)\\s*");

  static final Text OF_NOW =
      new Text(
          "人群按提问时刻划分，它的人数不分时间段、不作对比，也不和其他指标放在一起；要看某段时间，请换成支付买家数、活跃用户数等指标",
          "People belong to segments as of now: their number is of no period, has no comparison and"
              + " stands alone; for a period, ask for buyers or active users of the segment");
  static final Text SEVERAL =
      new Text(
          "提到了几个人群：要同时属于它们的人，还是分别看？请一个一个地问",
          "Several segments are named: those who are in all of them, or each by itself? Ask one by"
              + " one");

  private final CatalogShape shape;
  private final Optional<String> people;

  SegmentSlot(CatalogShape shape) {
    this.shape = shape;
    this.people = shape.catalog().people().map(Metric::name);
  }

  void apply(Bag bag, Draft draft) {
    List<Placed<SegmentCount>> counts = bag.take(SegmentCount.class);
    counts.forEach(
        count ->
            draft.filters.put(
                count.edge(),
                new Filter.In(count.part().dimension(), count.part().codes(), false)));
    joined(counts, bag, draft);
    if (people.isEmpty() || !(counts.isEmpty() ? isCounted(bag) : true)) {
      return;
    }
    bag.look(AmbiguousWord.class).stream()
        .filter(this::isPeople)
        .forEach(word -> bag.take(word.edge()));
    people(bag).forEach(word -> bag.take(word.edge()));
    if (isAlone(bag)) {
      bag.takeCue(Cue.DETAIL, Cue.PEOPLE);
    }
    draft.metrics.add(people.get());
    draft.period = new Period.All();
  }

  /** Whether a segment is asked about without a figure, by words that ask for a number. */
  private boolean isCounted(Bag bag) {
    List<Placed<MetricWord>> people = people(bag);
    boolean named =
        bag.look(MetricWord.class).size() > people.size()
            || !bag.look(RankMetric.class).isEmpty()
            || bag.look(RankPart.class).stream().anyMatch(r -> r.part().metric().isPresent())
            || !bag.look(ConditionPart.class).isEmpty();
    boolean asked =
        !people.isEmpty()
            || bag.look(AmbiguousWord.class).stream().anyMatch(this::isPeople)
            || bag.lookCue(Cue.SHARE, Cue.COUNT_NOUN).isPresent()
            || isAlone(bag)
            || bag.says(HOW_MANY);
    return asked && !named && isAboutPeople(bag);
  }

  private boolean isAboutPeople(Bag bag) {
    return bag.look(FilterPart.class).stream().anyMatch(f -> isOfPeople(f.part().dimension()))
        || bag.look(GroupPart.class).stream()
            .flatMap(group -> group.part().dimensions().stream())
            .distinct()
            .anyMatch(this::isOfPeople);
  }

  /** RFM分群, users by RFM group: with nothing else said, how many each group has. */
  private boolean isAlone(Bag bag) {
    boolean named =
        bag.lookCue(Cue.PEOPLE).isPresent()
            || bag.look(GroupPart.class).stream().allMatch(g -> g.part().kind() == Kind.BARE);
    return named
        && bag.all().stream()
            .filter(edge -> !(edge.meaning() instanceof FillerWord))
            .allMatch(
                edge ->
                    (edge.meaning() instanceof GroupPart group
                            && group.dimensions().stream().allMatch(this::isOfPeople))
                        || (edge.meaning() instanceof CueWord word
                            && (word.cue() == Cue.DETAIL || word.cue() == Cue.PEOPLE)));
  }

  /** How many customers are in it: whom it is made of, where no time is said. */
  private List<Placed<MetricWord>> people(Bag bag) {
    return bag.look(PeriodPart.class).isEmpty()
        ? bag.look(MetricWord.class).stream()
            .filter(word -> CUSTOMERS.matcher(bag.typed(word.edge())).matches())
            .toList()
        : List.of();
  }

  private boolean isPeople(Placed<AmbiguousWord> word) {
    List<String> metrics = word.part().ambiguity().metrics();
    return !metrics.isEmpty() && metrics.stream().allMatch(shape::isPeople);
  }

  private boolean isOfPeople(String dimension) {
    Catalog catalog = shape.catalog();
    return catalog
        .dimension(dimension)
        .filter(d -> d.source() instanceof Dimension.Membership)
        .isPresent();
  }

  /** 高价值用户和羊毛党: both at once, or each? */
  private void joined(List<Placed<SegmentCount>> counts, Bag bag, Draft draft) {
    record Named(Edge edge, String segment) {}
    List<Named> named = new ArrayList<>();
    counts.forEach(count -> named.add(new Named(count.edge(), count.part().dimension())));
    bag.look(FilterPart.class).stream()
        .filter(f -> isOfPeople(f.part().dimension()))
        .forEach(f -> named.add(new Named(f.edge(), f.part().dimension())));
    named.sort(Comparator.comparingInt(n -> n.edge().start()));
    for (int i = 1; i < named.size(); i++) {
      Edge before = named.get(i - 1).edge();
      Edge edge = named.get(i).edge();
      boolean other = !named.get(i).segment().equals(named.get(i - 1).segment());
      if (other && JOINT.matcher(bag.between(before, edge)).matches()) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, edge, SEVERAL);
      }
    }
  }

  /** What is of now goes with no time, and stands alone. */
  void check(Draft draft) {
    boolean counted = people.filter(draft.metrics::contains).isPresent();
    boolean plain =
        draft.metrics.size() == 1
            && draft.period instanceof Period.All
            && draft.grain == null
            && draft.comparison == null
            && draft.conditions.isEmpty();
    if (counted && !plain) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, OF_NOW);
    }
  }
}
