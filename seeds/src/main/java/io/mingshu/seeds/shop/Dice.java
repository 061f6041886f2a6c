package io.mingshu.seeds.shop;

/**
 * Chance from a seed, the same on every machine. A throw can be named by what it decides, so that
 * no decision hangs on the order in which others are made. Not thread-safe.
 */
final class Dice {
  private long state;

  /** A well-mixed number for a named decision. */
  static long mix(long seed, long a, long b) {
    return scramble(scramble(seed * 0x9E3779B97F4A7C15L + a) * 0xD1342543DE82EF95L + b);
  }

  /** A number in [0, 1) for a named decision. */
  static double unit(long seed, long a, long b) {
    return toUnit(mix(seed, a, b));
  }

  void seed(long seed, long a, long b) {
    state = mix(seed, a, b);
  }

  double unit() {
    state += 0x9E3779B97F4A7C15L;
    return toUnit(scramble(state));
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  int below(int bound) {
    return (int) (unit() * bound);
  }

  int between(int first, int last) {
    return first + below(last - first + 1);
  }

  private static double toUnit(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }

  private static long scramble(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
