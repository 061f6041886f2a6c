package io.mingshu.semantic.behaviour;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.semantic.behaviour.naive.Cohorts;
import io.mingshu.semantic.behaviour.naive.ConversionOptions;
import io.mingshu.semantic.behaviour.naive.EventMatch;
import io.mingshu.semantic.behaviour.naive.Exclusion;
import io.mingshu.semantic.behaviour.naive.FunnelGroups;
import io.mingshu.semantic.behaviour.naive.FunnelOptions;
import io.mingshu.semantic.behaviour.naive.IntervalUnit;
import io.mingshu.semantic.behaviour.naive.LifecycleOptions;
import io.mingshu.semantic.behaviour.naive.PathAnchor;
import io.mingshu.semantic.behaviour.naive.PathOptions;
import io.mingshu.semantic.behaviour.naive.RetentionGroups;
import io.mingshu.semantic.behaviour.naive.RetentionOptions;
import io.mingshu.semantic.behaviour.naive.Span;
import io.mingshu.semantic.behaviour.naive.StickinessOptions;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.ConversionQuery;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.FunnelQuery;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.LifecycleQuery;
import io.mingshu.semantic.query.PathQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.query.RetentionQuery;
import io.mingshu.semantic.query.StickinessQuery;
import io.mingshu.semantic.time.TimeRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What the options of a naive analysis are as a query over {@link ManyLogs}. */
public final class AsQuery {
  private AsQuery() {}

  /** Values of the start event are conditions on events. */
  public static RetentionQuery of(RetentionOptions options, Optional<Filter> people) {
    List<Filter> filter = values(options.start());
    people.ifPresent(filter::add);
    return new RetentionQuery(
        cohorts(options.cohorts()),
        event(options.start().withoutProperties()),
        event(options.comeBack()),
        grain(options.unit()),
        options.columns().stream()
            .map(
                column ->
                    new RetentionQuery.Return(
                        column.first(),
                        column.last().isPresent()
                            ? Optional.of(column.last().getAsInt())
                            : Optional.empty()))
            .toList(),
        options.occurrences(),
        options.groups().map(RetentionGroups::property),
        options.groups().filter(RetentionGroups.ByStartAndReturn.class::isInstance).isPresent(),
        false,
        options.unfinished(),
        false,
        all(filter),
        Optional.of(period(options.period())));
  }

  private static RetentionQuery.Cohorts cohorts(Cohorts cohorts) {
    return switch (cohorts) {
      case EACH_INTERVAL -> RetentionQuery.Cohorts.EACH_INTERVAL;
      case FIRST_IN_PERIOD -> RetentionQuery.Cohorts.FIRST_IN_PERIOD;
      case FIRST_EVER -> RetentionQuery.Cohorts.FIRST_MATCHING;
      case FIRST_EVER_IF_MATCHING -> RetentionQuery.Cohorts.FIRST_EVER;
    };
  }

  public static FunnelQuery of(
      FunnelOptions options, Optional<FunnelQuery.View> view, Optional<Filter> filter) {
    return new FunnelQuery(
        Optional.empty(),
        options.steps().stream().map(step -> FunnelQuery.Step.of(required(step))).toList(),
        switch (options.order()) {
          case STRICT -> FunnelQuery.Order.STRICT;
          case UNORDERED -> FunnelQuery.Order.ANY;
          default -> FunnelQuery.Order.ORDERED;
        },
        options
            .window()
            .map(
                length ->
                    new FunnelQuery.Window(
                        (int) length.toSeconds(), FunnelQuery.Window.Unit.SECOND)),
        !options.sharing().isEmpty(),
        options.exclusions().stream().map(AsQuery::exclusion).toList(),
        options.groups().map(AsQuery::breakdown),
        view,
        filter,
        Optional.of(period(options.period())));
  }

  private static FunnelQuery.Exclusion exclusion(Exclusion exclusion) {
    return new FunnelQuery.Exclusion(
        required(exclusion.event()),
        exclusion.after(),
        exclusion.before(),
        exclusion.effect() == Exclusion.Effect.ENDS_CHAIN
            ? FunnelQuery.Exclusion.Effect.ENDS_CHAIN
            : FunnelQuery.Exclusion.Effect.VOIDS_ATTEMPT);
  }

  private static FunnelQuery.Breakdown breakdown(FunnelGroups groups) {
    return groups instanceof FunnelGroups.AtStep at
        ? new FunnelQuery.Breakdown(at.property(), Optional.of(at.step()), false)
        : new FunnelQuery.Breakdown(groups.property(), Optional.empty(), true);
  }

  /** Values of the start that the other side lacks are conditions on events. */
  public static LifecycleQuery of(LifecycleOptions options) {
    return new LifecycleQuery(
        event(options.comeBack()),
        grain(options.unit()),
        Optional.empty(),
        options.start().equals(options.comeBack())
            ? Optional.empty()
            : all(values(options.start())),
        Optional.of(period(options.period())),
        Optional.empty());
  }

  public static StickinessQuery of(StickinessOptions options) {
    return new StickinessQuery(
        event(options.activity()),
        grain(options.unit()),
        options.occurrences(),
        options.cumulative(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(period(options.period())),
        Optional.empty());
  }

  /** Values of the base event are conditions on events. */
  public static ConversionQuery of(ConversionOptions options, Optional<Grain> grain) {
    return new ConversionQuery(
        required(options.base().withoutProperties()),
        required(options.conversion()),
        options.windowDays().isPresent()
            ? Optional.of(options.windowDays().getAsInt())
            : Optional.empty(),
        grain,
        Optional.empty(),
        all(values(options.base())),
        Optional.of(period(options.period())),
        Optional.empty());
  }

  public static PathQuery of(PathOptions options, PathQuery.View view) {
    return new PathQuery(
        options.anchor() instanceof PathAnchor.From
            ? PathQuery.Direction.FROM
            : PathQuery.Direction.TO,
        options.anchor().page(),
        options.depth(),
        view,
        1_000,
        Optional.empty(),
        Optional.empty(),
        Optional.of(period(options.period())),
        Optional.empty());
  }

  public static Grain grain(IntervalUnit unit) {
    return Grain.valueOf(unit.name());
  }

  public static Filter people(Collection<String> names) {
    return new Filter.In("person", List.copyOf(names), false);
  }

  /** The same question of other days. */
  public static BehaviourQuery in(BehaviourQuery query, TimeRange days) {
    try {
      ObjectNode json = (ObjectNode) QueryJson.mapper().readTree(QueryJson.write(query));
      json.putObject("period")
          .put("type", "between")
          .put("from", days.from().toLocalDate().toString())
          .put("to", days.until().minusNanos(1).toLocalDate().toString());
      return (BehaviourQuery) QueryJson.read(json.toString());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Period period(Span span) {
    return span.equals(Span.ALWAYS)
        ? new Period.All()
        : new Period.Between(span.from().toLocalDate(), span.until().minusNanos(1).toLocalDate());
  }

  private static Filter required(EventMatch match) {
    return event(match).orElseGet(() -> new Filter.IsNull("event", true));
  }

  private static Optional<Filter> event(EventMatch match) {
    List<Filter> parts = values(match);
    match.event().ifPresent(name -> parts.add(0, new Filter.In("event", List.of(name), false)));
    return all(parts);
  }

  /** The values that an event must have. */
  public static List<Filter> values(EventMatch match) {
    List<Filter> parts = new ArrayList<>();
    match
        .properties()
        .forEach((name, value) -> parts.add(new Filter.In(name, List.of(value), false)));
    return parts;
  }

  private static Optional<Filter> all(List<Filter> parts) {
    if (parts.size() < 2) {
      return parts.stream().findFirst();
    }
    return Optional.of(new Filter.And(parts));
  }
}
