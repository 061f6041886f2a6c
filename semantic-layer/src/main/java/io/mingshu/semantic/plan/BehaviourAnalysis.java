package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Column;
import io.mingshu.semantic.engine.RowReader;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.jspecify.annotations.Nullable;

/** An analysis of behaviour for one question: what it reads, and what it makes of it. */
interface BehaviourAnalysis extends RowReader {

  /**
   * The rows that it reads, one person after the other.
   *
   * @param shares into how many shares people had better be dealt, where all events are sorted
   */
  List<RelNode> plans(int shares);

  /** Whether sketches of people are read, and not the rows of each of them. */
  default boolean readsSketches() {
    return false;
  }

  /** Whether figures are estimates, after {@link #rows}. */
  default boolean estimates() {
    return false;
  }

  List<Column> columns();

  /** The answer, after all rows have been read. */
  List<List<@Nullable Object>> rows();
}
