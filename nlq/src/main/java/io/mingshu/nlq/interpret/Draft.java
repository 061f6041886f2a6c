package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.query.Share;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query in the making, with what stands against it. Serves one reading. */
final class Draft {
  final Set<String> metrics = new LinkedHashSet<>();

  /** Metrics said by their own words, with their places. */
  final List<Placed<String>> metricWords = new ArrayList<>();

  /** Words that only say whom a figure is of anyway: users who signed up. */
  final Set<Edge> cohortWords = new LinkedHashSet<>();

  final Set<String> dimensions = new LinkedHashSet<>();
  final List<Placed<GroupPart>> groups = new ArrayList<>();
  final Map<Edge, Filter.In> filters = new LinkedHashMap<>();
  final List<Filter> furtherFilters = new ArrayList<>();
  final List<MetricCondition> conditions = new ArrayList<>();
  @Nullable Period period;
  @Nullable Grain periodUnit;
  @Nullable Grain grain;

  /** The words that name the buckets; absent where a trend chose them. */
  @Nullable Edge grainWords;

  @Nullable Comparison comparison;
  @Nullable Comparison secondComparison;
  @Nullable Ordering ordering;
  @Nullable Ranking ranking;
  @Nullable Share share;
  @Nullable Accumulation accumulation;
  boolean countGroups;

  /** The unit that a metric's own word names (monthly active users). */
  @Nullable Grain adverb;

  /** Growth or a fall is asked for. */
  boolean changeSaid;

  @Nullable Edge changeWords;

  /** Values of one dimension are compared: one row each. */
  boolean valuesApart;

  /** Some of the time buckets are asked for (which day). */
  /** Groups that only name the whole of a share. */
  final List<Placed<GroupPart>> wholeNames = new ArrayList<>();

  boolean whichBucket;

  /** The buckets were named one by one: 5月和6月各自. */
  boolean bucketsListed;

  /** The number of buckets is asked for rather than the buckets. */
  boolean bucketsCounted;

  /** A figure for each of some things was said in two words that stand apart. */
  boolean ratioSaid;

  /** The groups are those of the answer before. */
  boolean sameMembers;

  /** The sum of what was in groups or buckets before. */
  boolean totalled;

  /** How strained the reading is, beyond the cost of its words. */
  double penalty;

  /** Nobody reads more reasons; a long text may give thousands. */
  private static final int MOST_PROBLEMS = 40;

  private final List<Problem> problems = new ArrayList<>();

  /**
   * Something that stands against an answer.
   *
   * @param words the words it is about
   * @param askBack whether a further word from the asker would help
   * @param choices what could be put in place of the words, with what it would mean
   */
  record Problem(
      Issue.Code code, @Nullable Edge words, Text text, boolean askBack, List<Choice> choices) {}

  /** A replacement of words that makes a question clear. */
  record Choice(Text label, Text replacement) {}

  void decline(Issue.Code code, @Nullable Edge words, Text text) {
    decline(code, words, text, List.of());
  }

  /**
   * @param nearest what could stand in the words' place
   */
  void decline(Issue.Code code, @Nullable Edge words, Text text, List<Choice> nearest) {
    add(new Problem(code, words, text, false, nearest));
  }

  void ask(Issue.Code code, @Nullable Edge words, Text text, List<Choice> choices) {
    add(new Problem(code, words, text, true, choices));
  }

  private void add(Problem problem) {
    if (!isHopeless()) {
      problems.add(problem);
    }
  }

  /** Whether so much stands against an answer that no more needs to be found. */
  boolean isHopeless() {
    return problems.size() >= MOST_PROBLEMS;
  }

  void ask(Issue.Code code, @Nullable Edge words, Text text) {
    ask(code, words, text, List.of());
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** The analysis that is asked for; absent: metrics are. */
  @Nullable BehaviourQuery analysis;

  SemanticQuery query() {
    return analysis == null ? metricQuery() : analysis;
  }

  MetricQuery metricQuery() {
    List<Filter> parts = new ArrayList<>(filters.values());
    parts.addAll(furtherFilters);
    Optional<Filter> filter =
        switch (parts.size()) {
          case 0 -> Optional.empty();
          case 1 -> Optional.of(parts.get(0));
          default -> Optional.of(new Filter.And(parts));
        };
    return new MetricQuery(
        List.copyOf(metrics),
        List.copyOf(dimensions),
        filter,
        Optional.ofNullable(period),
        Optional.ofNullable(grain),
        Optional.ofNullable(comparison),
        Optional.ofNullable(secondComparison),
        conditions,
        Optional.ofNullable(ordering),
        Optional.ofNullable(ranking),
        Optional.ofNullable(share),
        Optional.ofNullable(accumulation),
        countGroups);
  }
}
