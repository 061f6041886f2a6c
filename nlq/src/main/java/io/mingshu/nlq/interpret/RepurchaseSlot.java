package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.AnalysisParts.RepurchasePart;
import io.mingshu.nlq.grammar.AnalysisParts.StretchPart;
import io.mingshu.nlq.grammar.AnalysisParts.WindowPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Words.MetricWord;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery.Window;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.query.RetentionQuery.Return;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Of those who bought for the first time, who bought again on one of so many days after it:
 * 首购后30天复购率, first-time buyers in May who bought again within 30 days.
 */
final class RepurchaseSlot {
  private static final int DAYS_OF_WEEK = 7;
  private static final int MOST = 400;

  private static final Pattern END = Pattern.compile("结束|过后|ended|over");

  private final CatalogShape shape;

  RepurchaseSlot(CatalogShape shape) {
    this.shape = shape;
  }

  /** Within how many days, and where that is said. */
  private record Days(Edge edge, int count) {}

  Optional<Analysis> take(Bag bag, Draft draft) {
    List<Placed<RepurchasePart>> rates = bag.look(RepurchasePart.class);
    Optional<Edge> again =
        AnalysisWordsIn.look(bag, AnalysisCue.BOUGHT_AGAIN)
            .or(() -> AnalysisWordsIn.look(bag, AnalysisCue.NOT_BOUGHT));
    Optional<Days> days =
        rates.size() == 1
            ? Optional.of(new Days(rates.get(0).edge(), rates.get(0).part().days()))
            : rates.isEmpty() && again.isPresent() ? window(bag) : Optional.empty();
    Optional<Filter> purchase = shape.purchase();
    boolean first = isOfFirst(bag) || rates.stream().anyMatch(rate -> rate.part().afterTheFirst());
    if (days.isEmpty() || purchase.isEmpty() || (!first && rates.isEmpty())) {
      return Optional.empty();
    }
    Edge said = days.get().edge();
    if (!first) {
      draft.ask(
          Issue.Code.AMBIGUOUS_READING,
          said,
          Messages.WHICH_REPURCHASE,
          List.of(sinceTheFirst(days.get().count()), ofAPeriod(days.get().count())));
    }
    if (rates.stream().anyMatch(rate -> rate.part().ordered())) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, said, Messages.ORDERED_OR_PAID);
    }
    bag.take(said);
    takeFirst(bag);
    AnalysisWordsIn.take(bag, AnalysisCue.BOUGHT_AGAIN);
    boolean lost = AnalysisWordsIn.take(bag, AnalysisCue.NOT_BOUGHT).isPresent();
    if (FunnelFigures.take(bag).lost()) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, said, Messages.GONE_SHARE);
    }
    for (Placed<MetricWord> word : bag.look(MetricWord.class)) {
      if (shape.counts(word.part().metric(), purchase)) {
        bag.take(word.edge());
      } else {
        draft.decline(Issue.Code.NOT_SUPPORTED_YET, word.edge(), Messages.FIGURE_OF_THEM);
      }
    }
    return Optional.of(made -> query(purchase, days.get().count(), lost, made));
  }

  /** 30天内 of those who bought first, beside that they bought again. */
  private static Optional<Days> window(Bag bag) {
    List<Placed<WindowPart>> windows = bag.look(WindowPart.class);
    List<Placed<StretchPart>> stretches = bag.look(StretchPart.class);
    if (windows.size() + stretches.size() != 1) {
      return Optional.empty();
    }
    if (windows.isEmpty()) {
      StretchPart stretch = stretches.get(0).part();
      Edge edge = stretches.get(0).edge();
      boolean ofThePeriod = END.matcher(bag.typed(edge)).find();
      return ofThePeriod ? Optional.empty() : days(edge, stretch.count(), stretch.unit());
    }
    Window window = windows.get(0).part().window();
    return switch (window.unit()) {
      case DAY -> days(windows.get(0).edge(), window.count(), Grain.DAY);
      case WEEK -> days(windows.get(0).edge(), window.count(), Grain.WEEK);
      default -> Optional.empty();
    };
  }

  private static Optional<Days> days(Edge edge, int count, Grain unit) {
    int days = unit == Grain.WEEK ? DAYS_OF_WEEK * count : count;
    return unit == Grain.MONTH || days < 1 || days > MOST
        ? Optional.empty()
        : Optional.of(new Days(edge, days));
  }

  private boolean isOfFirst(Bag bag) {
    return AnalysisWordsIn.look(bag, AnalysisCue.FIRST_PURCHASE).isPresent()
        || bag.look(MetricWord.class).stream()
            .anyMatch(word -> shape.isFirstBuying(word.part().metric()));
  }

  private void takeFirst(Bag bag) {
    AnalysisWordsIn.take(bag, AnalysisCue.FIRST_PURCHASE);
    bag.look(MetricWord.class).stream()
        .filter(word -> shape.isFirstBuying(word.part().metric()))
        .forEach(word -> bag.take(word.edge()));
  }

  private static Choice sinceTheFirst(int days) {
    Text words =
        new Text("首购后" + days + "天复购率", days + "-day repurchase rate after the first purchase");
    return new Choice(words, words);
  }

  private static Choice ofAPeriod(int days) {
    Text words = new Text("近" + days + "天复购率", "repurchase rate in the past " + days + " days");
    return new Choice(words, words);
  }

  private static RetentionQuery query(
      Optional<Filter> purchase, int days, boolean lost, Draft draft) {
    if (draft.dimensions.size() > 1) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ONE_BREAKDOWN);
    }
    if (draft.grain != null && draft.grain != Grain.DAY) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, draft.grainWords, Messages.GRAIN_TWICE);
    }
    return new RetentionQuery(
        Cohorts.FIRST_EVER,
        purchase,
        purchase,
        Grain.DAY,
        List.of(new Return(1, Optional.of(days))),
        1,
        draft.dimensions.stream().findFirst(),
        false,
        draft.grain == null,
        false,
        lost,
        AnalysisFilters.merged(Optional.empty(), draft),
        Optional.ofNullable(draft.period));
  }
}
