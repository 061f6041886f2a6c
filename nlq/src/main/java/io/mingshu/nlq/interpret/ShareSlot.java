package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.grammar.Parts.GroupPart.Kind;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Share;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Shares. The subject is the group or the values nearest before the share's word (各品类GMV占比, 女装占…);
 * in English, right before it or else after it (share of revenue by device). What else is grouped
 * by is the parent.
 */
final class ShareSlot {
  private static final Pattern INSIDE = Pattern.compile("(?:里|里面|里头|当中|之中|中)\\s*[,，]?\\s*$");
  private static final Set<String> WITHIN = Set.of("within", "inside", "in", "among", "of", "for");

  private static final Set<String> BEING = Set.of("are", "were", "is", "was");

  private static final Pattern PLACED = Pattern.compile("(?i)\\b(?:in|within|among|inside)\\b");

  private static final Pattern SAID_ON = Pattern.compile("\\s*比?");

  private static final Pattern EVERYTHING =
      Pattern.compile("(?i)全国|全站|全店|全平台|全网|大盘|整体|overall|entire|whole");

  private final CatalogShape shape;

  ShareSlot(CatalogShape shape) {
    this.shape = shape;
  }

  /** Something that shares can be of. */
  private record Subject(Edge edge, List<String> dimensions, boolean group) {}

  void apply(Bag bag, Draft draft) {
    if (bag.takeCue(Cue.DIVIDED).isPresent()) {
      bag.takeCue(Cue.SHARE);
      quotient(draft);
      return;
    }
    Optional<Edge> word = bag.lookCue(Cue.SHARE);
    if (word.isEmpty()) {
      return;
    }
    saidTwice(bag, word.get(), draft);
    if (ofTwoFigures(bag, word.get(), draft)) {
      bag.takeCue(Cue.WHOLE);
      return;
    }
    Optional<Edge> whole = bag.takeCue(Cue.WHOLE);
    List<Placed<GroupPart>> parents =
        draft.groups.stream().filter(g -> isParent(g.part().kind())).toList();
    for (Placed<GroupPart> named : draft.wholeNames) {
      String dimension = named.part().dimensions().get(0);
      boolean filtered =
          draft.filters.values().stream().anyMatch(in -> in.dimension().equals(dimension));
      if (!draft.filters.isEmpty() && (!filtered || draft.filters.size() > 1)) {
        // 女装GMV占全部渠道的比例: of which of them?
        draft.ask(Issue.Code.AMBIGUOUS_READING, named.edge(), Messages.SHARE_SUBJECT);
      }
      if (!filtered) {
        draft.groups.add(named);
        draft.dimensions.add(dimension);
      }
    }
    if (ofChosen(word.get(), draft)) {
      return;
    }
    List<Subject> subjects = subjects(draft);
    if (subjects.isEmpty() && ofBase(draft)) {
      return;
    }
    if (subjects.stream().noneMatch(ShareSlot::isSaid) && ofBase(draft)) {
      return;
    }
    if (twoValuesBehind(word.get(), subjects, bag)) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, word.get(), Messages.SHARE_SUBJECT);
    }
    Optional<Subject> within = within(word.get(), subjects, bag);
    Optional<Subject> subject = within.or(() -> subject(word.get(), subjects, bag));
    if (subject.isEmpty()) {
      draft.metricWords.stream()
          .filter(named -> !segments(bag.typed(named.edge())).isEmpty())
          .findFirst()
          .ifPresentOrElse(
              named ->
                  draft.ask(
                      Issue.Code.AMBIGUOUS_READING,
                      named.edge(),
                      Messages.SHARE_SUBJECT,
                      segments(bag.typed(named.edge()))),
              () -> draft.ask(Issue.Code.AMBIGUOUS_READING, word.get(), Messages.SHARE_SUBJECT));
      return;
    }
    if (!draft.metrics.stream().allMatch(shape::hasShares)) {
      draft.ask(Issue.Code.NOT_SUPPORTED_YET, word.get(), Messages.SHARE_OF_RATE);
    }
    checkParents(subject.get(), parents, word.get(), draft);
    boolean ofEverything =
        whole.filter(edge -> EVERYTHING.matcher(bag.typed(edge)).find()).isPresent()
            && draft.filters.values().stream()
                .anyMatch(in -> !subject.get().dimensions().contains(in.dimension()));
    if (ofEverything) {
      // 华东各省GMV占全国比例: the filter would narrow the whole, too.
      draft.ask(Issue.Code.AMBIGUOUS_READING, word.get(), Messages.SHARE_SUBJECT);
    }
    boolean partOfPeople =
        bag.before(word.get()).filter(e -> e.meaning() instanceof MetricWord).isPresent()
            && !subjects.isEmpty()
            && draft.metrics.size() == 1
            && shape.wholeOf(draft.metrics.iterator().next()).isPresent();
    boolean figuresDiffer =
        draft.metricWords.stream().map(Placed::part).distinct().count() > 1
            && draft.metricWords.stream().anyMatch(m -> m.end() <= word.get().start())
            && draft.metricWords.stream().anyMatch(m -> m.start() >= word.get().end());
    if (partOfPeople || figuresDiffer) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, word.get(), Messages.SHARE_SUBJECT);
    }
    if (!within.isPresent()) {
      checkRivals(subject.get(), subjects, word.get(), draft);
    }
    draft.share = new Share(subject.get().dimensions());
    if (draft.ordering != null && draft.ordering.measure() == Measure.VALUE) {
      draft.ordering =
          new Ordering(draft.ordering.metric(), Measure.SHARE, draft.ordering.descending());
    }
  }

  /** 占比占比: the share of a share? */
  private static void saidTwice(Bag bag, Edge word, Draft draft) {
    bag.take(word);
    bag.lookCue(Cue.SHARE)
        .filter(again -> SAID_ON.matcher(bag.between(word, again)).matches())
        .ifPresent(
            again ->
                draft.decline(Issue.Code.UNKNOWN_WORD, again, Messages.unused(bag.typed(again))));
    bag.takeCue(Cue.SHARE);
  }

  /** 退款金额占支付金额的比例: the rate that the catalog makes of the two. */
  private boolean ofTwoFigures(Bag bag, Edge word, Draft draft) {
    if (!hasTwoFigures(draft)) {
      return false;
    }
    // What % of visitors are buyers: the whole comes first.
    boolean wholeFirst =
        word.end() <= draft.metricWords.get(0).start()
            && bag.typed(word).chars().allMatch(c -> c < 0x250);
    String first = draft.metricWords.get(wholeFirst ? 1 : 0).part();
    String second = draft.metricWords.get(wholeFirst ? 0 : 1).part();
    List<String> rates =
        shape.catalog().metrics().stream()
            .filter(m -> m.unit() == Metric.Unit.PERCENT)
            .filter(m -> m.definition().equals(new MetricDefinition.Ratio(first, second)))
            .map(Metric::name)
            .toList();
    if (rates.size() == 1) {
      replace(draft, rates.get(0));
    }
    return rates.size() == 1;
  }

  /** 支付金额除以活跃用户数. */
  private void quotient(Draft draft) {
    Optional<String> ratio =
        hasTwoFigures(draft) && draft.conditions.isEmpty()
            ? shape
                .catalog()
                .ratioOf(draft.metricWords.get(0).part(), draft.metricWords.get(1).part())
            : Optional.empty();
    ratio.ifPresentOrElse(
        name -> replace(draft, name),
        () ->
            draft.metricWords.stream()
                .findFirst()
                .ifPresent(
                    placed ->
                        draft.decline(
                            Issue.Code.NOT_SUPPORTED_YET, placed.edge(), Messages.SHARE_OF_RATE)));
  }

  private static boolean hasTwoFigures(Draft draft) {
    return draft.metrics.size() == 2
        && draft.metricWords.size() == 2
        && !draft.metricWords.get(0).part().equals(draft.metricWords.get(1).part());
  }

  private static void replace(Draft draft, String metric) {
    become(draft, metric);
    draft.ratioSaid = true;
  }

  /**
   * A ratio is shown instead of its parts; what was in the order of one is in that of the ratio.
   */
  private static void become(Draft draft, String ratio) {
    if (draft.ordering != null && draft.metrics.contains(draft.ordering.metric())) {
      draft.ordering = new Ordering(ratio, draft.ordering.measure(), draft.ordering.descending());
    }
    draft.metrics.clear();
    draft.metrics.add(ratio);
    draft.metricWords.replaceAll(word -> new Placed<>(word.edge(), ratio));
  }

  private static boolean isParent(Kind kind) {
    return kind == Kind.PARENT || kind == Kind.WITHIN;
  }

  /** 新客占比: of all whom the metric is a part of. */
  private boolean ofBase(Draft draft) {
    if (draft.metrics.size() != 1) {
      return false;
    }
    String part = draft.metrics.iterator().next();
    Optional<String> ratio =
        shape.wholeOf(part).flatMap(whole -> shape.catalog().ratioOf(part, whole));
    ratio.ifPresent(name -> become(draft, name));
    return ratio.isPresent();
  }

  /** 500元以上的订单占比: of the things that meet the condition among all of them. */
  private static boolean ofChosen(Edge word, Draft draft) {
    List<String> entities =
        draft.furtherFilters.stream()
            .filter(Filter.EntityHas.class::isInstance)
            .map(filter -> ((Filter.EntityHas) filter).entity())
            .toList();
    if (entities.isEmpty()) {
      return false;
    }
    if (entities.size() > 1 || !draft.dimensions.isEmpty() || draft.metrics.size() != 1) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, word, Messages.SHARE_SUBJECT);
    }
    draft.share = new Share(entities);
    return true;
  }

  private static List<Subject> subjects(Draft draft) {
    List<Subject> subjects = new ArrayList<>();
    for (Placed<GroupPart> group : draft.groups) {
      if (!isParent(group.part().kind()) && !group.part().dimensions().isEmpty()) {
        subjects.add(new Subject(group.edge(), group.part().dimensions(), true));
      }
    }
    for (Map.Entry<Edge, Filter.In> filter : draft.filters.entrySet()) {
      subjects.add(new Subject(filter.getKey(), List.of(filter.getValue().dimension()), false));
    }
    subjects.sort(Comparator.comparingInt(s -> s.edge().start()));
    return subjects;
  }

  private static Optional<Subject> subject(Edge word, List<Subject> subjects, Bag bag) {
    Optional<Subject> before =
        subjects.stream()
            .filter(s -> s.edge().end() <= word.start())
            .max(Comparator.comparingInt(s -> s.edge().end()));
    Optional<Subject> after =
        subjects.stream().filter(s -> s.edge().start() >= word.end()).findFirst();
    boolean english = bag.typed(word).chars().anyMatch(c -> c < 0x250 && Character.isLetter(c));
    if (!english) {
      return before.or(() -> after);
    }
    Optional<Subject> inner = innerOfEnglish(word, subjects, bag);
    if (inner.isPresent()) {
      return inner;
    }
    boolean adjoining =
        before
            .filter(s -> word.start() - s.edge().end() <= 3)
            .filter(s -> isSaid(s) && !bag.between(s.edge(), word).contains(","))
            .isPresent();
    return adjoining ? before : after.or(() -> before);
  }

  /** 广东女装占比: of Guangdong's, of women's clothing, or of all? */
  private static void checkRivals(Subject subject, List<Subject> subjects, Edge word, Draft draft) {
    long values =
        subjects.stream()
            .filter(s -> !s.group() && isSaid(s) && s.edge().end() <= word.start())
            .count();
    if (!subject.group() && draft.dimensions.isEmpty() && values > 1) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, word, Messages.SHARE_SUBJECT);
    }
  }

  /**
   * What share of livestream GMV is beauty, within digital what percentage did each brand make up:
   * behind the word, a group or the last of two values is the subject; what is said right behind
   * "of", or with "within", is the whole.
   */
  private static Optional<Subject> innerOfEnglish(Edge word, List<Subject> subjects, Bag bag) {
    List<Subject> after = subjects.stream().filter(s -> s.edge().start() >= word.end()).toList();
    Optional<Subject> group = after.stream().filter(Subject::group).findFirst();
    boolean within =
        subjects.stream()
            .filter(s -> isSaid(s) && s.edge().end() <= word.start())
            .anyMatch(s -> bag.fillerBefore(s.edge()).filter(f -> WITHIN.contains(f)).isPresent());
    if (group.isPresent() && (within || after.size() == 1)) {
      return group;
    }
    boolean ofWhole =
        after.size() == 2
            && after.stream().noneMatch(Subject::group)
            && bag.after(word).filter(after.get(0).edge()::equals).isPresent();
    if (ofWhole) {
      String joint = bag.between(after.get(0).edge(), after.get(1).edge());
      return Optional.of(after.get(PLACED.matcher(joint).find() ? 0 : 1));
    }
    return within && after.size() == 1 ? Optional.of(after.get(0)) : Optional.empty();
  }

  /** Share of GMV in Guangdong from women; what percentage of women are buyers. */
  private static boolean twoValuesBehind(Edge word, List<Subject> subjects, Bag bag) {
    List<Subject> after = subjects.stream().filter(s -> s.edge().start() >= word.end()).toList();
    boolean english = bag.typed(word).chars().anyMatch(c -> c < 0x250 && Character.isLetter(c));
    boolean two =
        after.size() == 2
            && after.stream().noneMatch(Subject::group)
            && bag.after(word).filter(after.get(0).edge()::equals).isEmpty();
    boolean people =
        after.size() == 1
            && bag.after(word).filter(after.get(0).edge()::equals).isPresent()
            && bag.fillerAfter(after.get(0).edge()).filter(BEING::contains).isPresent();
    return english && (two || people);
  }

  /** Rather than kept from the question before. */
  private static boolean isSaid(Subject subject) {
    return subject.edge().end() > 0;
  }

  /** 广东在华南GMV里的占比: the first of two values, within the second. */
  private static Optional<Subject> within(Edge word, List<Subject> subjects, Bag bag) {
    boolean two = subjects.size() == 2 && subjects.get(1).edge().end() <= word.start();
    if (two
        && subjects.stream().allMatch(ShareSlot::isSaid)
        && subjects.stream().noneMatch(Subject::group)
        && INSIDE
            .matcher(
                bag.typed(subjects.get(0).edge())
                    + bag.between(subjects.get(0).edge(), subjects.get(1).edge()))
            .find()) {
      // 高价值用户里华东的占多少: the second of two values, within the first.
      return Optional.of(subjects.get(1));
    }
    return two
            && subjects.stream().allMatch(ShareSlot::isSaid)
            && subjects.stream().noneMatch(Subject::group)
            && bag.fillerBefore(subjects.get(1).edge()).filter("在"::equals).isPresent()
        ? Optional.of(subjects.get(0))
        : Optional.empty();
  }

  /** 沉默用户占比: the segment that has the figure's name, of all people. */
  private List<Choice> segments(String name) {
    return shape.catalog().segments().stream()
        .map(Segment::label)
        .filter(label -> label.zh().equals(name) || label.en().equalsIgnoreCase(name))
        .map(label -> new Text(label.zh() + "人群", label.en() + " segment"))
        .map(words -> new Choice(words, words))
        .toList();
  }

  private static void checkParents(
      Subject subject, List<Placed<GroupPart>> parents, Edge word, Draft draft) {
    List<String> outer =
        draft.dimensions.stream().filter(d -> !subject.dimensions().contains(d)).toList();
    List<String> named =
        parents.stream().flatMap(p -> p.part().dimensions().stream()).distinct().toList();
    boolean parentsAgree = named.isEmpty() || outer.containsAll(named);
    // Two kinds of groups and nothing that says which is the whole.
    boolean open = subject.group() && !outer.isEmpty() && named.isEmpty();
    if (!parentsAgree || open) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, word, Messages.SHARE_SUBJECT);
    }
  }
}
