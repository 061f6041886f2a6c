package io.mingshu.semantic.plan.execution;

import io.mingshu.semantic.engine.Backend.Rows;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.RowReader;

/** A plan as an engine's statements. May be run more than once. */
public interface PreparedPlan {

  /** The statements, for reading. */
  String sql();

  /** The plan that they come from, for reading. */
  String plan();

  /**
   * The rows, in the order of the plan.
   *
   * @throws io.mingshu.semantic.error.MingshuException as {@link
   *     io.mingshu.semantic.engine.Backend#execute} does
   */
  Rows run(Limits limits, Cancellation cancellation);

  /**
   * The rows one by one, in the order of the plan.
   *
   * @throws io.mingshu.semantic.error.MingshuException as {@link
   *     io.mingshu.semantic.engine.Backend#stream} does
   */
  void stream(Limits limits, Cancellation cancellation, RowReader reader);
}
