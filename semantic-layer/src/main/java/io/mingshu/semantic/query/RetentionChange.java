package io.mingshu.semantic.query;

import io.mingshu.semantic.query.RetentionQuery.Cohorts;
import io.mingshu.semantic.query.RetentionQuery.Return;
import java.util.List;
import java.util.Optional;

/** A question about who comes back, while parts of it are exchanged. Not thread-safe. */
public final class RetentionChange {
  private final RetentionQuery before;
  private Cohorts cohorts;
  private Optional<Filter> start;
  private Optional<Filter> comeBack;
  private Grain unit;
  private List<Return> returns;
  private Optional<ReturnStretch> within;
  private Optional<String> groupBy;
  private boolean pooled;
  private boolean lost;
  private Optional<Filter> filter;
  private Optional<Period> period;
  private Optional<Comparison> comparison;

  RetentionChange(RetentionQuery before) {
    this.before = before;
    this.cohorts = before.cohorts();
    this.start = before.start();
    this.comeBack = before.comeBack();
    this.unit = before.unit();
    this.returns = before.returns();
    this.within = before.within();
    this.groupBy = before.groupBy();
    this.pooled = before.pooled();
    this.lost = before.lost();
    this.filter = before.filter();
    this.period = before.period();
    this.comparison = before.comparison();
  }

  /**
   * Whom it is about.
   *
   * @param event which events start; absent: any
   */
  public RetentionChange cohorts(Cohorts others, Optional<Filter> event) {
    this.cohorts = others;
    this.start = event;
    return this;
  }

  public RetentionChange comeBack(Optional<Filter> event) {
    this.comeBack = event;
    return this;
  }

  public RetentionChange unit(Grain other) {
    this.unit = other;
    return this;
  }

  public RetentionChange returns(List<Return> others) {
    this.returns = others;
    return this;
  }

  /** One stretch of time instead of intervals: it has neither a unit nor columns. */
  public RetentionChange within(Optional<ReturnStretch> stretch) {
    this.within = stretch;
    if (stretch.isPresent()) {
      this.unit = Grain.DAY;
      this.returns = List.of();
      this.pooled = true;
    }
    return this;
  }

  /** Without a dimension there is no value that returns would have to share. */
  public RetentionChange groupBy(Optional<String> dimension) {
    this.groupBy = dimension;
    return this;
  }

  public RetentionChange pooled(boolean together) {
    this.pooled = together;
    return this;
  }

  public RetentionChange lost(boolean instead) {
    this.lost = instead;
    return this;
  }

  public RetentionChange filter(Optional<Filter> other) {
    this.filter = other;
    return this;
  }

  public RetentionChange period(Optional<Period> other) {
    this.period = other;
    return this;
  }

  public RetentionChange comparison(Optional<Comparison> other) {
    this.comparison = other;
    return this;
  }

  /** The question as it is now. */
  public RetentionQuery query() {
    return new RetentionQuery(
        cohorts,
        start,
        comeBack,
        unit,
        returns,
        within,
        before.occurrences(),
        groupBy,
        before.sameGroup() && groupBy.isPresent(),
        pooled,
        before.unfinished(),
        lost,
        filter,
        period,
        comparison);
  }
}
