package io.mingshu.semantic.catalog;

import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;
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
 * @param events what people do, by the words for it; steps of funnels are said in them
 */
public record BehaviourLog(
    String fact,
    String actor,
    String time,
    Optional<String> sequence,
    Optional<String> session,
    Optional<String> page,
    Optional<People> people,
    List<NamedEvent> events) {
  public BehaviourLog {
    events = List.copyOf(events);
  }

  /**
   * Something that people do.
   *
   * @param terms further words that people use for it
   * @param event which events are it
   */
  public record NamedEvent(Text label, Terms terms, Filter event) {}

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
