package io.mingshu.semantic.plan.execution;

import io.mingshu.semantic.engine.Backend;
import org.apache.calcite.rel.RelNode;

/** An engine together with the way that plans become its work. Thread-safe. */
public interface Engine extends AutoCloseable {

  Backend backend();

  /** Turns a plan into statements, without running them. */
  PreparedPlan prepare(RelNode plan);

  @Override
  void close();
}
