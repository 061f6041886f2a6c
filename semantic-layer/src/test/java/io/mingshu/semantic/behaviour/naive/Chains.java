package io.mingshu.semantic.behaviour.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Every chain of steps that one user's events allow, tried from every possible first step on, with
 * each possible next one: long ones and all their beginnings. Nothing is clever here.
 */
final class Chains {
  private final List<Happening> events;
  private final FunnelOptions options;

  private Chains(List<Happening> events, FunnelOptions options) {
    this.events = events;
    this.options = options;
  }

  /** The chains among one user's events, which are in order. */
  static List<Chain> of(List<Happening> events, FunnelOptions options) {
    return new Chains(events, options).all();
  }

  private List<Chain> all() {
    List<Chain> all = new ArrayList<>();
    for (int place = 0; place < events.size(); place++) {
      List<Chain> attempt = attempt(place);
      if (options.exclusions().stream().noneMatch(exclusion -> isVoid(attempt, exclusion))) {
        all.addAll(attempt);
      }
    }
    return all;
  }

  /** All that can follow one first step. */
  private List<Chain> attempt(int place) {
    Happening first = events.get(place);
    List<Chain> chains = new ArrayList<>();
    if (options.period().contains(options.clock().shows(first)) && isSeen(first)) {
      for (int step = 0; step < firstSteps(); step++) {
        if (options.steps().get(step).matches(first) && sharesWith(first, first)) {
          extend(Chain.from(first, place, step), chains);
        }
      }
    }
    return chains;
  }

  private int firstSteps() {
    return options.order() == StepOrder.UNORDERED ? options.steps().size() : 1;
  }

  private void extend(Chain chain, List<Chain> chains) {
    chains.add(chain);
    for (int place = 0; place < events.size(); place++) {
      Happening next = events.get(place);
      if (follows(place, chain)
          && isSeen(next)
          && options.isInWindow(chain.first(), next)
          && sharesWith(chain.first(), next)) {
        for (int step = 0; step < options.steps().size(); step++) {
          if (isOpen(step, chain) && options.steps().get(step).matches(next)) {
            Chain longer = chain.then(next, place, step);
            if (options.exclusions().stream().noneMatch(exclusion -> ends(longer, exclusion))) {
              extend(longer, chains);
            }
          }
        }
      }
    }
  }

  private boolean follows(int place, Chain chain) {
    boolean later = place > chain.lastPlace();
    return switch (options.order()) {
      case ORDERED, UNORDERED -> later;
      case STRICT -> place == chain.lastPlace() + 1;
      case ORDERED_OR_SAME_MOMENT ->
          later
              || (events.get(place).at().equals(chain.last().at())
                  && !chain.places().contains(place));
    };
  }

  private boolean isOpen(int step, Chain chain) {
    return options.order() == StepOrder.UNORDERED
        ? !chain.steps().contains(step)
        : step == chain.depth();
  }

  private boolean isSeen(Happening event) {
    return event.at().isBefore(options.seenUntil());
  }

  private boolean sharesWith(Happening first, Happening next) {
    return options.sharing().stream()
        .allMatch(
            property ->
                first.property(property).isPresent()
                    && first.property(property).equals(next.property(property)));
  }

  /** Whether the excluded event stands between the two steps, or what the chain has of them. */
  private boolean ends(Chain chain, Exclusion exclusion) {
    return exclusion.effect() == Exclusion.Effect.ENDS_CHAIN
        && chain.depth() > exclusion.after()
        && stands(
            exclusion,
            chain.places().get(exclusion.after() - 1),
            chain.places().get(Math.min(exclusion.before(), chain.depth()) - 1));
  }

  /** Whether each of the deepest chains of an attempt meets the excluded event. */
  private boolean isVoid(List<Chain> attempt, Exclusion exclusion) {
    int depth = attempt.stream().mapToInt(Chain::depth).max().orElse(0);
    return exclusion.effect() == Exclusion.Effect.VOIDS_ATTEMPT
        && depth >= exclusion.after()
        && attempt.stream()
            .filter(chain -> chain.depth() == depth)
            .allMatch(chain -> isMet(chain, exclusion));
  }

  private boolean isMet(Chain chain, Exclusion exclusion) {
    int after = chain.places().get(exclusion.after() - 1);
    if (chain.depth() >= exclusion.before()) {
      return stands(exclusion, after, chain.places().get(exclusion.before() - 1));
    }
    return IntStream.range(after + 1, events.size())
        .mapToObj(events::get)
        .filter(event -> isSeen(event) && options.isInWindow(chain.first(), event))
        .anyMatch(exclusion.event()::matches);
  }

  private boolean stands(Exclusion exclusion, int after, int before) {
    return IntStream.range(after + 1, before)
        .mapToObj(events::get)
        .anyMatch(exclusion.event()::matches);
  }
}
