package io.mingshu.semantic.behaviour;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * So many different steps, from whichever happens first. One pass keeps, for each set of steps, the
 * chain that began last. An event adds to larger sets first, so that it is one step only.
 */
final class AnyOrderChains implements Chains {
  private static final int NONE = -1;

  private final FunnelOptions options;
  private final int[][] chains;
  private final int[] starts;

  AnyOrderChains(FunnelOptions options) {
    this.options = options;
    this.chains = new int[1 << options.steps()][];
    this.starts = new int[1 << options.steps()];
    for (int set = 0; set < chains.length; set++) {
      chains[set] = new int[Integer.bitCount(set)];
    }
  }

  @Override
  public @Nullable Chain best(Touches touches, Openings openings, Choice choice) {
    Arrays.fill(starts, NONE);
    int steps = (1 << options.steps()) - 1;
    @Nullable Chain best = null;
    for (int place = choice.from(); place < choice.until(); place++) {
      int kinds = (int) (touches.kinds(place) & steps);
      if (kinds == 0 || !choice.takes(touches, place)) {
        continue;
      }
      for (int set = steps; set >= 0; set--) {
        int start = set == 0 ? opening(touches, openings, place, choice) : starts[set];
        boolean grows =
            start != NONE
                && options.isWithin(touches.at(start), touches.at(place))
                && choice.takesAs(touches, place, Integer.bitCount(set) + 1);
        for (int more = grows ? kinds & ~set : 0; more != 0; more &= more - 1) {
          int larger = set | Integer.lowestOneBit(more);
          if (extend(set, larger, place, start)) {
            Chain chain = new Chain(chains[larger]);
            if (chain.isBetterThan(best)) {
              best = new Chain(chains[larger].clone());
            }
          }
        }
      }
    }
    return best != null && choice.isDeepEnough(best.depth()) ? best : null;
  }

  private static int opening(Touches touches, Openings openings, int place, Choice choice) {
    return openings.begins(touches, place, choice) ? place : NONE;
  }

  /** Whether the larger set has a chain now that began later, or took its steps earlier. */
  private boolean extend(int set, int larger, int place, int start) {
    int[] chain = chains[larger];
    boolean better =
        start > starts[larger]
            || (start == starts[larger]
                && Arrays.compare(chains[set], 0, chains[set].length, chain, 0, chain.length - 1)
                    < 0);
    if (better) {
      System.arraycopy(chains[set], 0, chain, 0, chains[set].length);
      chain[chain.length - 1] = place;
      starts[larger] = start;
    }
    return better;
  }
}
