package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Funnel;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.FunnelQuery.Exclusion;
import io.mingshu.semantic.query.FunnelQuery.Order;
import io.mingshu.semantic.query.FunnelQuery.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a funnel asks for: its steps, how they follow each other, and what is shown. Immutable. */
final class FunnelWording {
  private final Catalog catalog;
  private final CatalogWords words;
  private final EventWording events;

  FunnelWording(Catalog catalog, CatalogWords words, EventWording events) {
    this.catalog = catalog;
    this.words = words;
    this.events = events;
  }

  String of(FunnelQuery query) {
    boolean chinese = words.isChinese();
    List<String> clauses = new ArrayList<>();
    clauses.add(steps(query));
    catalog.windowOf(query).map(FunnelTerms::window).map(words::in).ifPresent(clauses::add);
    if (query.sameSession()) {
      clauses.add(chinese ? "在同一会话内" : "in one session");
    }
    if (query.order() != Order.ORDERED) {
      clauses.add(words.in(FunnelTerms.order(query.order())));
    }
    query.exclusions().forEach(exclusion -> clauses.add(exclusion(exclusion)));
    query
        .breakdown()
        .ifPresent(
            by ->
                clauses.add(
                    chinese
                        ? "按" + words.dimension(by.dimension()) + "拆分"
                        : "by " + words.dimension(by.dimension())));
    view(query.shown()).ifPresent(clauses::add);
    return String.join(chinese ? "，" : ", ", clauses);
  }

  private String steps(FunnelQuery query) {
    Optional<Funnel> known =
        query.steps().isEmpty() ? query.funnel().flatMap(catalog::funnel) : Optional.empty();
    if (known.isPresent()) {
      return words.in(known.get().label())
          + (words.isChinese() ? "（" : " (")
          + String.join(
              " → ", known.get().steps().stream().map(step -> words.in(step.label())).toList())
          + (words.isChinese() ? "）" : ")");
    }
    return (words.isChinese() ? "漏斗 " : "funnel ")
        + String.join(" → ", query.steps().stream().map(step -> events.of(step.event())).toList());
  }

  private String exclusion(Exclusion exclusion) {
    String event = events.of(exclusion.event());
    return words.isChinese()
        ? "第" + exclusion.after() + "步和第" + exclusion.before() + "步之间没有" + event
        : "without " + event + " between steps " + exclusion.after() + " and " + exclusion.before();
  }

  private Optional<String> view(View view) {
    boolean chinese = words.isChinese();
    if (view instanceof View.Conversion) {
      return Optional.of(chinese ? "从第一步到最后一步的转化" : "from the first step to the last");
    }
    if (view instanceof View.Losses losses) {
      return Optional.of(
          losses.largest().isEmpty()
              ? chinese ? "每一步的流失" : "what each step loses"
              : losses.largest().get() == View.Losses.By.RATE
                  ? chinese ? "流失率最高的一步" : "the step with the highest loss rate"
                  : chinese ? "流失人数最多的一步" : "the step that loses most users");
    }
    if (view instanceof View.Trend trend) {
      String unit = words.unit(trend.grain()).replace("个", "");
      return Optional.of(chinese ? "按" + unit : "by " + unit);
    }
    if (view instanceof View.TimeToConvert times) {
      return Optional.of(
          chinese
              ? "从第" + times.from() + "步到第" + times.to() + "步的用时分布"
              : "how long from step " + times.from() + " to step " + times.to());
    }
    return view instanceof View.Steps steps && steps.times()
        ? Optional.of(chinese ? "每一步的用时" : "with the time that each step takes")
        : Optional.empty();
  }
}
