package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.catalog.Rollup;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an engine holds of a catalog at one time.
 *
 * @param rollups those that are there and whole
 * @param huge facts of so many rows that distinct counts over them are estimated
 */
record Survey(DataRange data, List<Rollup> rollups, Set<String> huge) {
  Survey {
    rollups = List.copyOf(rollups);
    huge = Set.copyOf(huge);
  }

  /**
   * @throws MingshuException with {@code DATA_MISSING} where the engine lacks a table of the
   *     catalog
   */
  static Survey of(Catalog catalog, Backend backend, RollupCheck rollups) {
    Map<String, DayRange> ranges = new HashMap<>();
    for (Fact fact : catalog.facts()) {
      if (backend.columns(fact.table()).isEmpty()) {
        throw new MingshuException(
            ErrorCode.DATA_MISSING,
            new Text("数据里没有表 " + fact.table(), "The data have no table " + fact.table()));
      }
      DayRange days = backend.dayRange(fact.table(), fact.times().get(0), catalog.zone());
      if (days != null) {
        ranges.put(fact.name(), days);
      }
    }
    return new Survey(new DataRange(ranges), rollups.usable(), huge(catalog, backend));
  }

  private static Set<String> huge(Catalog catalog, Backend backend) {
    if (catalog.approximateDistinctAbove().isEmpty()
        || !backend.capabilities().estimatesDistinct()) {
      return Set.of();
    }
    long most = catalog.approximateDistinctAbove().getAsLong();
    return catalog.facts().stream()
        .filter(fact -> backend.rowCount(fact.table()) > most)
        .map(Fact::name)
        .collect(Collectors.toSet());
  }
}
