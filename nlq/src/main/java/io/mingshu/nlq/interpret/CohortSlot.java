package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.AnalysisParts.JoiningGrain;
import io.mingshu.nlq.grammar.AnalysisParts.ReturnPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Words.AnalysisWord;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.nlq.time.TimeParts.GrainPart;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.text.WordList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tables of who came back, by cohorts. */
final class CohortSlot {
  /** People signed up, or did something at all. */
  private static final Set<String> ACTIVE =
      Set.copyOf(WordList.words("活跃用户|活跃|active users|active"));

  private static final Set<String> JOINED =
      Set.copyOf(
          WordList.words(
              "注册的|新注册的|新用户|新增用户|注册用户|新注册用户|新增|拉新|新增用户数|signups|sign-ups|new users|signup|registrations|new user|users who signed up|注册"));

  private static final Set<String> BOUGHT =
      Set.copyOf(
          WordList.words(
              "新客|首购用户|首单用户|新买家|新客户|first-time buyers|first time buyers|new buyers|new customers|first-time customers|first purchase|首次购买|首次支付|首购"));

  private static final Pattern MONTHLY = Pattern.compile("月");

  /** One curve of them all. */
  private static final Pattern CURVE = Pattern.compile("(?i)曲线|curve");

  private static final Pattern JOINERS =
      Pattern.compile("(?i)(?:signup|sign-up|registration|user|customer) ?cohorts?");

  private static final Pattern WEEKLY = Pattern.compile("周");
  private static final Pattern PAID =
      Pattern.compile("(?i)付款|支付|购买|买|下单|成交|复购|paid|bought|repurchas");

  private static final Set<String> BUYERS =
      Set.copyOf(WordList.words("buyers|customers|买家|购买用户|支付买家|客户|买家数"));

  private final CatalogShape shape;

  CohortSlot(CatalogShape shape) {
    this.shape = shape;
  }

  /**
   * @param before the table that a follow-up builds on
   */
  Optional<Analysis> take(Bag bag, Draft draft, Optional<RetentionQuery> before) {
    if (isOfAFigure(bag)) {
      // D14 retention of the May signup cohort: whom the figure is of.
      AnalysisWordsIn.take(bag, AnalysisCue.COHORT_TABLE);
      return Optional.empty();
    }
    Optional<Grain> named = grainOfWords(bag);
    boolean curve = says(bag, AnalysisCue.COHORT_TABLE, CURVE);
    boolean paidAgain =
        says(bag, AnalysisCue.COHORT_FIGURES, PAID)
            || AnalysisWordsIn.look(bag, AnalysisCue.BOUGHT_AGAIN).isPresent();
    Optional<Edge> buying = AnalysisWordsIn.take(bag, AnalysisCue.PURCHASE_TABLE);
    Optional<Edge> table = AnalysisWordsIn.take(bag, AnalysisCue.COHORT_TABLE);
    Optional<Edge> word = table.or(() -> buying).or(() -> matrix(bag));
    if (word.isEmpty() && before.isEmpty()) {
      return Optional.empty();
    }
    List<Placed<ReturnPart>> later = bag.take(ReturnPart.class);
    if (later.size() > 1) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, later.get(1).edge(), Messages.AMBIGUOUS_READING);
    }
    AnalysisWordsIn.take(bag, AnalysisCue.MATRIX);
    boolean byPurchase = grains(bag);
    boolean first = AnalysisWordsIn.take(bag, AnalysisCue.FIRST_PURCHASE).isPresent();
    boolean newBuyers = AnalysisWordsIn.takeTyped(bag, BOUGHT);
    boolean purchase = first || newBuyers || buying.isPresent() || byPurchase;
    boolean active = AnalysisWordsIn.takeTyped(bag, ACTIVE);
    boolean newUsers = AnalysisWordsIn.takeTyped(bag, JOINED);
    boolean joined = AnalysisWordsIn.take(bag, AnalysisCue.JOINING).isPresent() || newUsers;
    if (purchase) {
      AnalysisWordsIn.takeTyped(bag, BUYERS);
    }
    AnalysisWordsIn.take(bag, AnalysisCue.COHORT_FIGURES);
    AnalysisWordsIn.take(bag, AnalysisCue.BOUGHT_AGAIN);
    FunnelFigures figures = FunnelFigures.take(bag);
    if (figures.lost() || figures.largest().isPresent()) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, word.orElse(null), Messages.GONE_SHARE);
    }
    AnalysisWordsIn.take(bag, AnalysisCue.SPLIT);
    if ((purchase && (active || joined)) || (active && joined)) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, word.orElse(null), Messages.WHICH_COHORT);
    }
    Optional<Filter> paid = purchase ? shape.purchase() : Optional.empty();
    Optional<Filter> comeBack = purchase || paidAgain ? shape.purchase() : Optional.empty();
    if ((purchase || paidAgain) && comeBack.isEmpty()) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, word.orElse(null), Messages.NO_PURCHASE);
    }
    Optional<Cohorts> said =
        purchase
            ? Optional.of(Cohorts.FIRST_EVER)
            : active
                ? Optional.of(Cohorts.EACH_INTERVAL)
                : joined ? Optional.of(Cohorts.SIGNUP) : Optional.empty();
    Optional<Placed<ReturnPart>> back = later.stream().findFirst();
    Optional<Filter> returns = comeBack.or(() -> before.flatMap(RetentionQuery::comeBack));
    return Optional.of(d -> query(said, paid, returns, named, back, curve, before, d));
  }

  /** Only who is meant, beside a figure of those who joined. */
  private boolean isOfAFigure(Bag bag) {
    List<Placed<MetricWord>> figures = bag.look(MetricWord.class);
    return !figures.isEmpty()
        && figures.stream().allMatch(word -> shape.isOfCohorts(word.part().metric()))
        && bag.look(AnalysisWord.class).stream()
            .filter(word -> word.part().cue() == AnalysisCue.COHORT_TABLE)
            .anyMatch(word -> JOINERS.matcher(bag.typed(word.edge())).matches());
  }

  /** A table or several columns, of whom something says that they are cohorts. */
  private static Optional<Edge> matrix(Bag bag) {
    boolean cohorts =
        !bag.look(JoiningGrain.class).isEmpty()
            || AnalysisWordsIn.look(bag, AnalysisCue.JOINING).isPresent()
            || AnalysisWordsIn.look(bag, AnalysisCue.FIRST_PURCHASE).isPresent();
    Optional<Edge> columns =
        bag.look(ReturnPart.class).stream()
            .filter(part -> part.part().returns().size() > 1)
            .map(Placed::edge)
            .findFirst();
    return cohorts
        ? AnalysisWordsIn.take(bag, AnalysisCue.MATRIX).or(() -> columns)
        : Optional.empty();
  }

  private static boolean says(Bag bag, AnalysisCue cue, Pattern words) {
    return bag.look(AnalysisWord.class).stream()
        .filter(word -> word.part().cue() == cue)
        .anyMatch(word -> words.matcher(bag.typed(word.edge())).find());
  }

  /** 月留存表, 每周留存: the unit is a part of the word. */
  private static Optional<Grain> grainOfWords(Bag bag) {
    for (AnalysisCue cue : List.of(AnalysisCue.COHORT_TABLE, AnalysisCue.COHORT_FIGURES)) {
      if (says(bag, cue, MONTHLY)) {
        return Optional.of(Grain.MONTH);
      }
      if (says(bag, cue, WEEKLY)) {
        return Optional.of(Grain.WEEK);
      }
    }
    return Optional.empty();
  }

  /** Buckets of when people joined are buckets; whether they are by purchases. */
  static boolean grains(Bag bag) {
    boolean bought = false;
    for (Placed<JoiningGrain> grain : bag.look(JoiningGrain.class)) {
      bag.reread(grain.edge(), new GrainPart(grain.part().grain()));
      bought |= grain.part().bought();
    }
    return bought;
  }

  private static RetentionQuery query(
      Optional<Cohorts> said,
      Optional<Filter> event,
      Optional<Filter> comeBack,
      Optional<Grain> named,
      Optional<Placed<ReturnPart>> later,
      boolean curve,
      Optional<RetentionQuery> before,
      Draft draft) {
    if (draft.dimensions.size() > 1) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ONE_BREAKDOWN);
    }
    Optional<ReturnPart> back = later.map(Placed::part);
    if (draft.grain != null && back.filter(part -> part.unit() != draft.grain).isPresent()) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, later.orElseThrow().edge(), Messages.GRAIN_TWICE);
    }
    boolean oneReturn = before.filter(b -> b.returns().size() == 1 && !b.pooled()).isPresent();
    if (oneReturn && draft.period != null) {
      // 3月注册4月还在的, 5月呢: those of May, or of March in May?
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.WHICH_COHORT_FIRST);
    }
    if (named.isPresent() && draft.grain != null && named.get() != draft.grain) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, draft.grainWords, Messages.GRAIN_TWICE);
    }
    Grain unit =
        Optional.ofNullable(draft.grain)
            .or(() -> named)
            .or(() -> back.map(ReturnPart::unit))
            .or(() -> before.map(RetentionQuery::unit))
            .orElseGet(() -> unit(draft));
    return new RetentionQuery(
        said.orElse(before.map(RetentionQuery::cohorts).orElse(Cohorts.SIGNUP)),
        said.isPresent() ? event : before.flatMap(RetentionQuery::start),
        comeBack,
        unit,
        back.map(ReturnPart::returns)
            .or(() -> before.map(RetentionQuery::returns))
            .orElse(List.of()),
        before.map(RetentionQuery::occurrences).orElse(1),
        draft.dimensions.stream().findFirst().or(() -> before.flatMap(RetentionQuery::groupBy)),
        false,
        (curve && draft.grain == null) || before.filter(RetentionQuery::pooled).isPresent(),
        before.filter(RetentionQuery::unfinished).isPresent(),
        before.filter(RetentionQuery::lost).isPresent(),
        AnalysisFilters.merged(before.flatMap(RetentionQuery::filter), draft),
        Optional.ofNullable(draft.period).or(() -> before.flatMap(RetentionQuery::period)));
  }

  /** Days, but months of a period of several. */
  private static Grain unit(Draft draft) {
    return draft.periodUnit != null && draft.periodUnit.isCoarserThan(Grain.MONTH)
        ? Grain.MONTH
        : Grain.DAY;
  }
}
