package io.mingshu.semantic.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * Who comes back, and when: cohorts by intervals after them. Conditions on events choose the start;
 * any return counts.
 *
 * @param cohorts what puts people into a cohort
 * @param start which events start; absent: any. Nothing with {@link Cohorts#SIGNUP}
 * @param comeBack which events count as coming back; absent: any
 * @param unit the intervals of cohorts and of returns
 * @param returns the columns of the matrix; empty: each interval by itself, as far as there are
 *     some
 * @param within instead of columns: one stretch of time for everybody. The period then is one
 *     interval, whatever its length, and cohorts are pooled
 * @param occurrences how many events an interval, or the stretch, needs to count as a return
 * @param groupBy a dimension that splits cohorts, by its value at the start
 * @param sameGroup whether only returns with the start's value count
 * @param pooled one row for all cohorts together, of which the interval is over: sums over sums, so
 *     that large cohorts weigh more
 * @param unfinished whether figures of intervals that have begun and are not over are given, too,
 *     as far as they are known
 * @param lost tells those who do not come back instead
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RetentionQuery(
    Cohorts cohorts,
    Optional<Filter> start,
    Optional<Filter> comeBack,
    Grain unit,
    List<Return> returns,
    Optional<ReturnStretch> within,
    int occurrences,
    Optional<String> groupBy,
    boolean sameGroup,
    boolean pooled,
    boolean unfinished,
    boolean lost,
    Optional<Filter> filter,
    Optional<Period> period,
    Optional<Comparison> comparison)
    implements BehaviourQuery {

  private static final int USUAL_DAYS = 30;
  private static final int USUAL_UNITS = 12;

  public RetentionQuery {
    cohorts = cohorts == null ? Cohorts.SIGNUP : cohorts;
    unit = unit == null ? Grain.DAY : unit;
    returns = returns == null ? List.of() : List.copyOf(returns);
    occurrences = occurrences == 0 ? 1 : occurrences;
  }

  /** The same, in intervals after the cohorts' own, compared with nothing. */
  public RetentionQuery(
      Cohorts cohorts,
      Optional<Filter> start,
      Optional<Filter> comeBack,
      Grain unit,
      List<Return> returns,
      int occurrences,
      Optional<String> groupBy,
      boolean sameGroup,
      boolean pooled,
      boolean unfinished,
      boolean lost,
      Optional<Filter> filter,
      Optional<Period> period) {
    this(
        cohorts,
        start,
        comeBack,
        unit,
        returns,
        Optional.empty(),
        occurrences,
        groupBy,
        sameGroup,
        pooled,
        unfinished,
        lost,
        filter,
        period,
        Optional.empty());
  }

  /** The same, of intervals that are over. */
  public RetentionQuery(
      Cohorts cohorts,
      Optional<Filter> start,
      Optional<Filter> comeBack,
      Grain unit,
      List<Return> returns,
      int occurrences,
      Optional<String> groupBy,
      boolean sameGroup,
      Optional<Filter> filter,
      Optional<Period> period) {
    this(
        cohorts,
        start,
        comeBack,
        unit,
        returns,
        occurrences,
        groupBy,
        sameGroup,
        false,
        false,
        false,
        filter,
        period);
  }

  /** What puts people into a cohort. */
  public enum Cohorts {
    /** That they signed up, whether or not they ever did anything. */
    @JsonProperty("signup")
    SIGNUP,
    /** Each start event: people belong to every interval in which one happened. */
    @JsonProperty("each_interval")
    EACH_INTERVAL,
    /** Their first start event inside the period. */
    @JsonProperty("first_in_period")
    FIRST_IN_PERIOD,
    /**
     * Their first start event of all, which must meet the query's conditions itself: the buyers
     * whose first order was over 500.
     */
    @JsonProperty("first_ever")
    FIRST_EVER,
    /** The first of their start events that meets the query's conditions: the first over 500. */
    @JsonProperty("first_matching")
    FIRST_MATCHING
  }

  /**
   * A column: in at least one of the intervals {@code first} to {@code last} after the cohort's
   * own, which is number 0. That one is the cohort itself.
   *
   * @param last absent: in that interval or any later one
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Return(int first, Optional<Integer> last) {
    public static Return in(int number) {
      return new Return(number, Optional.of(number));
    }

    /** How many intervals must be over before anything can be told. */
    int nearest() {
      return last.orElse(first);
    }

    public static Return inOrAfter(int number) {
      return new Return(number, Optional.empty());
    }
  }

  /**
   * The latest days, or as many whole units as make a matrix. Where all returns look so far ahead
   * that nothing could be told of these days yet, as many days again as they look ahead.
   */
  @Override
  public Optional<Period> usualPeriod() {
    if (unit.isCoarserThan(Grain.DAY)) {
      return Optional.of(new Period.Last(USUAL_UNITS, unit, true));
    }
    int ahead = unit == Grain.DAY ? returns.stream().mapToInt(Return::nearest).min().orElse(0) : 0;
    int days = ahead < USUAL_DAYS ? USUAL_DAYS : USUAL_DAYS + ahead;
    return Optional.of(new Period.Last(days, Grain.DAY, false));
  }

  /** Each day by itself, of those who signed up in the default period. */
  public static RetentionQuery of(Cohorts cohorts, Grain unit) {
    return new RetentionQuery(
        cohorts,
        Optional.empty(),
        Optional.empty(),
        unit,
        List.of(),
        1,
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty());
  }

  /** Begins to exchange parts. */
  public RetentionChange change() {
    return new RetentionChange(this);
  }

  @Override
  public RetentionQuery withGroup(Optional<String> dimension) {
    return change().groupBy(dimension).query();
  }

  @Override
  public RetentionQuery within(Optional<Filter> which, Optional<Period> when) {
    return change().filter(which).period(when).query();
  }

  @Override
  public RetentionQuery withComparison(Optional<Comparison> other) {
    return change().comparison(other).query();
  }

  /** Of those who started in the period: who came back in one stretch of time after it. */
  public RetentionQuery within(ReturnStretch stretch) {
    return change().within(Optional.of(stretch)).query();
  }

  /** The same question of all cohorts together. */
  public RetentionQuery together() {
    return change().pooled(true).query();
  }
}
