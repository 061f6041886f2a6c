package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.query.Grain;
import java.util.Optional;

/** What is aggregated before formulas are applied. Equal leaves are computed once. */
sealed interface Leaf {

  /** Whether its value over no rows is 0 rather than null. */
  default boolean zeroWithoutRows() {
    return true;
  }

  /** An aggregate over rows of one fact; averages are made of sums and counts. */
  record Rows(
      String fact,
      String time,
      Function function,
      Optional<String> expression,
      Optional<String> where)
      implements Leaf {
    @Override
    public boolean zeroWithoutRows() {
      return function != Function.MIN && function != Function.MAX;
    }

    boolean sameRowsAs(Rows other) {
      return fact.equals(other.fact) && time.equals(other.time);
    }
  }

  /** The number of entities for which a condition on metrics holds. */
  record Entities(String entity, String condition) implements Leaf {}

  /** The number of the counted things whose first row in the whole history is among them. */
  record First(Rows counted) implements Leaf {}

  /** The mean of a metric over whole calendar units. */
  record Mean(String metric, Grain unit) implements Leaf {}

  /**
   * An aggregate over rows that are placed by when their owners joined, over those for whom some
   * later time is over.
   *
   * @param rows what is aggregated; their time is that of joining
   * @param happened the rows' own time, which must lie in the span; absent: any
   * @param owner who did it, as a scalar expression over the rows
   * @param members those who joined
   */
  record OfJoined(Rows rows, Optional<String> happened, Span span, String owner, Rows members)
      implements Leaf {}

  /**
   * Calendar units after the one of joining, number 0.
   *
   * @param fact whose rows must reach over them
   */
  record Span(String fact, Grain unit, int first, int last) {}

  /**
   * How many have rows in one stretch of time and, or but not, in another.
   *
   * @param start the rows of the first stretch, which filters and groups are about; they count
   *     distinct things
   * @param other any rows of the other one
   */
  record Meeting(Rows start, Rows other, Stretches stretches, Who who) implements Leaf {
    Meeting of(Who others) {
      return new Meeting(start, other, stretches, others);
    }
  }

  /** Which stretches belong together. */
  sealed interface Stretches {}

  /**
   * Each unit of the period and the one so many units later, where that is over.
   *
   * @param firstTime whether only the first rows ever put somebody into a unit
   */
  record Later(Grain unit, int after, boolean firstTime) implements Stretches {}

  /** The last days of the period and the days before them, at first. */
  record Away(int there, int away) implements Stretches {}

  /**
   * The period and the one just before it.
   *
   * @param startsNow whether the period comes first, the one before being the other
   */
  record Beside(boolean startsNow) implements Stretches {}

  /** Who counts. */
  enum Who {
    ALL,
    MET,
    MISSED
  }
}
