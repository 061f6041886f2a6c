package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.AnalysisParts.ReturnPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.query.RetentionQuery.Return;
import io.mingshu.semantic.text.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tables of who came back, by cohorts, and of the stages that people are in. */
final class CohortSlot {
  /** People signed up, or did something at all. */
  private static final Set<String> ACTIVE = Set.copyOf(WordList.words("活跃用户|活跃|active users|active"));

  private static final Set<String> JOINED =
      Set.copyOf(
          WordList.words(
              "新用户|新增用户|注册用户|新注册用户|新增|拉新|新增用户数|signups|sign-ups|new users|signup|registrations|new user|users who signed up|注册"));

  private static final Set<String> BOUGHT =
      Set.copyOf(
          WordList.words(
              "新客|首购用户|首单用户|新买家|新客户|first-time buyers|first time buyers|new buyers|new customers|first-time customers|first purchase|首次购买|首次支付|首购"));

  private final Catalog catalog;

  CohortSlot(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param before the table that a follow-up builds on
   */
  Optional<Analysis> take(Bag bag, Draft draft, Optional<RetentionQuery> before) {
    Optional<Edge> buying = AnalysisWordsIn.take(bag, AnalysisCue.PURCHASE_TABLE);
    Optional<Edge> word = AnalysisWordsIn.take(bag, AnalysisCue.COHORT_TABLE).or(() -> buying);
    if (word.isEmpty() && before.isEmpty()) {
      return Optional.empty();
    }
    List<Placed<ReturnPart>> later = bag.look(ReturnPart.class);
    later.forEach(part -> bag.take(part.edge()));
    if (later.size() > 1) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, later.get(1).edge(), Messages.AMBIGUOUS_READING);
    }
    boolean purchase =
        AnalysisWordsIn.take(bag, AnalysisCue.FIRST_PURCHASE).isPresent()
            | takeWords(bag, BOUGHT)
            | buying.isPresent();
    boolean active = takeWords(bag, ACTIVE);
    boolean joined = takeWords(bag, JOINED);
    FunnelFigures.take(bag);
    AnalysisWordsIn.take(bag, AnalysisCue.SPLIT);
    if ((purchase && (active || joined)) || (active && joined)) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, word.orElse(null), Messages.WHICH_COHORT);
    }
    Optional<Filter> paid = purchase ? lastStep() : Optional.empty();
    if (purchase && paid.isEmpty()) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, word.orElse(null), Messages.NO_PURCHASE);
    }
    Optional<Cohorts> said =
        purchase
            ? Optional.of(Cohorts.FIRST_EVER)
            : active
                ? Optional.of(Cohorts.EACH_INTERVAL)
                : joined ? Optional.of(Cohorts.SIGNUP) : Optional.empty();
    return Optional.of(
        d -> {
          if (d.dimensions.size() > 1) {
            d.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ONE_BREAKDOWN);
          }
          Optional<ReturnPart> back = later.stream().map(Placed::part).findFirst();
          if (d.grain != null && back.filter(part -> part.unit() != d.grain).isPresent()) {
            d.ask(Issue.Code.AMBIGUOUS_READING, later.get(0).edge(), Messages.GRAIN_TWICE);
          }
          Grain unit =
              d.grain != null ? d.grain : before.map(RetentionQuery::unit).orElse(back.map(ReturnPart::unit).orElse(unit(d)));
          return new RetentionQuery(
              said.orElse(before.map(RetentionQuery::cohorts).orElse(Cohorts.SIGNUP)),
              said.isPresent() ? paid : before.flatMap(RetentionQuery::start),
              said.isPresent() ? paid : before.flatMap(RetentionQuery::comeBack),
              unit,
              back.map(part -> List.of(Return.in(part.number())))
                  .orElse(before.map(RetentionQuery::returns).orElse(List.of())),
              before.map(RetentionQuery::occurrences).orElse(1),
              d.dimensions.stream()
                  .findFirst()
                  .or(() -> before.flatMap(RetentionQuery::groupBy)),
              false,
              AnalysisFilters.merged(before.flatMap(RetentionQuery::filter), d),
              Optional.ofNullable(d.period).or(() -> before.flatMap(RetentionQuery::period)));
        });
  }

  /** Days, but months of a period of several. */
  private static Grain unit(Draft draft) {
    return draft.periodUnit != null && draft.periodUnit.isCoarserThan(Grain.MONTH)
        ? Grain.MONTH
        : Grain.DAY;
  }

  /** What buying is: the last step of the catalog's first funnel. */
  private Optional<Filter> lastStep() {
    return catalog.funnels().stream()
        .findFirst()
        .map(funnel -> funnel.steps().get(funnel.steps().size() - 1).event())
        .filter(event -> catalog.behaviour().map(BehaviourLog::fact).isPresent());
  }

  /** Lifecycle tables: who is new, stays, comes back and is gone, per interval. */
  static Optional<Analysis> lifecycle(Bag bag, Optional<LifecycleQuery> before) {
    Optional<Edge> word = AnalysisWordsIn.take(bag, AnalysisCue.LIFECYCLE);
    if (word.isEmpty() && before.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        d -> {
          if (!d.dimensions.isEmpty()) {
            d.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.NO_BREAKDOWN);
          }
          Grain grain = d.grain != null ? d.grain : before.map(LifecycleQuery::grain).orElse(Grain.WEEK);
          return new LifecycleQuery(
              before.flatMap(LifecycleQuery::activity),
              grain,
              AnalysisFilters.merged(before.flatMap(LifecycleQuery::filter), d),
              Optional.ofNullable(d.period).or(() -> before.flatMap(LifecycleQuery::period)));
        });
  }

  private static boolean takeWords(Bag bag, Set<String> words) {
    List<Edge> found =
        bag.left().stream()
            .filter(edge -> words.contains(bag.typed(edge).toLowerCase(Locale.ROOT)))
            .toList();
    found.forEach(bag::take);
    return !found.isEmpty();
  }
}
