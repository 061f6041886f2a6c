package io.mingshu.app.command;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import picocli.CommandLine.Option;

/** Which engine computes. */
final class EngineOption {
  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      defaultValue = "duckdb",
      description = "The engine that computes: duckdb.")
  private String engine = "duckdb";

  /**
   * Refuses what cannot be had.
   *
   * @throws MingshuException with {@code INVALID_USAGE}
   */
  void check() {
    if (!engine.equals("duckdb")) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              "--engine " + engine + "：目前只有 duckdb",
              "--engine " + engine + ": only duckdb so far"));
    }
  }
}
