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
}
