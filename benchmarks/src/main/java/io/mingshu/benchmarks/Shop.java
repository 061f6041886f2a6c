package io.mingshu.benchmarks;

import io.mingshu.nlq.CatalogInterpreter;
import io.mingshu.nlq.Conversation.Turn;
import io.mingshu.nlq.Interpreter;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.plan.CatalogSemanticLayer;
import io.mingshu.semantic.plan.SemanticLayer;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.time.PeriodResolver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A built-in catalog with what reads questions by it. */
public record Shop(Catalog catalog, Interpreter interpreter, SemanticLayer layer) {
  private static final List<String> NAMES =
      List.of("demo-shop", "online-retail", "taobao-behavior");

  /** So many groups an answer is taken to have. */
  private static final int MEMBERS = 5;

  /** All of them. */
  public static List<Shop> builtIn() {
    return NAMES.stream().map(Shop::of).toList();
  }

  /** One of them. */
  public static Shop of(String name) {
    Catalog catalog = CatalogReader.builtIn(name);
    SemanticLayer layer = new CatalogSemanticLayer(catalog, new TablesOnly(catalog));
    return new Shop(
        catalog,
        new CatalogInterpreter(catalog, layer::dataRange, new PeriodResolver(catalog)),
        layer);
  }

  /** A turn as if the query had been answered. */
  public Turn answered(SemanticQuery query) {
    Map<String, List<String>> members = new HashMap<>();
    List<String> dimensions =
        query instanceof MetricQuery metrics ? metrics.dimensions() : List.of();
    for (String name : dimensions) {
      catalog
          .dimension(name)
          .ifPresent(
              dimension ->
                  members.put(
                      name,
                      dimension.values().stream()
                          .limit(MEMBERS)
                          .map(DimensionValue::code)
                          .toList()));
    }
    return new Turn(query, members);
  }
}
