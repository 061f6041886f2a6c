package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.chart.Meaning;
import io.mingshu.nlq.grammar.Parts.ConditionPart;
import io.mingshu.nlq.grammar.Parts.FilterPart;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.grammar.Parts.RankPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.semantic.query.Filter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Two metrics with nothing between them that makes a list are hardly ever two figures: 新客GMV is the
 * GMV of some people. What the first would narrow is asked back.
 */
final class SideBySide {
  /** Words that end one question before the next figure; others may bind the two. */
  private static final Set<String> ASKING =
      Set.of(
          "多少",
          "是多少",
          "有多少",
          "怎么样",
          "如何",
          "怎样",
          "几何",
          "情况",
          "情况如何",
          "情况怎么样",
          "是什么",
          "呢",
          "吧",
          "啊",
          "都",
          "还",
          "其中",
          "数据",
          "please",
          "also",
          "how much",
          "how many",
          "what",
          "what is",
          "what was",
          "both",
          "show me",
          "give me",
          "then");

  private static final Set<String> FOR = Set.of("for", "of", "from", "by", "among");

  private static final Pattern LISTING = Pattern.compile(".*[,;:|+/&、，；].*");

  /** Names of figures may stand in a row (访客数订单数); names of people may not. */
  private static final Pattern FIGURE =
      Pattern.compile(".*[数量率额价次度值]|[a-z]{2,5}|[a-z0-9]+ (?:rate|amount|value|views)");

  private static final Pattern ASKED = Pattern.compile("(?i)多少|几|how m(?:uch|any)");

  private static final Pattern FIGURE_FIRST =
      Pattern.compile(
          "(?i)[\\d<>=≥≤+]|[超大高多不至低小少满达起介]|at |more|less|over|under|above|below|no |fewer|between|exceed|not ");

  private final CatalogShape shape;

  SideBySide(CatalogShape shape) {
    this.shape = shape;
  }

  void apply(Bag bag, Draft draft) {
    List<Edge> parts = bag.all();
    if (!draft.dimensions.isEmpty()) {
      twice(parts, draft);
      eachOfItsOwn(bag, parts, draft);
    }
    Set<Edge> asked = draft.metricWords.stream().map(Placed::edge).collect(Collectors.toSet());
    ofPeople(bag, parts, asked, draft);
    for (int i = 0; i + 1 < parts.size(); i++) {
      if (parts.get(i).meaning() instanceof MetricWord first
          && !draft.cohortWords.contains(parts.get(i))) {
        check(bag, parts, i, first.metric(), asked, draft);
        boolean named =
            i > 0
                && parts.get(i - 1).meaning() instanceof FilterPart
                && shape.isPeople(first.metric())
                && draft.metrics.size() > 1;
        // Revenue from female customers: rather people than a figure.
        draft.penalty += named ? 1 : 0;
      }
    }
  }

  /** GMV last month for people who signed up: they are whom the figure is of. */
  private void ofPeople(Bag bag, List<Edge> parts, Set<Edge> asked, Draft draft) {
    for (int i = 2; i < parts.size(); i++) {
      Edge edge = parts.get(i);
      boolean people =
          edge.meaning() instanceof MetricWord word
              && asked.contains(edge)
              && shape.isPeople(word.metric())
              && draft.metrics.size() > 1
              && draft.metricWords.get(0).start() < edge.start();
      if (people && FOR.contains(bag.typed(parts.get(i - 1)).toLowerCase(java.util.Locale.ROOT))) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, edge, Messages.METRIC_OF_METRIC);
        return;
      }
    }
  }

  /** Total GMV and GMV by province: the whole beside its groups, which one query has not. */
  private static void twice(List<Edge> parts, Draft draft) {
    Optional<String> before = Optional.empty();
    boolean joined = false;
    for (Edge edge : parts) {
      Meaning meaning = edge.meaning();
      if (meaning instanceof MetricWord word) {
        if (joined && before.filter(word.metric()::equals).isPresent()) {
          draft.ask(Issue.Code.AMBIGUOUS_READING, edge, Messages.SAME_DIMENSION_TWICE);
          return;
        }
        before = Optional.of(word.metric());
        joined = false;
      } else if (meaning instanceof CueWord cue && cue.cue() == Cue.AND) {
        joined = true;
      } else if (!(meaning instanceof FillerWord || meaning instanceof GroupPart)) {
        before = Optional.empty();
      }
    }
  }

  /** 各省GMV和各渠道订单数, 总订单数和各省GMV: figures of different groups. */
  private static void eachOfItsOwn(Bag bag, List<Edge> parts, Draft draft) {
    boolean metric = false;
    for (Edge edge : parts) {
      boolean joined =
          metric
              && edge.meaning() instanceof GroupPart group
              && group.kind() == GroupPart.Kind.EACH
              && bag.before(edge).filter(SideBySide::isAnd).isPresent()
              && bag.after(edge).filter(next -> next.meaning() instanceof MetricWord).isPresent();
      if (joined) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, edge, Messages.SAME_DIMENSION_TWICE);
        return;
      }
      metric |= edge.meaning() instanceof MetricWord;
    }
  }

  private static boolean isAnd(Edge edge) {
    return edge.meaning() instanceof CueWord word && word.cue() == Cue.AND;
  }

  private void check(
      Bag bag, List<Edge> parts, int at, String first, Set<Edge> asked, Draft draft) {
    Edge edge = parts.get(at);
    boolean binds = false;
    int next = at + 1;
    while (next < parts.size() && parts.get(next).meaning() instanceof FillerWord) {
      String word = bag.typed(parts.get(next)).toLowerCase(java.util.Locale.ROOT);
      if (ASKING.contains(word)) {
        return;
      }
      binds = true;
      next++;
    }
    Optional<String> second =
        next < parts.size() ? metric(bag, parts.get(next), asked, draft) : Optional.empty();
    if (second.isEmpty() || second.get().equals(first) || shape.isPer(second.get(), first)) {
      return;
    }
    if (binds && shape.isPer(first, second.get())) {
      // The success rate for orders placed: the noun is what the rate is of.
      draft.metrics.remove(second.get());
      draft.metricWords.removeIf(word -> word.part().equals(second.get()));
      return;
    }
    String between = bag.between(edge, parts.get(next));
    if (ASKED.matcher(bag.typed(edge)).find()) {
      // 退了多少钱 退款率多少: each with a question word of its own.
      return;
    }
    boolean spaced = !between.isEmpty() || isFigure(bag.typed(parts.get(next)));
    boolean listed =
        LISTING.matcher(between).matches()
            || (!binds && between.isBlank() && spaced && isFigure(bag.typed(edge)));
    if (!listed) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, edge, Messages.METRIC_OF_METRIC);
    }
  }

  private static boolean isFigure(String typed) {
    return FIGURE.matcher(typed.toLowerCase(java.util.Locale.ROOT)).matches();
  }

  /** The metric that a part begins with. */
  private static Optional<String> metric(Bag bag, Edge edge, Set<Edge> asked, Draft draft) {
    Meaning meaning = edge.meaning();
    if (meaning instanceof ConditionPart condition) {
      // Buyers with at least 3 orders: the condition begins with its figure.
      // Buyers who spent more than 2,000: it chooses among them.
      boolean chooses = draft.furtherFilters.stream().anyMatch(Filter.EntityHas.class::isInstance);
      return chooses || FIGURE_FIRST.matcher(bag.typed(edge)).lookingAt()
          ? Optional.empty()
          : condition.metric();
    }
    if (meaning instanceof MetricWord word) {
      return asked.contains(edge) ? Optional.of(word.metric()) : Optional.empty();
    }
    if (meaning instanceof RankPart rank) {
      return rank.metric();
    }
    return Optional.empty();
  }
}
