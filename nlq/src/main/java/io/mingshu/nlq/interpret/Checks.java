package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.Parts.GroupPart;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.interpret.Draft.Choice;
import io.mingshu.semantic.catalog.Ambiguity;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.MetricDefinition;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.query.Accumulation;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.TimeRange;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether the parts go together: metrics with dimensions, the period with the data. */
final class Checks {
  private static final int NAMED_DIMENSIONS = 8;

  private static final Map<Grain, Text> PREVIOUS =
      Map.of(
          Grain.DAY, new Text("昨天", "yesterday"),
          Grain.WEEK, new Text("上周", "last week"),
          Grain.MONTH, new Text("上个月", "last month"),
          Grain.QUARTER, new Text("上季度", "last quarter"),
          Grain.YEAR, new Text("去年", "last year"));

  private final CatalogShape shape;
  private final Map<String, Ambiguity> openQuestions;

  Checks(CatalogShape shape) {
    this.shape = shape;
    this.openQuestions = openQuestions(shape.catalog());
  }

  void apply(Draft draft, Clock clock, DataRange data) {
    dimensions(draft);
    chosenThings(draft);
    meansOfDays(draft);
    base(draft);
    accumulated(draft);
    hourly(draft);
    shape(draft);
    period(draft, clock, data);
  }

  private static Set<String> names(Draft draft) {
    Set<String> names = new LinkedHashSet<>(draft.dimensions);
    draft.filters.values().forEach(in -> names.add(in.dimension()));
    return names;
  }

  /** Those that are shown, and those of the answer before that still choose or order the rows. */
  private static Set<String> metrics(Draft draft) {
    Set<String> metrics = new LinkedHashSet<>(draft.metrics);
    draft.conditions.forEach(condition -> metrics.add(condition.metric()));
    if (draft.ordering != null) {
      metrics.add(draft.ordering.metric());
    }
    return metrics;
  }

  private void dimensions(Draft draft) {
    for (String name : names(draft)) {
      Ambiguity open = openQuestions.get(name);
      if (open != null) {
        draft.ask(Issue.Code.AMBIGUOUS_WORD, place(draft, name), open.question());
      }
      for (String metric : metrics(draft)) {
        fits(draft, metric, name);
      }
    }
  }

  /** 每周各星期几的日活: which days the mean of each group of each bucket is over is not told. */
  private void meansOfDays(Draft draft) {
    if (draft.grain == null || metrics(draft).stream().noneMatch(shape::isMeanOfDays)) {
      return;
    }
    draft.dimensions.stream()
        .filter(shape::isKindOfDay)
        .findFirst()
        .ifPresent(
            name ->
                draft.decline(
                    Issue.Code.NOT_SUPPORTED_YET, place(draft, name), Messages.MEAN_OF_DAYS));
  }

  /** A share is of something, and groups that are counted have no places. */
  private static void shape(Draft draft) {
    if (draft.share != null && draft.share.over().isEmpty()) {
      draft.ask(Issue.Code.AMBIGUOUS_READING, null, Messages.SHARE_SUBJECT);
    }
    if (draft.countGroups && draft.ranking != null) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.COUNTED_AND_RANKED);
    }
  }

  /** Running totals stand alone, and means move along but do not add up. */
  private void accumulated(Draft draft) {
    if (draft.accumulation == null) {
      return;
    }
    if (draft.comparison != null) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ACCUMULATED_COMPARED);
    }
    boolean moving = draft.grain == Grain.DAY && draft.accumulation instanceof Accumulation.Rolling;
    if (metrics(draft).stream()
        .anyMatch(m -> shape.isMadeOfMeans(m) && !(moving && shape.isPeriodMean(m)))) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ACCUMULATED_MEAN);
    }
    if (metrics(draft).stream().anyMatch(shape::isOfReturns)) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, null, Messages.ACCUMULATED_RETURNS);
    }
  }

  private void hourly(Draft draft) {
    if (draft.grain == Grain.HOUR && metrics(draft).stream().anyMatch(shape::isOfTwoTimes)) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, draft.grainWords, Messages.BY_DAY_AT_FINEST);
    }
  }

  /** Each day of June beside those of which days of May? */
  private static void base(Draft draft) {
    if (draft.grain != null && draft.comparison instanceof Comparison.With) {
      draft.decline(Issue.Code.NOT_SUPPORTED_YET, draft.grainWords, Messages.BASE_OF_BUCKETS);
    }
  }

  /** Orders above 1,000: figures that know no orders cannot be narrowed to them. */
  private void chosenThings(Draft draft) {
    for (Filter filter : draft.furtherFilters) {
      if (filter instanceof Filter.EntityHas has) {
        draft.metrics.forEach(metric -> fits(draft, metric, has.entity()));
        for (Filter.In in : draft.filters.values()) {
          has.conditions().forEach(c -> fits(draft, c.metric(), in.dimension()));
        }
      }
      if (filter instanceof Filter.Top top) {
        draft.metrics.forEach(metric -> fits(draft, metric, top.dimension()));
      }
    }
  }

  private void fits(Draft draft, String metric, String dimension) {
    if (!draft.isHopeless() && !shape.goTogether(metric, dimension)) {
      incompatible(draft, metric, dimension);
    }
  }

  /** A dimension whose very name is listed among the ambiguities is always asked back. */
  private static Map<String, Ambiguity> openQuestions(Catalog catalog) {
    Map<String, Ambiguity> open = new HashMap<>();
    for (Ambiguity ambiguity : catalog.ambiguities()) {
      Set<String> terms = Set.copyOf(ambiguity.terms().zh());
      for (Dimension dimension : catalog.dimensions()) {
        if (terms.contains(dimension.label().zh())) {
          open.putIfAbsent(dimension.name(), ambiguity);
        }
      }
      for (Segment segment : catalog.segments()) {
        if (terms.contains(segment.label().zh())) {
          open.putIfAbsent(segment.name(), ambiguity);
        }
      }
    }
    return Map.copyOf(open);
  }

  private void incompatible(Draft draft, String metric, String dimension) {
    Text metricLabel = shape.catalog().metric(metric).map(m -> m.label()).orElse(Text.same(metric));
    Text dimensionLabel =
        shape.catalog().dimension(dimension).map(Dimension::label).orElse(Text.same(dimension));
    List<Dimension> fitting = shape.dimensionsOf(metric).stream().limit(NAMED_DIMENSIONS).toList();
    draft.decline(
        Issue.Code.INCOMPATIBLE_DIMENSION,
        place(draft, dimension),
        Messages.incompatible(
            metricLabel,
            dimensionLabel,
            fitting.stream().map(d -> d.label().zh()).collect(Collectors.joining("、")),
            fitting.stream().map(d -> d.label().en()).collect(Collectors.joining(", "))));
  }

  private static @Nullable Edge place(Draft draft, String dimension) {
    for (Placed<GroupPart> group : draft.groups) {
      if (group.part().dimensions().contains(dimension)) {
        return Inheritance.isInherited(group.edge()) ? null : group.edge();
      }
    }
    for (Map.Entry<Edge, Filter.In> filter : draft.filters.entrySet()) {
      if (filter.getValue().dimension().equals(dimension)) {
        return Inheritance.isInherited(filter.getKey()) ? null : filter.getKey();
      }
    }
    return null;
  }

  private void period(Draft draft, Clock clock, DataRange data) {
    Period period = draft.period == null ? clock.defaultPeriod() : draft.period;
    Optional<TimeRange> range = clock.range(period);
    if (range.isEmpty()) {
      draft.decline(Issue.Code.PERIOD_OUTSIDE_DATA, null, Messages.noData());
      return;
    }
    for (String metric : draft.metrics) {
      for (MetricDefinition.Aggregate base : shape.bases(metric)) {
        Optional<DayRange> days = data.of(base.fact());
        if (days.isPresent() && outside(draft, range.get(), days.get(), clock)) {
          return;
        }
      }
    }
  }

  /** Whether a period has no data; then the draft says so. */
  static boolean outside(Draft draft, TimeRange range, DayRange days, Clock clock) {
    String first = days.first().toString();
    String last = days.last().toString();
    if (range.from().isAfter(clock.now())) {
      draft.decline(Issue.Code.PERIOD_IN_FUTURE, null, Messages.future(first, last));
      return true;
    }
    boolean before = !range.until().isAfter(days.first().atStartOfDay());
    boolean after = !range.from().isBefore(days.last().plusDays(1).atStartOfDay());
    Text previous = after ? previous(draft.period, range, clock) : null;
    if (previous != null) {
      draft.decline(
          Issue.Code.PERIOD_OUTSIDE_DATA,
          null,
          Messages.notYet(previous.zh(), previous.en()),
          List.of(new Choice(previous, previous)));
      return true;
    }
    if (before || after) {
      draft.decline(Issue.Code.PERIOD_OUTSIDE_DATA, null, Messages.outside(first, last));
      return true;
    }
    return false;
  }

  /** The period before one that is still running. */
  private static @Nullable Text previous(@Nullable Period period, TimeRange range, Clock clock) {
    boolean running = range.from().isBefore(clock.now()) && !range.complete();
    if (running && period instanceof Period.ToDate so) {
      return PREVIOUS.get(so.unit());
    }
    return running && period instanceof Period.Calendar calendar
        ? PREVIOUS.get(calendar.unit())
        : null;
  }
}
