package io.mingshu.semantic.query;

import io.mingshu.semantic.query.FunnelQuery.Breakdown;
import io.mingshu.semantic.query.FunnelQuery.Exclusion;
import io.mingshu.semantic.query.FunnelQuery.Order;
import io.mingshu.semantic.query.FunnelQuery.Step;
import io.mingshu.semantic.query.FunnelQuery.View;
import io.mingshu.semantic.query.FunnelQuery.Window;
import java.util.List;
import java.util.Optional;

/** A question about how far people get, while parts of it are exchanged. Not thread-safe. */
public final class FunnelChange {
  private Optional<String> funnel;
  private List<Step> steps;
  private Order order;
  private Optional<Window> window;
  private boolean sameSession;
  private List<Exclusion> exclusions;
  private Optional<Breakdown> breakdown;
  private Optional<View> view;
  private Optional<Filter> filter;
  private Optional<Period> period;
  private Optional<Comparison> comparison;

  FunnelChange(FunnelQuery before) {
    this.funnel = before.funnel();
    this.steps = before.steps();
    this.order = before.order();
    this.window = before.window();
    this.sameSession = before.sameSession();
    this.exclusions = before.exclusions();
    this.breakdown = before.breakdown();
    this.view = before.view();
    this.filter = before.filter();
    this.period = before.period();
    this.comparison = before.comparison();
  }

  /** A funnel of the catalog; the steps are its own then, and what refers to steps goes. */
  public FunnelChange funnel(String name) {
    this.funnel = Optional.of(name);
    this.steps = List.of();
    this.window = Optional.empty();
    this.exclusions = List.of();
    this.breakdown = breakdown.map(by -> Breakdown.by(by.dimension()));
    this.view = view.filter(v -> !(v instanceof View.TimeToConvert || v instanceof View.Trend));
    return this;
  }

  public FunnelChange steps(List<Step> others) {
    this.steps = others;
    return this;
  }

  public FunnelChange order(Order other) {
    this.order = other;
    return this;
  }

  public FunnelChange window(Optional<Window> other) {
    this.window = other;
    return this;
  }

  public FunnelChange sameSession(boolean same) {
    this.sameSession = same;
    return this;
  }

  public FunnelChange breakdown(Optional<Breakdown> other) {
    this.breakdown = other;
    return this;
  }

  public FunnelChange view(View other) {
    this.view = Optional.of(other);
    return this;
  }

  public FunnelChange filter(Optional<Filter> other) {
    this.filter = other;
    return this;
  }

  public FunnelChange period(Optional<Period> other) {
    this.period = other;
    return this;
  }

  public FunnelChange comparison(Optional<Comparison> other) {
    this.comparison = other;
    return this;
  }

  /** The question as it is now. */
  public FunnelQuery query() {
    return new FunnelQuery(
        funnel,
        steps,
        order,
        window,
        sameSession,
        exclusions,
        breakdown,
        view,
        filter,
        period,
        comparison);
  }
}
