package io.mingshu.seeds.shop;

/**
 * Says yes to a share of those who ask, exactly, by carrying the rest over: where chance would miss
 * a promised rate by its luck, a quota does not. Starts half-way, so that small groups are
 * unbiased.
 */
final class Quota {
  private double owed = 0.5;

  boolean take(double share) {
    owed += share;
    if (owed < 1) {
      return false;
    }
    owed -= 1;
    return true;
  }

  /** Takes back a yes that could not be used; the next to ask gets it. */
  void giveBack() {
    owed += 1;
  }
}
