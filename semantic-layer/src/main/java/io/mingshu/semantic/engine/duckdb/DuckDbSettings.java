package io.mingshu.semantic.engine.duckdb;

/**
 * How much of the machine an engine may take.
 *
 * @param threads for all queries together
 * @param memoryMegabytes for all queries together
 * @param connections how many queries may run at once
 */
public record DuckDbSettings(int threads, int memoryMegabytes, int connections) {
  public static final DuckDbSettings DEFAULT =
      new DuckDbSettings(Math.max(1, Runtime.getRuntime().availableProcessors()), 1_024, 4);
}
