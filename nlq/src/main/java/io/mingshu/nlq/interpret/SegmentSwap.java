package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.query.Filter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A segment in a follow-up takes the place of the one before, as a value does of a value of its
 * dimension (高价值用户的GMV, 那羊毛党呢), unless it is said to be of those (其中羊毛党, 同时是羊毛党, also). Serves one
 * reading.
 */
final class SegmentSwap {
  private static final Set<String> OF_THOSE =
      Set.of(
          "其中",
          "也",
          "又",
          "同时",
          "并且",
          "而且",
          "且",
          "里面",
          "当中",
          "中",
          "里",
          "也是",
          "同时是",
          "also",
          "too",
          "as well",
          "among them",
          "of them",
          "who are",
          "within");
  private static final List<String> NARROWING = Cue.ONLY.forms();
  private static final Set<String> BOTH_OR_EACH =
      Set.of("加上", "再加上", "再加", "加", "还有", "以及", "和", "plus", "and", "add");
  private static final Pattern THE_OTHERS = Pattern.compile("(?i)^(?:非|不是|不属于|not |non).*");

  private final CatalogShape shape;
  private final Bag bag;

  /**
   * @param bag all that the follow-up says
   */
  SegmentSwap(CatalogShape shape, Bag bag) {
    this.shape = shape;
    this.bag = bag;
  }

  /** It is said of those whom the answer before was about. */
  private boolean isOfThose() {
    return bag.all().stream()
        .map(this::typed)
        .anyMatch(word -> OF_THOSE.contains(word) || NARROWING.stream().anyMatch(word::startsWith));
  }

  private boolean isOfBothOrEach() {
    return bag.first().filter(e -> BOTH_OR_EACH.contains(typed(e))).isPresent();
  }

  private String typed(Edge edge) {
    return bag.typed(edge).toLowerCase(Locale.ROOT).strip();
  }

  /** Whether a condition of the question before gives way to what is said now. */
  boolean replaces(Filter.In old, Map<Edge, Filter.In> said, Draft draft) {
    if (!isOfPeople(old)) {
      return false;
    }
    boolean ofThose = isOfThose();
    boolean bothOrEach = isOfBothOrEach();
    for (Map.Entry<Edge, Filter.In> entry : said.entrySet()) {
      Filter.In now = entry.getValue();
      if (Inheritance.isInherited(entry.getKey()) || !isOfPeople(now)) {
        continue;
      }
      if (now.dimension().equals(old.dimension())) {
        boolean others =
            now.negated() && THE_OTHERS.matcher(bag.typed(entry.getKey()).strip()).matches();
        if (old.negated() != now.negated() && (others || !now.negated()) && !ofThose) {
          return true;
        }
      } else if (!now.negated() && bothOrEach) {
        draft.ask(Issue.Code.AMBIGUOUS_READING, entry.getKey(), SegmentSlot.SEVERAL);
      } else if (!now.negated() && !ofThose) {
        return true;
      }
    }
    return false;
  }

  private boolean isOfPeople(Filter.In in) {
    return shape
        .catalog()
        .dimension(in.dimension())
        .filter(dimension -> dimension.source() instanceof Dimension.Membership)
        .isPresent();
  }
}
