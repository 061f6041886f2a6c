package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricCondition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Who belongs to a segment. */
public sealed interface SegmentRule {

  record All(List<SegmentRule> rules) implements SegmentRule {
    public All {
      rules = List.copyOf(rules);
    }
  }

  record Any(List<SegmentRule> rules) implements SegmentRule {
    public Any {
      rules = List.copyOf(rules);
    }
  }

  record Not(SegmentRule rule) implements SegmentRule {}

  /** What a person has, whatever they do. */
  record Having(Filter where) implements SegmentRule {}

  record SignedUp(RuleWindow window) implements SegmentRule {}

  /** A person's figure lies within bounds. Sums and counts of those without rows are 0. */
  record Measured(Figure figure, List<Bound> bounds) implements SegmentRule {
    public Measured {
      bounds = List.copyOf(bounds);
    }
  }

  /**
   * A person's figure of a day lies within bounds on enough days.
   *
   * @param days at least so many
   */
  record OnDays(Figure figure, List<Bound> bounds, int days) implements SegmentRule {
    public OnDays {
      bounds = List.copyOf(bounds);
    }
  }

  /**
   * A person is among the first by a figure, ties included, of all who have it.
   *
   * @param share which part of them
   */
  record Top(Figure figure, BigDecimal share) implements SegmentRule {}

  /**
   * A person has orders (or the like), and the figure of each of them lies within bounds.
   *
   * @param entity the dimension that identifies them
   */
  record Every(String entity, Figure figure, List<Bound> bounds) implements SegmentRule {
    public Every {
      bounds = List.copyOf(bounds);
    }
  }

  /**
   * A metric of one person over some days.
   *
   * @param time the time by which its rows are placed; absent: the metric's own
   */
  record Figure(String metric, Optional<Filter> where, Optional<String> time, RuleWindow window) {}

  /** How a figure compares with a number. */
  record Bound(MetricCondition.Operator operator, BigDecimal value) {}
}
