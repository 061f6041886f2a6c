package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.BehaviourDefinition;
import io.mingshu.semantic.catalog.BehaviourDefinition.Churn;
import io.mingshu.semantic.catalog.BehaviourDefinition.ChurnFigure;
import io.mingshu.semantic.catalog.BehaviourDefinition.Cohort;
import io.mingshu.semantic.catalog.BehaviourDefinition.Lifecycle;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifetimeFigure;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifetimeValue;
import io.mingshu.semantic.catalog.BehaviourDefinition.Retention;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.plan.Formula.Operation;
import io.mingshu.semantic.plan.Leaf.Who;
import io.mingshu.semantic.query.Grain;
import java.util.Optional;

/** Takes metrics of who comes back apart into formulas over leaves. */
record BehaviourFormulas(Catalog catalog) {

  Formula of(BehaviourDefinition definition) {
    if (definition instanceof Retention retention) {
      return retention.cohort() instanceof Cohort.Joined joined
          ? ofJoined(retention, joined)
          : ofActive(retention, (Cohort.Active) retention.cohort());
    }
    if (definition instanceof LifetimeValue value) {
      return lifetime(value);
    }
    if (definition instanceof Churn churn) {
      Leaf.Rows activity = people(churn.activity(), churn.entity());
      return meeting(
          activity,
          activity,
          new Leaf.Away(churn.there(), churn.away()),
          churn.figure() == ChurnFigure.BASE ? Who.ALL : Who.MISSED);
    }
    return lifecycle((Lifecycle) definition);
  }

  private Formula ofJoined(Retention retention, Cohort.Joined joined) {
    Leaf.Rows activity = people(retention.activity(), retention.entity());
    Leaf.Rows members = members(joined, retention.entity());
    Leaf.Span span =
        new Leaf.Span(activity.fact(), retention.unit(), retention.after(), retention.after());
    Formula cohort = new Formula.Value(ofMembers(span, members));
    Formula retained =
        new Formula.Value(
            new Leaf.OfJoined(
                placed(activity, joined),
                Optional.of(activity.time()),
                span,
                activity.expression().orElseThrow(),
                members));
    return figure(retention, cohort, retained);
  }

  private Formula ofActive(Retention retention, Cohort.Active active) {
    Leaf.Rows start = people(active.metric(), retention.entity());
    Leaf.Rows activity = people(retention.activity(), retention.entity());
    Leaf.Stretches later = new Leaf.Later(retention.unit(), retention.after(), active.firstTime());
    return figure(
        retention,
        meeting(start, activity, later, Who.ALL),
        meeting(start, activity, later, Who.MET));
  }

  private static Formula figure(Retention retention, Formula cohort, Formula retained) {
    return switch (retention.figure()) {
      case COHORT -> cohort;
      case RETAINED -> retained;
      case RATE -> new Formula.Quotient(retained, cohort);
    };
  }

  private Formula lifetime(LifetimeValue value) {
    MetricDefinition.Aggregate sum = aggregate(value.value());
    Leaf.Rows rows =
        new Leaf.Rows(sum.fact(), sum.time(), sum.function(), sum.expression(), sum.where());
    Leaf.Rows members = members(value.cohort(), value.entity());
    Leaf.Span span = new Leaf.Span(sum.fact(), Grain.DAY, 0, value.days() - 1);
    Formula cohort = new Formula.Value(ofMembers(span, members));
    Leaf worth =
        new Leaf.OfJoined(
            placed(rows, value.cohort()),
            Optional.of(sum.time()),
            span,
            column(value.entity(), sum.fact()),
            members);
    return value.figure() == LifetimeFigure.COHORT
        ? cohort
        : new Formula.Quotient(new Formula.Value(worth), cohort);
  }

  private Formula lifecycle(Lifecycle lifecycle) {
    Leaf.Rows activity = people(lifecycle.activity(), lifecycle.entity());
    Formula fresh = new Formula.Value(new Leaf.First(activity));
    return switch (lifecycle.state()) {
      case NEW -> fresh;
      case RETAINED -> meeting(activity, activity, new Leaf.Beside(false), Who.MET);
      case DORMANT -> meeting(activity, activity, new Leaf.Beside(false), Who.MISSED);
      case RESURRECTED ->
          // Those who are there and were not before are new or have come back.
          new Formula.Arithmetic(
              Operation.MINUS,
              meeting(activity, activity, new Leaf.Beside(true), Who.MISSED),
              fresh);
    };
  }

  private static Formula meeting(
      Leaf.Rows start, Leaf.Rows other, Leaf.Stretches stretches, Who who) {
    return new Formula.Value(new Leaf.Meeting(start, other, stretches, who));
  }

  /** The rows of a metric, as a count of those whom they are about. */
  private Leaf.Rows people(String metric, String entity) {
    MetricDefinition.Aggregate rows = aggregate(metric);
    return new Leaf.Rows(
        rows.fact(),
        rows.time(),
        Function.COUNT_DISTINCT,
        Optional.of(column(entity, rows.fact())),
        rows.where());
  }

  private static Leaf ofMembers(Leaf.Span span, Leaf.Rows members) {
    return new Leaf.OfJoined(
        members, Optional.empty(), span, members.expression().orElseThrow(), members);
  }

  private Leaf.Rows members(Cohort.Joined joined, String entity) {
    return new Leaf.Rows(
        joined.fact(),
        joined.time(),
        Function.COUNT_DISTINCT,
        Optional.of(column(entity, joined.fact())),
        Optional.empty());
  }

  /** The same rows, placed by when their owners joined. */
  private static Leaf.Rows placed(Leaf.Rows rows, Cohort.Joined joined) {
    return new Leaf.Rows(
        rows.fact(), joined.time(), rows.function(), rows.expression(), rows.where());
  }

  private MetricDefinition.Aggregate aggregate(String metric) {
    if (catalog.metric(metric).orElseThrow().definition()
        instanceof MetricDefinition.Aggregate aggregate) {
      return aggregate;
    }
    throw new IllegalArgumentException(metric + " is no aggregate");
  }

  private String column(String entity, String fact) {
    if (catalog.dimension(entity).orElseThrow().source() instanceof Dimension.Columns columns) {
      return Optional.ofNullable(columns.expressions().get(fact))
          .orElseThrow(() -> new IllegalArgumentException(fact + " has no " + entity));
    }
    throw new IllegalArgumentException(entity + " is a part of time");
  }
}
