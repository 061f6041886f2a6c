package io.mingshu.nlq;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** The demo shop's catalog and data range, asked on the morning of 2026-07-01. */
public final class DemoShop {
  public static final Instant AS_OF = Instant.parse("2026-07-01T02:00:00Z");
  public static final Catalog CATALOG = CatalogReader.builtIn("demo-shop");

  private static final DayRange DAYS =
      new DayRange(LocalDate.of(2025, 5, 31), LocalDate.of(2026, 6, 30));
  private static final DataRange DATA =
      new DataRange(
          Map.of(
              "events", DAYS,
              "order_items", DAYS,
              "users", new DayRange(LocalDate.of(2023, 6, 1), LocalDate.of(2026, 6, 30))));

  public static final Interpreter INTERPRETER =
      new CatalogInterpreter(CATALOG, () -> DATA, new PeriodResolver(CATALOG));

  private DemoShop() {}

  public static Interpretation ask(String question) {
    return INTERPRETER.interpret(Question.of(question, AS_OF));
  }
}
