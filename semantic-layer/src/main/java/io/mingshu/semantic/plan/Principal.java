package io.mingshu.semantic.plan;

import java.util.Map;
import java.util.Set;

/**
 * Who asks, and what they may see.
 *
 * @param name for the audit
 * @param rowFilters by fact: a scalar expression that every row must meet
 * @param masked by fact: columns whose values they may not see (they read as null)
 */
public record Principal(
    String name, Map<String, String> rowFilters, Map<String, Set<String>> masked) {
  /** The person at their own machine: everything. */
  public static final Principal LOCAL = new Principal("local", Map.of(), Map.of());

  public Principal {
    rowFilters = Map.copyOf(rowFilters);
    masked = Map.copyOf(masked);
  }

  boolean seesAllColumns() {
    return masked.isEmpty();
  }

  boolean seesAll() {
    return masked.isEmpty() && rowFilters.isEmpty();
  }
}
