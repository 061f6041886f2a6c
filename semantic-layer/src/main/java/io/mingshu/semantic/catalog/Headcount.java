package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.MetricDefinition.Aggregate;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/** How many people there are: what sizes of segments are counted by. */
final class Headcount {
  /** Slashes are in no declared name. */
  static final String NAME = "people/all";

  private Headcount() {}

  /** All who signed up, or, where that is not known, all who ever did something. */
  static Metric of(BehaviourLog log, List<Dimension> dimensions) {
    String fact = log.people().map(BehaviourLog.People::fact).orElse(log.fact());
    String time = log.people().map(BehaviourLog.People::time).orElse(log.time());
    Optional<String> who =
        dimensions.stream()
            .filter(dimension -> dimension.name().equals(log.actor()))
            .findFirst()
            .map(Dimension::source)
            .filter(Dimension.Columns.class::isInstance)
            .map(source -> ((Dimension.Columns) source).expressions().get(fact));
    return new Metric(
        NAME,
        new Text("用户数", "users"),
        Terms.NONE,
        log.people().isPresent()
            ? new Text("已注册的用户数", "Users who have signed up")
            : new Text("有过行为的用户数", "Users who have done anything"),
        Metric.Unit.PEOPLE,
        new Aggregate(fact, Function.COUNT_DISTINCT, who, Optional.empty(), time));
  }
}
