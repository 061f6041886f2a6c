package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * Which ways lead from a page or to it, within sessions. Conditions hold for every event of a way.
 *
 * @param direction whether ways begin or end at the page
 * @param page the value of the catalog's page dimension
 * @param depth the most pages of a way, that page among them
 * @param view what is answered
 * @param count how many ways, the most frequent first; of each group
 * @param groupBy a dimension whose values are told apart, as if nothing else had been seen
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PathQuery(
    Direction direction,
    String page,
    int depth,
    View view,
    int count,
    Optional<String> groupBy,
    Optional<Filter> filter,
    Optional<Period> period,
    Optional<Comparison> comparison)
    implements BehaviourQuery {
  public static final int MOST_DEPTH = 8;
  public static final int USUAL_DEPTH = 5;
  private static final int USUAL_COUNT = 20;

  public PathQuery {
    direction = direction == null ? Direction.FROM : direction;
    page = page == null ? "" : page;
    depth = depth == 0 ? USUAL_DEPTH : depth;
    view = view == null ? View.PATHS : view;
    count = count == 0 ? USUAL_COUNT : count;
  }

  /** Where the page stands in a way. */
  public enum Direction {
    /** What comes after it: from the first time in a session that it is seen. */
    @JsonProperty("from")
    FROM,
    /** What leads to it: up to the first time in a session that it is seen. */
    @JsonProperty("to")
    TO
  }

  /** What is answered. */
  public enum View {
    /** The most frequent ways. */
    @JsonProperty("paths")
    PATHS,
    /** Each beginning of a way, seen from the page, and who goes no further. */
    @JsonProperty("nodes")
    NODES
  }

  public static PathQuery of(Direction direction, String page) {
    return new PathQuery(
        direction,
        page,
        USUAL_DEPTH,
        View.PATHS,
        USUAL_COUNT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same of another page. */
  public PathQuery withPage(Direction where, String other) {
    return new PathQuery(where, other, depth, view, count, groupBy, filter, period, comparison);
  }

  public PathQuery withDepth(int pages) {
    return new PathQuery(direction, page, pages, view, count, groupBy, filter, period, comparison);
  }

  public PathQuery withView(View other) {
    return new PathQuery(direction, page, depth, other, count, groupBy, filter, period, comparison);
  }

  /** The same, with so many ways at most. */
  public PathQuery withCount(int most) {
    return new PathQuery(direction, page, depth, view, most, groupBy, filter, period, comparison);
  }

  @Override
  public PathQuery withGroup(Optional<String> dimension) {
    return new PathQuery(
        direction, page, depth, view, count, dimension, filter, period, comparison);
  }

  @Override
  public PathQuery within(Optional<Filter> which, Optional<Period> when) {
    return new PathQuery(direction, page, depth, view, count, groupBy, which, when, comparison);
  }

  @Override
  public PathQuery withComparison(Optional<Comparison> other) {
    return new PathQuery(direction, page, depth, view, count, groupBy, filter, period, other);
  }
}
