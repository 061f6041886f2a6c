package io.mingshu.semantic.query;

import java.util.List;

/**
 * The first groups in the query's ordering.
 *
 * @param count how many groups, at least 1
 * @param skip how many to leave out first (the second alone: skip 1, count 1)
 * @param within dimensions inside which to rank (N per group); empty: over all groups
 * @param others add one row that holds the rest; only for additive metrics and without {@code
 *     within}
 */
public record Ranking(int count, int skip, List<String> within, boolean others) {
  public Ranking {
    within = within == null ? List.of() : List.copyOf(within);
  }

  public static Ranking first(int count) {
    return new Ranking(count, 0, List.of(), false);
  }
}
