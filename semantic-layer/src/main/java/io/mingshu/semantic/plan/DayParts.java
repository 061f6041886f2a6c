package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.Dimension.Part;
import io.mingshu.semantic.query.Filter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Dimensions that say which kind of day a row belongs to. A mean over days is one over the days
 * that can have such rows: that of weekends is over Saturdays and Sundays.
 */
record DayParts(Catalog catalog) {

  /** The days of the week that a filter lets through. */
  Set<DayOfWeek> daysOf(Optional<Filter> filter) {
    EnumSet<DayOfWeek> days = EnumSet.allOf(DayOfWeek.class);
    for (Filter part : Filter.conjuncts(filter)) {
      if (part instanceof Filter.In in) {
        part(in.dimension())
            .ifPresent(
                kind ->
                    days.removeIf(day -> in.values().contains(value(kind, day)) == in.negated()));
      }
    }
    return days;
  }

  /** The first of the dimensions that says a row's day of the week, or whether it is a weekend. */
  Optional<String> among(List<String> dimensions) {
    return dimensions.stream()
        .filter(name -> part(name).filter(p -> p == Part.WEEKDAY).isPresent())
        .findFirst()
        .or(() -> dimensions.stream().filter(name -> part(name).isPresent()).findFirst());
  }

  /** How many of the days have each value of such a dimension. */
  Map<String, Integer> counts(String dimension, List<LocalDate> days) {
    Part kind = part(dimension).orElseThrow();
    Map<String, Integer> counts = new TreeMap<>();
    days.forEach(day -> counts.merge(value(kind, day.getDayOfWeek()), 1, Integer::sum));
    return counts;
  }

  /** Whether such a dimension stands where it cannot be told which days a mean is over. */
  boolean isHidden(Filter filter) {
    if (filter instanceof Filter.In || filter instanceof Filter.And) {
      return filter instanceof Filter.And and && and.parts().stream().anyMatch(this::isHidden);
    }
    return mentions(filter);
  }

  private boolean mentions(Filter filter) {
    if (filter instanceof Filter.In in) {
      return part(in.dimension()).isPresent();
    }
    if (filter instanceof Filter.Range range) {
      return part(range.dimension()).isPresent();
    }
    if (filter instanceof Filter.And and) {
      return and.parts().stream().anyMatch(this::mentions);
    }
    return filter instanceof Filter.Or or && or.parts().stream().anyMatch(this::mentions);
  }

  private Optional<Part> part(String dimension) {
    return catalog
        .dimension(dimension)
        .map(Dimension::source)
        .filter(Dimension.TimePart.class::isInstance)
        .map(source -> ((Dimension.TimePart) source).part())
        .filter(part -> part != Part.HOUR_OF_DAY);
  }

  private static String value(Part kind, DayOfWeek day) {
    return kind == Part.WEEKDAY
        ? String.valueOf(day.getValue())
        : String.valueOf(day.getValue() >= DayOfWeek.SATURDAY.getValue());
  }
}
