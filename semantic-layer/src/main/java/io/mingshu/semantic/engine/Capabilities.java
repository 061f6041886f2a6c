package io.mingshu.semantic.engine;

/**
 * What an engine can do, so that plans are chosen by capability.
 *
 * @param distinctBesideOthers whether a distinct count can be taken exactly, and without a plan of
 *     its own, in one aggregation with other figures
 * @param estimatesDistinct whether it can estimate distinct counts with a known bound of the error
 * @param gathersBits whether it can gather numbers from 0 to 61 as the bits of one
 * @param looksUpAnyNumber whether rows can be looked up in a set of any size that it finds itself
 * @param rowsSortedAtOnce how many rows it sorts in memory and can deal out, so that more of them
 *     are better sorted in shares; {@link #NO_SHARES} where they are not
 * @param live whether its rows may change while it is open
 */
public record Capabilities(
    boolean distinctBesideOthers,
    boolean estimatesDistinct,
    boolean gathersBits,
    boolean looksUpAnyNumber,
    long rowsSortedAtOnce,
    boolean live) {
  public static final long NO_SHARES = Long.MAX_VALUE;

  /** Whether it has hashes, which is what rows are dealt out by. */
  public boolean hashes() {
    return rowsSortedAtOnce != NO_SHARES;
  }
}
