package io.mingshu.semantic.plan.execution;

import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Backend.Rows;
import io.mingshu.semantic.engine.Backend.Statement;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.engine.RowReader;
import io.mingshu.semantic.plan.algebra.DuckDbDialect;
import io.mingshu.semantic.plan.algebra.PlanText;
import io.mingshu.semantic.plan.algebra.SqlText;
import java.util.List;
import org.apache.calcite.rel.RelNode;

/** DuckDB takes every plan whole, as one statement. */
public final class DuckDbEngine implements Engine {
  private final Backend backend;

  public DuckDbEngine(Backend backend) {
    this.backend = backend;
  }

  @Override
  public Backend backend() {
    return backend;
  }

  @Override
  public PreparedPlan prepare(RelNode plan) {
    return new OneStatement(
        backend, plan, new Statement(SqlText.of(plan, DuckDbDialect.INSTANCE).sql(), List.of()));
  }

  @Override
  public void close() {
    backend.close();
  }

  private record OneStatement(Backend backend, RelNode relations, Statement statement)
      implements PreparedPlan {
    @Override
    public String sql() {
      return statement.sql();
    }

    @Override
    public String plan() {
      return PlanText.of(relations);
    }

    @Override
    public Rows run(Limits limits, Cancellation cancellation) {
      return backend.execute(statement, limits, cancellation);
    }

    @Override
    public void stream(Limits limits, Cancellation cancellation, RowReader reader) {
      backend.stream(statement, limits, cancellation, reader);
    }
  }
}
