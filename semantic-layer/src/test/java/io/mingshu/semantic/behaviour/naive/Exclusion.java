package io.mingshu.semantic.behaviour.naive;

/**
 * An event that must not happen between two steps.
 *
 * @param event the event
 * @param after the number of the step (from 1) after which it must not happen
 * @param before the number of the step, a later one, from which on it may happen again
 * @param effect what it does to whom it happens
 */
public record Exclusion(EventMatch event, int after, int before, Effect effect) {
  /** What an excluded event does. */
  public enum Effect {
    /** The chain ends there: the user still counts for the steps reached before it. */
    ENDS_CHAIN,
    /**
     * The attempt counts for nothing, not even as entered. An attempt is all that can follow one
     * first step; it goes as deep as it can, and where it does not reach step {@code before}, the
     * event must not happen up to the end of the window. Other attempts of the user count.
     */
    VOIDS_ATTEMPT
  }

  public Exclusion {
    if (after < 1 || before <= after) {
      throw new IllegalArgumentException("An exclusion lies between two steps");
    }
  }
}
