package io.mingshu.gateway.answer;

/** Times one asking, in milliseconds with three decimals. */
final class Stopwatch {
  private final long start = System.nanoTime();
  private double parse;

  void parsed() {
    parse = elapsed();
  }

  Answer.Timings stop(double plan, double execute) {
    return new Answer.Timings(rounded(parse), rounded(plan), rounded(execute), rounded(elapsed()));
  }

  private double elapsed() {
    return (System.nanoTime() - start) / 1e6;
  }

  private static double rounded(double millis) {
    return Math.round(millis * 1000) / 1000.0;
  }
}
