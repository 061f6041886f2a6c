package io.mingshu.semantic.catalog;

import java.util.Optional;

/**
 * Which fact is the log of what people do, and where it says who, when and where. Analyses of
 * behaviour read it.
 *
 * @param fact a row is something that somebody did
 * @param actor the dimension that says who
 * @param time the fact's time column that says when
 * @param sequence the column that puts what happens at one moment in order
 * @param session the dimension that says in which session
 * @param page the dimension that says on which page
 * @param people a fact with one row for everybody who signed up
 */
public record BehaviourLog(
    String fact,
    String actor,
    String time,
    Optional<String> sequence,
    Optional<String> session,
    Optional<String> page,
    Optional<People> people) {

  /**
   * Everybody who signed up. Dimensions of this fact are what people have, whatever they do.
   *
   * @param time the time column that says when they did
   */
  public record People(String fact, String time) {}

  /** Whether a dimension is something that people have; all others are of what happens. */
  public boolean isOfPeople(Dimension dimension) {
    return dimension.name().equals(actor)
        || dimension.source() instanceof Dimension.Membership
        || (dimension.source() instanceof Dimension.Columns
            && people.filter(all -> dimension.belongsTo(all.fact())).isPresent());
  }
}
