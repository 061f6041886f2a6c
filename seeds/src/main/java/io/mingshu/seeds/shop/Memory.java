package io.mingshu.seeds.shop;

/**
 * What the simulation remembers of each user: under 40 bytes, for a million users fit in a small
 * heap.
 */
final class Memory {
  static final int LOST = 1;
  static final int CARTED_SINCE_HOME = 2;
  static final int PAID_SINCE_RECO = 4;
  static final int PAID_BEFORE = 8;
  static final int BUYS_FOOD = 16;

  final long[] lastEvent;
  final int[] orders;

  /** Day of the last order, +1; 0 for none. */
  final short[] lastOrder;

  /** The item to review, +1; 0 for none. */
  final int[] bought;

  /** Days of the first exposure to an experiment, +1; 0 for none. */
  final short[] homeExposure;

  final short[] recoExposure;
  private final byte[] marks;

  /** Two bits by device: 1 goes on from cart to checkout, 2 never does. */
  private final byte[] checkout;

  Memory(int users) {
    lastEvent = new long[users];
    orders = new int[users];
    lastOrder = new short[users];
    bought = new int[users];
    homeExposure = new short[users];
    recoExposure = new short[users];
    marks = new byte[users];
    checkout = new byte[users];
  }

  boolean has(int user, int mark) {
    return (marks[user] & mark) != 0;
  }

  void set(int user, int mark) {
    marks[user] |= (byte) mark;
  }

  void clear(int user, int mark) {
    marks[user] &= (byte) ~mark;
  }

  int checkout(int user, int device) {
    return checkout[user] >> (device * 2) & 3;
  }

  void setCheckout(int user, int device, int habit) {
    checkout[user] |= (byte) (habit << (device * 2));
  }
}
