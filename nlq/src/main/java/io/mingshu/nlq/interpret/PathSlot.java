package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.AnalysisParts.DepthPart;
import io.mingshu.nlq.grammar.AnalysisParts.WaysPart;
import io.mingshu.nlq.grammar.Parts.FilterPart;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.grammar.Parts.RankPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.FillerWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.PathQuery.Direction;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.text.WordList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ways that people take from a page, or to it. */
final class PathSlot {
  private static final int USUAL_COUNT = 20;

  /** A page and the one behind it. */
  private static final int ONE_STEP = 2;

  private static final Pattern MOST = Pattern.compile("最|\\b(?:most|commonest)\\b");
  private static final Pattern NEXT = Pattern.compile("\\bnext\\b");

  private static final Set<String> EACH = Set.of("各", "各多少", "各有多少", "分别多少", "各是多少", "each");

  private static final Set<AnalysisCue> PATHS =
      EnumSet.of(AnalysisCue.PATHS, AnalysisCue.PATHS_FROM, AnalysisCue.PATHS_TO);

  private static final Set<String> FROM =
      Set.copyOf(WordList.words("从|由|自|离开|from|after|leaving|out of|starting from|进入|进|进了|打开"));
  private static final Set<String> TO =
      Set.copyOf(WordList.words("到|到达|进入到|走到|去|去到|抵达|进到|to|before|reach|reaching"));

  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "our");

  private static final int NAMED_PAGES = 3;

  /** Named ones, rather than which pages, the top 3 pages. */
  private static final Pattern PAGE =
      Pattern.compile(
          "(?<!\\b(?:which|what|next|other|the|common|popular|frequent|top|[0-9]{1,2}|two|three|four|five|six|seven) )\\bpages?\\b"
              + "|(?<![个些么一几跳转])页(?!面[跳流路])");

  private final Optional<Dimension> pages;
  private final Set<String> sessions;

  PathSlot(Catalog catalog) {
    this.sessions =
        catalog.metrics().stream()
            .filter(metric -> isSessions(metric, catalog.behaviour().orElse(null)))
            .map(Metric::name)
            .collect(Collectors.toUnmodifiableSet());
    this.pages = catalog.behaviour().flatMap(BehaviourLog::page).flatMap(catalog::dimension);
  }

  /** What ways are counted in anyway. */
  private static boolean isSessions(Metric metric, @Nullable BehaviourLog log) {
    return log != null
        && log.session().isPresent()
        && metric.definition() instanceof MetricDefinition.Aggregate aggregate
        && aggregate.function() == MetricDefinition.Function.COUNT_DISTINCT
        && aggregate.where().isEmpty()
        && aggregate.expression().equals(log.session());
  }

  /**
   * @param before the paths that a follow-up builds on
   */
  Optional<Analysis> take(Bag bag, Draft draft, Optional<PathQuery> before) {
    boolean said = PATHS.stream().anyMatch(cue -> AnalysisWordsIn.look(bag, cue).isPresent());
    boolean deep = !bag.look(DepthPart.class).isEmpty();
    if ((!said && !deep && before.isEmpty()) || pages.isEmpty()) {
      return Optional.empty();
    }
    List<Placed<FilterPart>> named =
        bag.look(FilterPart.class).stream()
            .filter(
                part ->
                    part.part().dimension().equals(pages.get().name()) && !part.part().negated())
            .filter(part -> part.part().codes().size() == 1)
            .toList();
    if (!said && named.isEmpty() && before.isEmpty()) {
      return Optional.empty();
    }
    Optional<Edge> word = AnalysisWordsIn.take(bag, AnalysisCue.PATHS);
    Optional<DepthPart> depth = depth(bag, draft);
    AnalysisWordsIn.take(bag, AnalysisCue.MOST_COMMON);
    AnalysisWordsIn.takeTyped(bag, EACH);
    boolean next =
        AnalysisWordsIn.take(bag, AnalysisCue.NEXT_PAGE).isPresent()
            || AnalysisWordsIn.look(bag, AnalysisCue.PATHS_FROM)
                .filter(edge -> NEXT.matcher(bag.typed(edge)).find())
                .isPresent();
    bag.look(MetricWord.class).stream()
        .filter(figure -> sessions.contains(figure.part().metric()))
        .forEach(figure -> bag.take(figure.edge()));
    FunnelFigures.takePeople(bag);
    bag.takeCue(Cue.COMES_AS);
    AnalysisWordsIn.take(bag, AnalysisCue.ENTERING);
    boolean several = named.size() > 1 || PAGE.matcher(bag.text()).results().count() > 1;
    if (several && !named.isEmpty()) {
      Edge last = named.get(named.size() - 1).edge();
      draft.ask(Issue.Code.AMBIGUOUS_READING, last, Messages.ONE_PAGE);
    }
    if (named.isEmpty() && before.isEmpty()) {
      draft.ask(Issue.Code.MISSING_METRIC, word.orElse(null), Messages.WHICH_PAGE, fromSomePages());
      return Optional.of(d -> PathQuery.of(Direction.FROM, ""));
    }
    Optional<String> page =
        named.isEmpty() ? Optional.empty() : Optional.of(named.get(0).part().codes().get(0));
    Optional<Direction> ofWords =
        named.isEmpty() ? takeDirection(bag) : direction(bag, named.get(0).edge());
    boolean arriving = AnalysisWordsIn.take(bag, AnalysisCue.ARRIVING).isPresent();
    Optional<Direction> direction =
        ofWords
            .or(() -> next ? Optional.of(Direction.FROM) : Optional.empty())
            .or(() -> depth.flatMap(DepthPart::direction))
            .or(() -> arriving ? Optional.of(Direction.TO) : Optional.empty());
    named.forEach(part -> bag.take(part.edge()));
    if (direction.isEmpty() && before.isEmpty()) {
      draft.ask(
          Issue.Code.AMBIGUOUS_READING,
          named.isEmpty() ? null : named.get(0).edge(),
          Messages.FROM_OR_TO);
    }
    Optional<Integer> count = count(bag);
    return Optional.of(
        d -> {
          if (d.grain != null) {
            d.decline(Issue.Code.NOT_SUPPORTED_YET, d.grainWords, Messages.NOT_BY_TIME);
          }
          if (d.dimensions.size() > 1 || d.dimensions.contains(pages.orElseThrow().name())) {
            d.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ONE_BREAKDOWN);
          }
          return new PathQuery(
              direction.orElse(before.map(PathQuery::direction).orElse(Direction.FROM)),
              page.orElse(before.map(PathQuery::page).orElse("")),
              depth
                  .map(DepthPart::pages)
                  .or(() -> next ? Optional.of(ONE_STEP) : before.map(PathQuery::depth))
                  .orElse(PathQuery.USUAL_DEPTH),
              before.map(PathQuery::view).orElse(PathQuery.View.PATHS),
              count.orElse(before.map(PathQuery::count).orElse(USUAL_COUNT)),
              d.dimensions.stream().findFirst().or(() -> before.flatMap(PathQuery::groupBy)),
              AnalysisFilters.merged(before.flatMap(PathQuery::filter), d),
              Optional.ofNullable(d.period).or(() -> before.flatMap(PathQuery::period)),
              Optional.empty());
        });
  }

  private List<Choice> fromSomePages() {
    return pages.stream()
        .flatMap(page -> page.values().stream())
        .limit(NAMED_PAGES)
        .map(DimensionValue::label)
        .map(page -> new Text("从" + page.zh() + "出发的路径", "paths from " + page.en()))
        .map(words -> new Choice(words, words))
        .toList();
  }

  /** Of how many pages at most. */
  private static Optional<DepthPart> depth(Bag bag, Draft draft) {
    List<Placed<DepthPart>> depths = bag.take(DepthPart.class);
    if (depths.size() > 1) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, depths.get(1).edge(), Messages.AMBIGUOUS_READING);
    }
    depths.stream()
        .filter(
            depth -> depth.part().pages() < ONE_STEP || depth.part().pages() > PathQuery.MOST_DEPTH)
        .forEach(
            depth ->
                draft.decline(Issue.Code.NOT_SUPPORTED_YET, depth.edge(), Messages.PATH_DEPTH));
    return depths.stream().map(Placed::part).findFirst();
  }

  /** The most frequent so many. */
  private Optional<Integer> count(Bag bag) {
    List<Placed<WaysPart>> ways = bag.take(WaysPart.class);
    if (ways.size() == 1) {
      return Optional.of(ways.get(0).part().count());
    }
    // 去得最多的是哪个页面: the most frequent one, or those there are.
    List<Placed<GroupPart>> which =
        bag.look(GroupPart.class).stream()
            .filter(group -> group.part().kind() == GroupPart.Kind.WHICH)
            .filter(group -> group.part().dimensions().equals(List.of(pages.orElseThrow().name())))
            .toList();
    if (which.size() == 1) {
      bag.take(which.get(0).edge());
      return MOST.matcher(bag.text()).find() ? Optional.of(1) : Optional.empty();
    }
    // 去得最多的3个页面: so many ways, rather than groups of pages.
    List<Placed<GroupPart>> counted =
        bag.look(GroupPart.class).stream()
            .filter(group -> group.part().count() > 0)
            .filter(group -> group.part().dimensions().equals(List.of(pages.orElseThrow().name())))
            .toList();
    if (counted.size() == 1) {
      bag.take(counted.get(0).edge());
      return Optional.of(counted.get(0).part().count());
    }
    List<Placed<RankPart>> ranks =
        bag.look(RankPart.class).stream()
            .filter(rank -> rank.part().descending() && rank.part().metric().isEmpty())
            .filter(rank -> rank.part().skip() == 0)
            .toList();
    if (ranks.size() != 1) {
      return Optional.empty();
    }
    bag.take(ranks.get(0).edge());
    return ranks.get(0).part().count();
  }

  private static Optional<Direction> takeDirection(Bag bag) {
    Optional<Direction> said = takeDirection(bag, AnalysisCue.AFTERWARDS, AnalysisCue.BEFOREHAND);
    Optional<Direction> asked = takeDirection(bag, AnalysisCue.PATHS_FROM, AnalysisCue.PATHS_TO);
    return said.or(() -> asked);
  }

  private static Optional<Direction> takeDirection(Bag bag, AnalysisCue from, AnalysisCue to) {
    boolean after = AnalysisWordsIn.take(bag, from).isPresent();
    boolean before = AnalysisWordsIn.take(bag, to).isPresent();
    return after == before ? Optional.empty() : Optional.of(after ? Direction.FROM : Direction.TO);
  }

  private static Optional<Direction> direction(Bag bag, Edge page) {
    Optional<Direction> said = takeDirection(bag);
    if (said.isPresent()) {
      return said;
    }
    return bag.all().stream()
        .filter(edge -> edge.end() <= page.start() && edge.meaning() instanceof FillerWord)
        .map(edge -> bag.typed(edge).toLowerCase(Locale.ROOT))
        .filter(typed -> !ARTICLES.contains(typed))
        .reduce((first, second) -> second)
        .flatMap(
            typed ->
                FROM.contains(typed)
                    ? Optional.of(Direction.FROM)
                    : TO.contains(typed) ? Optional.of(Direction.TO) : Optional.empty());
  }
}
