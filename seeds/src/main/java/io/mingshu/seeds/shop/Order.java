package io.mingshu.seeds.shop;

import java.util.List;

/**
 * An order as it is placed.
 *
 * @param time when it was placed, epoch milliseconds
 * @param payTime when it was paid, 0 for never
 * @param sequence 1 for the user's first order
 * @param lines in item order
 */
record Order(
    long time,
    long payTime,
    int user,
    int sequence,
    int channel,
    int device,
    int campaign,
    List<Line> lines) {

  /**
   * One ordered item; amounts in fen.
   *
   * @param refundTime 0 for never
   */
  record Line(
      int item,
      int quantity,
      long orderAmount,
      long discountAmount,
      long paidAmount,
      long refundAmount,
      long refundTime,
      int status) {}
}
