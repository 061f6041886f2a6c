package io.mingshu.benchmarks.fuzz;

/** Times in buckets two percent wide, so that millions of them take no more memory than one. */
final class Timings {
  private static final double WIDTH = Math.log(1.02);
  private static final double SHORTEST_MICROS = 1;

  private final long[] buckets = new long[1_200];
  private long count;
  private double longest;

  void add(double micros) {
    int bucket = (int) (Math.log(Math.max(micros, SHORTEST_MICROS)) / WIDTH);
    buckets[Math.min(bucket, buckets.length - 1)]++;
    count++;
    longest = Math.max(longest, micros);
  }

  long count() {
    return count;
  }

  double longestMillis() {
    return longest / 1_000;
  }

  /** The time that a share of all did not exceed. */
  double millis(double share) {
    long wanted = (long) Math.ceil(share * count);
    long seen = 0;
    for (int i = 0; i < buckets.length; i++) {
      seen += buckets[i];
      if (seen >= wanted) {
        return Math.exp((i + 1) * WIDTH) / 1_000;
      }
    }
    return longestMillis();
  }
}
