package io.mingshu.semantic.plan.druid;

/** In which form Druid holds a value of a plan. */
sealed interface Held {

  /** As the plan has it: text, whole numbers, doubles, booleans. */
  record Plain() implements Held {}

  /** A decimal as a long, times 10 to the power of the scale: sums of longs are exact. */
  record Scaled(int scale) implements Held {}

  /** An instant as a timestamp in UTC. */
  record Moment() implements Held {}

  /** An instant in milliseconds since 1970. */
  record Millis() implements Held {}

  /** A day as the timestamp of its midnight in UTC. */
  record Day() implements Held {}

  /**
   * An instant of which the business clock's time is meant.
   *
   * @param steady whether the zone's offset is the same for all rows
   */
  record Clock(String zone, boolean steady) implements Held {}

  /** A time on the clock of a zone as the instant at which that clock shows it. */
  record Shown(String zone) implements Held {}

  /** A sketch, which is read as its bytes in base 64: Druid puts quotes around them. */
  record Sketch() implements Held {}

  Held PLAIN = new Plain();
  Held MOMENT = new Moment();
  Held MILLIS = new Millis();
  Held DAY = new Day();
  Held SKETCH = new Sketch();
}
