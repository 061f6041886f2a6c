package io.mingshu.seeds.shop;

/** When in the day people shop. */
final class Hours {
  static final Weights WEIGHTS =
      new Weights(
          1.6, 0.9, 0.5, 0.3, 0.3, 0.5, 1.2, 2.2, 3.2, 4.2, 5.0, 5.0, 5.4, 5.0, 4.6, 4.6, 4.6, 4.6,
          5.2, 6.6, 9.4, 10.2, 9.2, 4.2);

  private Hours() {}
}
