package io.mingshu.semantic.plan.naive;

import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Filter.Bound;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.MetricCondition;
import io.mingshu.semantic.query.MetricCondition.Operator;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Ordering;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.Ranking;
import io.mingshu.semantic.query.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Queries of every shape over the corner shop; some of them mean nothing and are refused. */
public final class RandomQueries {
  private static final List<String> METRICS = List.copyOf(NaiveMetrics.ALL_METRICS.keySet());
  private static final List<String> DIMENSIONS =
      List.of(
          "province",
          "province",
          "level",
          "campaign",
          "first_order",
          "rooms",
          "weekend",
          "weekday");

  private final Random random;

  public RandomQueries(long seed) {
    this.random = new Random(seed);
  }

  public MetricQuery next() {
    return next(METRICS);
  }

  /** A query of some of the metrics. */
  public MetricQuery next(List<String> metrics) {
    MetricQuery query = MetricQuery.of(some(metrics, 1 + random.nextInt(7) / 3));
    query = query.withPeriod(period());
    if (oneIn(2)) {
      query = query.withDimensions(List.of(some(DIMENSIONS, 1 + random.nextInt(5) / 4)));
    }
    if (oneIn(2)) {
      query = query.withFilter(filter());
    }
    boolean trend = oneIn(3);
    if (trend) {
      query = query.withGrain(pick(List.of(Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.QUARTER)));
      if (oneIn(8)) {
        query = query.withGrain(Grain.HOUR).withPeriod(fewDays());
      } else if (query.grain().orElseThrow() == Grain.DAY && !query.dimensions().isEmpty()) {
        query = query.withPeriod(fewDays());
      }
    }
    if (trend && oneIn(3)) {
      query =
          query.withAccumulation(
              oneIn(2)
                  ? new Accumulation.RunningTotal()
                  : new Accumulation.Rolling(1 + random.nextInt(4)));
    } else if (oneIn(3)) {
      query = compared(query, trend);
    }
    if (oneIn(5)) {
      query = query.withShare(new Share(List.of(pick(List.of("province", "campaign")))));
    }
    if (oneIn(4)) {
      query = query.withConditions(List.of(condition(query)));
    }
    return ordered(query);
  }

  private MetricQuery compared(MetricQuery query, boolean trend) {
    Comparison first = comparison(trend);
    Comparison second = comparison(true);
    boolean twice = oneIn(3) && !first.equals(second) && !(first instanceof Comparison.With);
    MetricQuery compared = query.withComparison(first);
    return twice ? compared.withSecondComparison(second) : compared;
  }

  private MetricQuery ordered(MetricQuery query) {
    MetricQuery ordered = query;
    boolean grouped = !query.dimensions().isEmpty() || query.grain().isPresent();
    if (grouped && oneIn(2)) {
      ordered =
          ordered.withOrdering(
              new Ordering(pick(query.metrics()), measure(query), random.nextBoolean()));
    }
    if (grouped && oneIn(8)) {
      return ordered.withCountGroups(true);
    }
    if (grouped && oneIn(3)) {
      List<String> within =
          query.dimensions().size() > 1 && oneIn(2) ? List.of(pick(query.dimensions())) : List.of();
      ordered =
          ordered.withRanking(
              new Ranking(1 + random.nextInt(4), random.nextInt(4) / 3, within, false));
    }
    return ordered;
  }

  private Measure measure(MetricQuery query) {
    if (query.comparison().isPresent() && oneIn(2)) {
      return pick(Measure.ofComparison(random.nextInt(query.comparisons().size())));
    }
    return query.share().isPresent() && oneIn(2) ? Measure.SHARE : Measure.VALUE;
  }

  private MetricCondition condition(MetricQuery query) {
    String metric = oneIn(2) ? pick(query.metrics()) : pick(METRICS);
    Operator operator = pick(List.of(Operator.values()));
    if (oneIn(3)) {
      boolean grouped = !query.dimensions().isEmpty() || query.grain().isPresent();
      return grouped && oneIn(2)
          ? MetricCondition.againstMean(metric, operator)
          : MetricCondition.againstOverall(metric, operator);
    }
    return new MetricCondition(
        metric, measure(query), operator, Optional.of(bound()), false, false);
  }

  private BigDecimal bound() {
    return pick(
        List.of(
            BigDecimal.ZERO,
            new BigDecimal("0.3"),
            BigDecimal.ONE,
            BigDecimal.valueOf(2),
            BigDecimal.valueOf(40),
            new BigDecimal("120.5")));
  }

  private Period period() {
    LocalDate day = NaiveShop.FIRST.plusDays(40 + random.nextInt(440));
    return switch (random.nextInt(8)) {
      case 0 -> new Period.Last(30 + random.nextInt(60), Grain.DAY, false);
      case 1 -> new Period.Previous(pick(List.of(Grain.MONTH, Grain.WEEK)), 1 + random.nextInt(5));
      case 2 -> new Period.ToDate(pick(List.of(Grain.MONTH, Grain.YEAR, Grain.WEEK)));
      case 3 -> new Period.Calendar(pick(List.of(Grain.MONTH, Grain.QUARTER, Grain.YEAR)), day);
      case 4 -> new Period.Between(LocalDate.of(2025, 12, 20), LocalDate.of(2026, 1, 10));
      case 5 -> new Period.Between(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 11, 15));
      default -> new Period.Between(day, day.plusDays(random.nextInt(70)));
    };
  }

  private Period fewDays() {
    LocalDate day =
        pick(
            List.of(
                LocalDate.of(2025, 12, 30),
                LocalDate.of(2025, 3, 8),
                LocalDate.of(2025, 11, 1),
                LocalDate.of(2025, 6, 1)));
    return new Period.Between(day, day.plusDays(random.nextInt(4)));
  }

  private Comparison comparison(boolean trend) {
    return switch (random.nextInt(trend ? 3 : 4)) {
      case 0 -> new Comparison.YearBefore();
      case 1 -> new Comparison.DaysBefore(7);
      case 2 -> new Comparison.PreviousPeriod();
      default -> new Comparison.With(fewDays());
    };
  }

  private Filter filter() {
    List<Filter> parts = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      parts.add(oneIn(4) ? choosing() : plain());
    }
    if (oneIn(6)) {
      parts.add(new Filter.Or(List.of(plain(), plain())));
    }
    return parts.size() == 1 ? parts.get(0) : new Filter.And(parts);
  }

  private Filter choosing() {
    String metric =
        pick(List.of("paid_orders", "orders", "paid", "cart_events", "largest", "aov", "gmv"));
    if (oneIn(3)) {
      return new Filter.Top(
          pick(List.of("province", "campaign")),
          metric,
          1 + random.nextInt(2),
          random.nextBoolean());
    }
    Operator operator = pick(List.of(Operator.values()));
    return new Filter.EntityHas(
        pick(List.of("user", "user", "order")),
        List.of(MetricCondition.of(metric, operator, bound())));
  }

  private Filter plain() {
    return switch (random.nextInt(9)) {
      case 7 -> new Filter.In("level", List.of("gold"), oneIn(3));
      case 8 -> new Filter.IsNull("level", oneIn(2));
      case 0 -> new Filter.In("campaign", List.of(pick(List.of("618", "O'Hara"))), oneIn(2));
      case 1 -> new Filter.In("province", List.of("广东", "浙江"), oneIn(3));
      case 2 -> new Filter.IsNull(pick(List.of("campaign", "province", "rooms")), oneIn(2));
      case 3 ->
          new Filter.Range(
              pick(List.of("rooms", "hour", "weekday")),
              Optional.of(new Bound(BigDecimal.valueOf(random.nextInt(4)), oneIn(2))),
              oneIn(2)
                  ? Optional.empty()
                  : Optional.of(new Bound(BigDecimal.valueOf(3 + random.nextInt(15)), oneIn(2))));
      case 4 -> new Filter.In("weekend", List.of("true"), oneIn(2));
      case 5 -> new Filter.In("first_order", List.of("true"), oneIn(2));
      default -> new Filter.In("province", List.of("西藏"), true);
    };
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String[] some(List<String> choices, int count) {
    Set<String> chosen = new LinkedHashSet<>();
    while (chosen.size() < count) {
      chosen.add(pick(choices));
    }
    return chosen.toArray(String[]::new);
  }
}
