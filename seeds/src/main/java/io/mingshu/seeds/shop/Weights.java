package io.mingshu.seeds.shop;

/** Picks an index in proportion to its weight. */
final class Weights {
  private final double[] cumulative;

  Weights(double... weights) {
    cumulative = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      cumulative[i] = sum;
    }
    for (int i = 0; i < weights.length; i++) {
      cumulative[i] /= sum;
    }
  }

  /** Popularity of {@code n} things by rank. */
  static Weights zipf(int n, double exponent) {
    double[] weights = new double[n];
    for (int i = 0; i < n; i++) {
      weights[i] = StrictMath.exp(-exponent * StrictMath.log(i + 1));
    }
    return new Weights(weights);
  }

  /** The index that a number in [0, 1) falls on. */
  int pick(double unit) {
    int low = 0;
    int high = cumulative.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (unit < cumulative[middle]) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
