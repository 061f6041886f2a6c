package io.mingshu.nlq;

import io.mingshu.nlq.interpret.Understanding;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.time.PeriodResolver;
import java.util.function.Supplier;

/** Understands questions by a catalog's words and the grammar. Thread-safe; build it once. */
public final class CatalogInterpreter implements Interpreter {
  private final Understanding understanding;

  /**
   * @param data which days have data at the moment; asked for with every question
   */
  public CatalogInterpreter(Catalog catalog, Supplier<DataRange> data, PeriodResolver periods) {
    this.understanding = new Understanding(catalog, data, periods);
  }

  @Override
  public Interpretation interpret(Question question) {
    return understanding.of(question);
  }
}
