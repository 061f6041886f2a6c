package io.mingshu.semantic.behaviour.naive;

import java.util.List;
import java.util.Optional;

/**
 * By what value of an event's property a chain is grouped. In each group a user counts by the best
 * chain of that group, so a user may be in several; a chain without a value is in none.
 */
public sealed interface FunnelGroups {
  String property();

  /** By the value at one step, counted from 1; chains that don't get there are in no group. */
  record AtStep(String property, int step) implements FunnelGroups {
    @Override
    public Optional<String> value(List<Happening> chain) {
      return chain.size() < step ? Optional.empty() : chain.get(step - 1).property(property);
    }
  }

  /** By the value that all steps of the chain share; a step with another value is no step. */
  record AtAllSteps(String property) implements FunnelGroups {
    @Override
    public Optional<String> value(List<Happening> chain) {
      Optional<String> first = chain.get(0).property(property);
      boolean shared = chain.stream().allMatch(event -> event.property(property).equals(first));
      return shared ? first : Optional.empty();
    }
  }

  Optional<String> value(List<Happening> chain);
}
