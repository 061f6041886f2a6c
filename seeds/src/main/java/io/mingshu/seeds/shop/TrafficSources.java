package io.mingshu.seeds.shop;

/** How sessions come about. */
final class TrafficSources {
  private TrafficSources() {}

  /** Shares by channel; short video has a quarter of the east. */
  static Weights weights(boolean east) {
    return east
        ? new Weights(0.20, 0.17, 0.11, 0.25, 0.07, 0.06, 0.05, 0.09)
        : new Weights(0.23, 0.19, 0.13, 0.17, 0.08, 0.06, 0.05, 0.09);
  }
}
