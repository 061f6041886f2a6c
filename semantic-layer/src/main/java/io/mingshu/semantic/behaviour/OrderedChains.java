package io.mingshu.semantic.behaviour;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Each step later than the one before. One pass keeps, for each depth, the chain that began last:
 * whatever follows, no other of that depth gets further. An event is tried for the last step first,
 * so that it is one step only.
 */
final class OrderedChains implements Chains {
  private static final int NONE = -1;

  private final FunnelOptions options;

  /** By depth − 1: the places of the chain. */
  private final int[][] chains;

  private final int[] starts;

  OrderedChains(FunnelOptions options) {
    this.options = options;
    this.chains = new int[options.steps()][options.steps()];
    this.starts = new int[options.steps()];
  }

  @Override
  public @Nullable Chain best(Touches touches, Openings openings, Choice choice) {
    Arrays.fill(starts, NONE);
    int deepest = 0;
    int @Nullable [] best = null;
    for (int place = choice.from(); place < choice.until(); place++) {
      boolean step = choice.takes(touches, place);
      for (int depth = options.steps(); depth >= 1; depth--) {
        boolean endsOld = options.ends(touches, place, depth, false);
        int start = NONE;
        if (step && touches.is(place, depth - 1) && choice.takesAs(touches, place, depth)) {
          start = depth == 1 ? opening(touches, openings, place, choice) : starts[depth - 2];
          if (depth > 1
              && start != NONE
              && !options.isWithin(touches.at(start), touches.at(place))) {
            start = NONE;
          }
        }
        if (start != NONE && (endsOld || start > starts[depth - 1])) {
          extend(depth, place, start);
          if (depth > deepest) {
            deepest = depth;
            best = Arrays.copyOf(chains[depth - 1], depth);
          }
          if (options.ends(touches, place, depth, true)) {
            starts[depth - 1] = NONE;
          }
        } else if (endsOld) {
          starts[depth - 1] = NONE;
        }
      }
      if (deepest == options.steps()) {
        break;
      }
    }
    return best != null && choice.isDeepEnough(deepest) ? new Chain(best) : null;
  }

  private static int opening(Touches touches, Openings openings, int place, Choice choice) {
    return openings.begins(touches, place, choice) ? place : NONE;
  }

  private void extend(int depth, int place, int start) {
    if (depth > 1) {
      System.arraycopy(chains[depth - 2], 0, chains[depth - 1], 0, depth - 1);
    }
    chains[depth - 1][depth - 1] = place;
    starts[depth - 1] = start;
  }
}
