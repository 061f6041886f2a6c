package io.mingshu.nlq;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The demo shop with what its owner has accepted, as if every day had data. */
public final class LearningShop {
  private LearningShop() {}

  /** The catalog with further lists at its end. */
  public static Catalog catalog(String more) {
    CatalogReader.CheckResult result =
        CatalogReader.check("demo-shop.yaml", CatalogReader.builtInText("demo-shop") + more);
    return result
        .catalog()
        .orElseThrow(() -> new IllegalStateException(result.problems().toString()));
  }

  /** Reads questions by it. */
  public static Interpreter interpreter(String more) {
    Catalog catalog = catalog(more);
    DayRange ever = new DayRange(LocalDate.of(2000, 1, 1), LocalDate.of(2099, 12, 31));
    DataRange data =
        new DataRange(catalog.facts().stream().collect(Collectors.toMap(Fact::name, f -> ever)));
    return new CatalogInterpreter(catalog, () -> data, new PeriodResolver(catalog));
  }
}
