package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How far people get. Conditions on events hold for every step.
 *
 * @param funnel a funnel of the catalog, which says the steps, and the window where the query says
 *     none; absent: {@code steps} does
 * @param steps what must happen
 * @param order in which order
 * @param window how long after the first step the others may happen, its end included; absent: the
 *     catalog's, or 7 days; none at all with {@code sameSession}, unless given
 * @param sameSession whether all steps happen in one session
 * @param exclusions what must not happen in between; only in order
 * @param breakdown what people are split by
 * @param view what is answered; absent: a row for each step
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FunnelQuery(
    Optional<String> funnel,
    List<Step> steps,
    Order order,
    Optional<Window> window,
    boolean sameSession,
    List<Exclusion> exclusions,
    Optional<Breakdown> breakdown,
    Optional<View> view,
    Optional<Filter> filter,
    Optional<Period> period,
    Optional<Comparison> comparison)
    implements BehaviourQuery {

  public FunnelQuery {
    steps = steps == null ? List.of() : List.copyOf(steps);
    order = order == null ? Order.ORDERED : order;
    exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
  }

  /** The same, compared with nothing. */
  public FunnelQuery(
      Optional<String> funnel,
      List<Step> steps,
      Order order,
      Optional<Window> window,
      boolean sameSession,
      List<Exclusion> exclusions,
      Optional<Breakdown> breakdown,
      Optional<View> view,
      Optional<Filter> filter,
      Optional<Period> period) {
    this(
        funnel,
        steps,
        order,
        window,
        sameSession,
        exclusions,
        breakdown,
        view,
        filter,
        period,
        Optional.empty());
  }

  /**
   * A step.
   *
   * @param name what it is called in the answer; absent: by its condition
   * @param event which events are it
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Step(Optional<String> name, Filter event) {
    public static Step of(Filter event) {
      return new Step(Optional.empty(), event);
    }
  }

  /** In which order steps happen. */
  public enum Order {
    /** Each later than the one before; anything may happen in between. */
    @JsonProperty("ordered")
    ORDERED,
    /** Each is the very next event of the person, of any kind. */
    @JsonProperty("strict")
    STRICT,
    /** In any order: so many different steps, from whichever happens first. */
    @JsonProperty("any")
    ANY
  }

  /** A length of true time: a day has 24 hours. */
  public record Window(int count, Unit unit) {
    /** Units of fixed length. */
    public enum Unit {
      @JsonProperty("second")
      SECOND(Duration.ofSeconds(1)),
      @JsonProperty("minute")
      MINUTE(Duration.ofMinutes(1)),
      @JsonProperty("hour")
      HOUR(Duration.ofHours(1)),
      @JsonProperty("day")
      DAY(Duration.ofDays(1)),
      @JsonProperty("week")
      WEEK(Duration.ofDays(7));

      private final Duration length;

      Unit(Duration length) {
        this.length = length;
      }
    }

    public static final Window WEEK = new Window(7, Unit.DAY);

    public Duration length() {
      return unit.length.multipliedBy(count);
    }
  }

  /**
   * What must not happen between two steps.
   *
   * @param event which events must not; the query's conditions on events do not narrow them
   * @param after the step, from 1, after which it must not happen
   * @param before the later step from which on it may happen again
   */
  public record Exclusion(Filter event, int after, int before, Effect effect) {
    public Exclusion {
      effect = effect == null ? Effect.ENDS_CHAIN : effect;
    }

    /** What it does to those to whom it happens. */
    public enum Effect {
      /** They count for the steps before it. */
      @JsonProperty("ends_chain")
      ENDS_CHAIN,
      /** All that followed from that first step counts for nothing; other attempts count. */
      @JsonProperty("voids_attempt")
      VOIDS_ATTEMPT
    }
  }

  /**
   * What people are split by.
   *
   * @param step at which step, from 1, an event's value is taken; absent: at the first
   * @param everyStep whether all steps must have the same value instead
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Breakdown(String dimension, Optional<Integer> step, boolean everyStep) {
    public static Breakdown by(String dimension) {
      return new Breakdown(dimension, Optional.empty(), false);
    }
  }

  /** What is answered. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = View.Steps.class, name = "steps"),
    @JsonSubTypes.Type(value = View.Conversion.class, name = "conversion"),
    @JsonSubTypes.Type(value = View.Losses.class, name = "losses"),
    @JsonSubTypes.Type(value = View.Trend.class, name = "trend"),
    @JsonSubTypes.Type(value = View.TimeToConvert.class, name = "time_to_convert")
  })
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public sealed interface View {
    /**
     * A row for each step.
     *
     * @param times whether to say how long people took since the step before
     */
    record Steps(boolean times) implements View {}

    /** From the first step to the last: one row, or one for each group. */
    record Conversion() implements View {}

    /**
     * How many are lost from each step to the next.
     *
     * @param largest only the step before which most are lost; absent: every step
     */
    record Losses(Optional<By> largest) implements View {
      /** What makes a loss the largest. */
      public enum By {
        /** Most people. */
        @JsonProperty("people")
        PEOPLE,
        /** The largest share of those who were there. */
        @JsonProperty("rate")
        RATE
      }
    }

    /**
     * A row for each interval in which people began.
     *
     * @param toStep the step that counts as converted, from 1; absent: the last one
     */
    record Trend(Grain grain, Optional<Integer> toStep) implements View {}

    /**
     * How many people took how long from one step to a later one.
     *
     * @param bins how many equal bins; absent: as their number suggests
     */
    record TimeToConvert(int from, int to, Optional<Integer> bins) implements View {}
  }

  /** A row for each step, in order, within seven times 24 hours, over the default period. */
  public static FunnelQuery of(Filter... steps) {
    return new FunnelQuery(
        Optional.empty(),
        List.of(steps).stream().map(Step::of).toList(),
        Order.ORDERED,
        Optional.empty(),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** What is answered. */
  public View shown() {
    return view.orElse(new View.Steps(false));
  }

  /** The window that holds; absent: none. */
  public Optional<Duration> limit() {
    return window
        .or(() -> sameSession ? Optional.empty() : Optional.of(Window.WEEK))
        .map(Window::length);
  }

  /** Begins to exchange parts. */
  public FunnelChange change() {
    return new FunnelChange(this);
  }

  @Override
  public Optional<String> groupBy() {
    return breakdown.map(Breakdown::dimension);
  }

  @Override
  public FunnelQuery withGroup(Optional<String> dimension) {
    return change().breakdown(dimension.map(Breakdown::by)).query();
  }

  @Override
  public FunnelQuery within(Optional<Filter> which, Optional<Period> when) {
    return change().filter(which).period(when).query();
  }

  @Override
  public FunnelQuery withComparison(Optional<Comparison> other) {
    return change().comparison(other).query();
  }

  /** The same funnel, of which something else is answered. */
  public FunnelQuery withView(View other) {
    return change().view(other).query();
  }

  @Override
  public Optional<Grain> buckets() {
    return shown() instanceof View.Trend trend
        ? Optional.ofNullable(trend.grain())
        : Optional.empty();
  }
}
