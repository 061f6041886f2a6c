package io.mingshu.semantic.plan.naive;

import io.mingshu.semantic.plan.naive.NaiveMetrics.Definition;
import io.mingshu.semantic.plan.naive.NaiveMetrics.How;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricCondition;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One figure at a time, by looking at every row. */
final class NaiveFigures {
  private final List<NaiveRow> rows;
  private final ZoneId zone;
  private final DayOfWeek weekStart;
  private final Map<Object, Set<Object>> chosen = new HashMap<>();
  private final Map<String, List<LocalDate>> days = new HashMap<>();
  private final NaiveBehaviour behaviour;

  NaiveFigures(NaiveShop shop, ZoneId zone, DayOfWeek weekStart, LocalDate today) {
    this.rows = NaiveRow.of(shop);
    this.zone = zone;
    this.weekStart = weekStart;
    this.behaviour = new NaiveBehaviour(this, weekStart, today);
    shop.purchases().forEach(p -> addDay("purchases", p.orderTime()));
    shop.visits().forEach(v -> addDay("visits", v.time()));
  }

  private void addDay(String fact, Instant moment) {
    days.computeIfAbsent(fact, f -> new ArrayList<>()).add(LocalDate.ofInstant(moment, zone));
  }

  /** The first day of a fact's rows, whether or not they count. */
  LocalDate firstDay(String fact) {
    return days.getOrDefault(fact, List.of()).stream().min(LocalDate::compareTo).orElseThrow();
  }

  LocalDate lastDay(String fact) {
    return days.getOrDefault(fact, List.of()).stream().max(LocalDate::compareTo).orElseThrow();
  }

  /** Business time, from the first moment until before the second. */
  record Window(LocalDateTime from, LocalDateTime until) {}

  /**
   * Which rows a figure is of.
   *
   * @param before what lies just before the window
   * @param asked the whole period, over which filters choose entities and members
   */
  record Selection(
      Window window,
      Window before,
      Window asked,
      Optional<Filter> filter,
      Map<String, Object> group) {
    Selection over(Window other) {
      return new Selection(other, before, asked, filter, group);
    }

    Selection of(String dimension, Object value) {
      Map<String, Object> narrower = new HashMap<>(group);
      narrower.put(dimension, value);
      return new Selection(window, before, asked, filter, narrower);
    }
  }

  List<NaiveRow> rows() {
    return rows;
  }

  ZoneId zone() {
    return zone;
  }

  /** The value of a metric; null where it has none. */
  @Nullable Object value(String metric, Selection selection) {
    Definition definition = NaiveMetrics.get(metric);
    if (definition instanceof NaiveMetrics.Rows aggregate) {
      return aggregate(aggregate, matching(aggregate, selection));
    }
    if (definition instanceof NaiveMetrics.Ratio ratio) {
      return divide(value(ratio.numerator(), selection), value(ratio.denominator(), selection));
    }
    if (definition instanceof NaiveMetrics.Minus minus) {
      return minus(value(minus.left(), selection), value(minus.right(), selection));
    }
    if (definition instanceof NaiveMetrics.Mean mean) {
      List<Window> units = wholeUnits(mean, selection);
      if (units.isEmpty()) {
        return value(mean.metric(), selection);
      }
      double sum = 0;
      for (Window unit : units) {
        sum += number(value(mean.metric(), selection.over(unit)));
      }
      return sum / units.size();
    }
    if (definition instanceof NaiveMetrics.First first) {
      NaiveMetrics.Rows counted = (NaiveMetrics.Rows) NaiveMetrics.get(first.metric());
      return newcomers(counted, selection);
    }
    if (definition instanceof NaiveMetrics.Behaviour about) {
      return behaviour.value(about, selection);
    }
    NaiveMetrics.Users users = (NaiveMetrics.Users) definition;
    long count = 0;
    for (Object user : entities("user")) {
      Selection ofUser = selection.of("user", user);
      if (number(value(users.atLeast(), ofUser)) >= users.least()
          && number(value(users.atMost(), ofUser)) <= users.most()) {
        count++;
      }
    }
    return count;
  }

  /** Whether the selection is a group of the metric at all. */
  boolean exists(String metric, Selection selection) {
    Definition definition = NaiveMetrics.get(metric);
    if (definition instanceof NaiveMetrics.Rows aggregate) {
      return !matching(aggregate, selection).isEmpty();
    }
    if (definition instanceof NaiveMetrics.Ratio ratio) {
      boolean sameRows =
          NaiveMetrics.get(ratio.numerator()) instanceof NaiveMetrics.Rows numerator
              && NaiveMetrics.get(ratio.denominator()) instanceof NaiveMetrics.Rows denominator
              && numerator.fact().equals(denominator.fact())
              && numerator.time().equals(denominator.time());
      return exists(ratio.denominator(), selection)
          || (sameRows && exists(ratio.numerator(), selection));
    }
    if (definition instanceof NaiveMetrics.Minus minus) {
      return exists(minus.left(), selection) || exists(minus.right(), selection);
    }
    if (definition instanceof NaiveMetrics.Mean mean) {
      List<Window> units = wholeUnits(mean, selection);
      return units.isEmpty()
          ? exists(mean.metric(), selection)
          : units.stream().anyMatch(unit -> exists(mean.metric(), selection.over(unit)));
    }
    if (definition instanceof NaiveMetrics.First first) {
      NaiveMetrics.Rows counted = (NaiveMetrics.Rows) NaiveMetrics.get(first.metric());
      return matching(counted, selection).stream()
          .anyMatch(row -> row.cells().get(counted.cell()) != null);
    }
    if (definition instanceof NaiveMetrics.Behaviour about) {
      return behaviour.exists(about, selection);
    }
    NaiveMetrics.Users users = (NaiveMetrics.Users) definition;
    return entities("user").stream()
        .map(user -> selection.of("user", user))
        .anyMatch(s -> exists(users.atLeast(), s) || exists(users.atMost(), s));
  }

  long newcomers(NaiveMetrics.Rows counted, Selection selection) {
    Set<Object> seen = new HashSet<>();
    for (NaiveRow row : matching(counted, selection)) {
      Object thing = row.cells().get(counted.cell());
      if (thing != null && !firstOf(counted, thing).isBefore(at(selection.window().from()))) {
        seen.add(thing);
      }
    }
    return seen.size();
  }

  private Instant firstOf(NaiveMetrics.Rows counted, Object thing) {
    Instant first = Instant.MAX;
    for (NaiveRow row : rows) {
      Instant moment = row.fact().equals(counted.fact()) ? row.moment(counted.time()) : null;
      if (moment != null
          && counted.counts().test(row)
          && thing.equals(row.cells().get(counted.cell()))
          && moment.isBefore(first)) {
        first = moment;
      }
    }
    return first;
  }

  private static @Nullable Object aggregate(NaiveMetrics.Rows aggregate, List<NaiveRow> matching) {
    if (aggregate.how() == How.COUNT) {
      return (long) matching.size();
    }
    List<Object> values = new ArrayList<>();
    for (NaiveRow row : matching) {
      Object value = row.cells().get(aggregate.cell());
      if (value != null) {
        values.add(value);
      }
    }
    return switch (aggregate.how()) {
      case DISTINCT -> (long) new HashSet<>(values).size();
      case SUM -> sum(values);
      case MEAN -> values.isEmpty() ? null : sum(values).doubleValue() / values.size();
      case MIN ->
          values.stream().map(v -> (BigDecimal) v).min(Comparator.naturalOrder()).orElse(null);
      case MAX ->
          values.stream().map(v -> (BigDecimal) v).max(Comparator.naturalOrder()).orElse(null);
      case COUNT -> throw new IllegalStateException();
    };
  }

  private static BigDecimal sum(List<Object> values) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Object value : values) {
      sum = sum.add(new BigDecimal(value.toString()));
    }
    return sum;
  }

  static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }

  static @Nullable Object divide(@Nullable Object dividend, @Nullable Object divisor) {
    return dividend == null || divisor == null || number(divisor) == 0
        ? null
        : number(dividend) / number(divisor);
  }

  static @Nullable Object minus(@Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return null;
    }
    if (left instanceof Double || right instanceof Double) {
      return number(left) - number(right);
    }
    return new BigDecimal(left.toString()).subtract(new BigDecimal(right.toString()));
  }

  List<NaiveRow> matching(NaiveMetrics.Rows aggregate, Selection selection) {
    Instant from = at(selection.window().from());
    Instant until = at(selection.window().until());
    List<NaiveRow> found = new ArrayList<>();
    for (NaiveRow row : rows) {
      Instant moment = row.fact().equals(aggregate.fact()) ? row.moment(aggregate.time()) : null;
      if (moment != null
          && !moment.isBefore(from)
          && moment.isBefore(until)
          && aggregate.counts().test(row)
          && isIn(row, aggregate.time(), selection.group())
          && passes(row, aggregate.time(), selection)) {
        found.add(row);
      }
    }
    return found;
  }

  private Instant at(LocalDateTime time) {
    return time.atZone(zone).toInstant();
  }

  private boolean isIn(NaiveRow row, String time, Map<String, Object> group) {
    return group.entrySet().stream()
        .allMatch(e -> e.getValue().equals(row.dimension(e.getKey(), time, zone)));
  }

  private boolean passes(NaiveRow row, String time, Selection selection) {
    return selection.filter().isEmpty() || passes(row, time, selection.filter().get(), selection);
  }

  private boolean passes(NaiveRow row, String time, Filter filter, Selection selection) {
    if (filter instanceof Filter.And and) {
      return and.parts().stream().allMatch(part -> passes(row, time, part, selection));
    }
    if (filter instanceof Filter.Or or) {
      return or.parts().stream().anyMatch(part -> passes(row, time, part, selection));
    }
    if (filter instanceof Filter.In in) {
      Object value = row.dimension(in.dimension(), time, zone);
      return in.values().contains(String.valueOf(value)) != in.negated();
    }
    if (filter instanceof Filter.IsNull isNull) {
      return (row.dimension(isNull.dimension(), time, zone) == null) != isNull.negated();
    }
    if (filter instanceof Filter.Range range) {
      Object value = row.dimension(range.dimension(), time, zone);
      return value != null && lies(new BigDecimal(value.toString()), range);
    }
    if (filter instanceof Filter.EntityHas has) {
      Object entity = row.dimension(has.entity(), time, zone);
      return entity != null && entitiesThatHave(has, selection).contains(entity);
    }
    Filter.Top top = (Filter.Top) filter;
    Object member = row.dimension(top.dimension(), time, zone);
    return member != null && topMembers(top, selection).contains(member);
  }

  private static boolean lies(BigDecimal value, Filter.Range range) {
    boolean above =
        range.lower().map(b -> value.compareTo(b.value()) > (b.inclusive() ? -1 : 0)).orElse(true);
    boolean below =
        range.upper().map(b -> value.compareTo(b.value()) < (b.inclusive() ? 1 : 0)).orElse(true);
    return above && below;
  }

  private static Optional<Filter> without(Optional<Filter> filter, Class<?>... kinds) {
    List<Filter> kept = new ArrayList<>();
    List<Filter> parts =
        filter.map(f -> f instanceof Filter.And and ? and.parts() : List.of(f)).orElse(List.of());
    for (Filter part : parts) {
      if (List.of(kinds).stream().noneMatch(kind -> kind.isInstance(part))) {
        kept.add(part);
      }
    }
    return kept.isEmpty() ? Optional.empty() : Optional.of(new Filter.And(kept));
  }

  private Set<Object> entitiesThatHave(Filter.EntityHas has, Selection selection) {
    Optional<Filter> others = without(selection.filter(), Filter.EntityHas.class, Filter.Top.class);
    List<Object> key = List.of(has, others, selection.asked());
    Set<Object> known = chosen.get(key);
    if (known == null) {
      known = new HashSet<>();
      for (Object entity : entities(has.entity())) {
        Selection each =
            new Selection(
                selection.asked(),
                selection.asked(),
                selection.asked(),
                others,
                Map.of(has.entity(), entity));
        if (has.conditions().stream().allMatch(c -> holds(c, value(c.metric(), each)))) {
          known.add(entity);
        }
      }
      chosen.put(key, known);
    }
    return known;
  }

  private Set<Object> topMembers(Filter.Top top, Selection selection) {
    Optional<Filter> others = without(selection.filter(), Filter.Top.class);
    List<Object> key = List.of(top, others, selection.asked());
    Set<Object> known = chosen.get(key);
    if (known == null) {
      Window asked = selection.asked();
      Selection all = new Selection(asked, asked, asked, others, Map.of());
      List<Object> members = new ArrayList<>(entities(top.dimension()));
      members.removeIf(member -> !exists(top.metric(), all.of(top.dimension(), member)));
      members.sort(
          byFigure(
                  (Object member) -> value(top.metric(), all.of(top.dimension(), member)),
                  top.descending())
              .thenComparing(String::valueOf));
      known = new HashSet<>(members.subList(0, Math.min(top.count(), members.size())));
      chosen.put(key, known);
    }
    return known;
  }

  /** By a figure, missing ones last. */
  static <T> Comparator<T> byFigure(
      java.util.function.Function<T, @Nullable Object> figure, boolean descending) {
    return (a, b) -> {
      Object left = figure.apply(a);
      Object right = figure.apply(b);
      if (left == null || right == null) {
        return Boolean.compare(left == null, right == null);
      }
      int order = Double.compare(number(left), number(right));
      return descending ? -order : order;
    };
  }

  static boolean holds(MetricCondition condition, @Nullable Object figure) {
    return figure != null
        && holds(condition, figure, condition.value().orElseThrow().doubleValue());
  }

  static boolean holds(MetricCondition condition, Object figure, double bound) {
    int order = Double.compare(number(figure), bound);
    return switch (condition.operator()) {
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case EQUAL -> order == 0;
    };
  }

  /** All values of a dimension that any row has. */
  Set<Object> entities(String dimension) {
    return chosen.computeIfAbsent(
        dimension,
        name -> {
          Set<Object> values = new HashSet<>();
          for (NaiveRow row : rows) {
            for (String time : List.of("order_time", "pay_time", "visit_time", "join_time")) {
              Object value = row.dimension(dimension, time, zone);
              if (value != null) {
                values.add(value);
              }
            }
          }
          return values;
        });
  }

  /** A mean over days is over those days only that the filter and the group can have. */
  private boolean counts(LocalDate day, Selection selection) {
    boolean weekend = day.getDayOfWeek().getValue() > 5;
    Map<String, Object> kinds =
        Map.of("weekend", weekend, "weekday", day.getDayOfWeek().getValue());
    boolean inGroup =
        selection.group().entrySet().stream()
            .filter(e -> kinds.containsKey(e.getKey()))
            .allMatch(e -> String.valueOf(kinds.get(e.getKey())).equals(e.getValue().toString()));
    List<Filter> parts =
        selection
            .filter()
            .map(f -> f instanceof Filter.And and ? and.parts() : List.of(f))
            .orElse(List.of());
    return inGroup
        && parts.stream()
            .filter(part -> part instanceof Filter.In in && kinds.containsKey(in.dimension()))
            .map(part -> (Filter.In) part)
            .allMatch(
                in ->
                    in.values().contains(String.valueOf(kinds.get(in.dimension())))
                        != in.negated());
  }

  private List<Window> wholeUnits(NaiveMetrics.Mean mean, Selection selection) {
    Window window = selection.window();
    String fact = ((NaiveMetrics.Rows) NaiveMetrics.get(mean.metric())).fact();
    LocalDate first = firstDay(fact);
    LocalDate last = lastDay(fact);
    String unit = mean.unit();
    List<Window> units = new ArrayList<>();
    LocalDate start = first.minusMonths(2).withDayOfMonth(1);
    if (unit.equals("week")) {
      start = start.with(TemporalAdjusters.nextOrSame(weekStart));
    }
    while (!start.isAfter(last)) {
      LocalDate end =
          switch (unit) {
            case "day" -> start.plusDays(1);
            case "week" -> start.plusWeeks(1);
            default -> start.plusMonths(1);
          };
      boolean inData = !start.isBefore(first) && !end.isAfter(last.plusDays(1));
      boolean inWindow =
          !start.atStartOfDay().isBefore(window.from())
              && !end.atStartOfDay().isAfter(window.until());
      if (inData && inWindow && (!unit.equals("day") || counts(start, selection))) {
        units.add(new Window(start.atStartOfDay(), end.atStartOfDay()));
      }
      start = end;
    }
    return units;
  }
}
