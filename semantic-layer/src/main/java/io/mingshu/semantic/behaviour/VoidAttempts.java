package io.mingshu.semantic.behaviour;

import io.mingshu.semantic.behaviour.FunnelOptions.Exclusion;
import java.util.Arrays;

/**
 * Attempts that count for nothing, because each of the deepest chains that follow from their first
 * event meets an event that voids them.
 */
final class VoidAttempts {
  private final FunnelOptions options;

  /** Chains that were begun, and those of them that can still grow. */
  private final Kinds all;

  private final Kinds growing;

  /** By depth, from 1: whether there is a chain that met nothing, and one that did. */
  private static final class Kinds {
    private final boolean[] clean;
    private final boolean[] met;

    Kinds(int depths) {
      this.clean = new boolean[depths + 1];
      this.met = new boolean[depths + 1];
    }

    void begin() {
      Arrays.fill(clean, false);
      Arrays.fill(met, false);
      clean[1] = true;
    }

    void add(int depth, boolean newClean, boolean newMet) {
      clean[depth] |= newClean;
      met[depth] |= newMet;
    }

    void meet(int depth, boolean butNotTheNewOne) {
      met[depth] |= clean[depth];
      clean[depth] = butNotTheNewOne;
    }

    void end(int depth) {
      clean[depth] = false;
      met[depth] = false;
    }
  }

  VoidAttempts(FunnelOptions options) {
    this.options = options;
    this.all = new Kinds(options.steps());
    this.growing = new Kinds(options.steps());
  }

  /** Closes the openings of void attempts. */
  void close(Touches touches, Openings openings) {
    for (int place = openings.next(0); place >= 0; place = openings.next(place + 1)) {
      for (int i = 0; i < options.exclusions().size(); i++) {
        if (options.exclusions().get(i).voidsAttempt() && isVoid(touches, place, i)) {
          openings.close(place);
        }
      }
    }
  }

  private boolean isVoid(Touches touches, int first, int number) {
    Exclusion exclusion = options.exclusions().get(number);
    all.begin();
    growing.begin();
    int deepest = 1;
    for (int place = first + 1;
        place < touches.size() && options.isWithin(touches.at(first), touches.at(place));
        place++) {
      boolean step = !options.shared() || touches.shared(place) == touches.shared(first);
      boolean voids = touches.is(place, options.steps() + number);
      for (int depth = options.steps(); depth >= 1; depth--) {
        boolean taken = step && depth > 1 && touches.is(place, depth - 1);
        boolean newClean = taken && growing.clean[depth - 1];
        boolean newMet = taken && growing.met[depth - 1];
        if (newClean || newMet) {
          deepest = Math.max(deepest, depth);
        }
        boolean grows = !options.ends(touches, place, depth, true);
        all.add(depth, newClean, newMet);
        if (options.ends(touches, place, depth, false)) {
          growing.end(depth);
        }
        if (grows) {
          growing.add(depth, newClean, newMet);
        }
        if (voids && depth >= exclusion.after() && depth < exclusion.before()) {
          // The step after which it is forbidden may be this very event.
          boolean isThatStep = depth == exclusion.after() && newClean;
          all.meet(depth, isThatStep);
          growing.meet(depth, isThatStep && grows);
        }
      }
    }
    return deepest >= exclusion.after() && !all.clean[deepest];
  }
}
