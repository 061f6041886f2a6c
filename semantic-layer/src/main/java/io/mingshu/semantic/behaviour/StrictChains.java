package io.mingshu.semantic.behaviour;

import org.jspecify.annotations.Nullable;

/** Each step is the very next event of the person, of whatever kind. */
final class StrictChains implements Chains {
  private final FunnelOptions options;

  StrictChains(FunnelOptions options) {
    this.options = options;
  }

  @Override
  public @Nullable Chain best(Touches touches, Openings openings, Choice choice) {
    int first = -1;
    int deepest = 0;
    for (int place = openings.next(choice.from());
        place >= 0 && place < choice.until();
        place = openings.next(place + 1)) {
      if (openings.begins(touches, place, choice)) {
        int depth = depth(touches, place, choice);
        if (choice.isDeepEnough(depth) && depth > deepest) {
          first = place;
          deepest = depth;
        }
      }
    }
    if (first < 0) {
      return null;
    }
    int[] places = new int[deepest];
    for (int i = 0; i < deepest; i++) {
      places[i] = first + i;
    }
    return new Chain(places);
  }

  private int depth(Touches touches, int first, Choice choice) {
    int depth = 1;
    while (depth < options.steps()
        && first + depth < touches.size()
        && touches.is(first + depth, depth)
        && choice.takes(touches, first + depth)
        && choice.takesAs(touches, first + depth, depth + 1)
        && options.isWithin(touches.at(first), touches.at(first + depth))) {
      depth++;
    }
    return depth;
  }
}
