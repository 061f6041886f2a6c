package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.BehaviourDefinition.Churn;
import io.mingshu.semantic.catalog.BehaviourDefinition.ChurnFigure;
import io.mingshu.semantic.catalog.BehaviourDefinition.Cohort;
import io.mingshu.semantic.catalog.BehaviourDefinition.Lifecycle;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifecycleState;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifetimeFigure;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifetimeValue;
import io.mingshu.semantic.catalog.BehaviourDefinition.Retention;
import io.mingshu.semantic.catalog.BehaviourDefinition.RetentionFigure;
import io.mingshu.semantic.query.Grain;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the definitions of metrics of who comes back. */
final class BehaviourMetricParser {
  static final List<String> FORMS = List.of("retention", "lifetime_value", "churn", "lifecycle");

  private static final Set<Grain> INTERVALS = Set.of(Grain.DAY, Grain.WEEK, Grain.MONTH);
  private static final int MOST_UNITS = 400;

  private final Draft draft;

  BehaviourMetricParser(Draft draft) {
    this.draft = draft;
  }

  Optional<MetricDefinition> parse(String form, YamlObject body) {
    Optional<String> entity = reference(body, "entity", Draft.Kind.DIMENSION);
    return switch (form) {
      case "retention" -> retention(body, entity);
      case "lifetime_value" -> lifetimeValue(body, entity);
      case "churn" -> churn(body, entity);
      default -> lifecycle(body, entity);
    };
  }

  private Optional<MetricDefinition> retention(YamlObject body, Optional<String> entity) {
    Optional<Cohort> cohort = cohort(body);
    Optional<String> activity = reference(body, "activity", Draft.Kind.METRIC);
    Optional<Grain> unit = body.requiredChoice("unit", Grain.class);
    if (unit.isPresent() && !INTERVALS.contains(unit.get())) {
      body.problem(
          ProblemCode.BAD_VALUE,
          body.positionOf("unit"),
          "people come back in later days, weeks or months");
    }
    Optional<Integer> after = units(body, "after");
    RetentionFigure figure =
        body.choice("figure", RetentionFigure.class).orElse(RetentionFigure.RATE);
    if (entity.isEmpty()
        || cohort.isEmpty()
        || activity.isEmpty()
        || unit.isEmpty()
        || after.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Retention(entity.get(), cohort.get(), activity.get(), unit.get(), after.get(), figure));
  }

  private Optional<Cohort> cohort(YamlObject body) {
    body.requirePresent("cohort");
    Optional<YamlObject> cohort = body.object("cohort");
    for (String key : List.of("metric", "first_time")) {
      if (cohort.isPresent() && cohort.get().has(key)) {
        Optional<String> metric = reference(cohort.get(), key, Draft.Kind.METRIC);
        cohort.get().close();
        return metric.map(name -> new Cohort.Active(name, key.equals("first_time")));
      }
    }
    return cohort.flatMap(this::joined).map(joined -> joined);
  }

  private Optional<Cohort.Joined> joined(YamlObject cohort) {
    Optional<Located<String>> fact = cohort.requiredString("fact");
    fact.ifPresent(name -> draft.refer(Draft.Kind.FACT, name));
    Optional<String> time = new FactTimes(draft).read(cohort, fact);
    cohort.close();
    return fact.flatMap(f -> time.map(t -> new Cohort.Joined(f.value(), t)));
  }

  private Optional<MetricDefinition> lifetimeValue(YamlObject body, Optional<String> entity) {
    body.requirePresent("cohort");
    Optional<Cohort.Joined> cohort = body.object("cohort").flatMap(this::joined);
    Optional<String> value = reference(body, "value", Draft.Kind.METRIC);
    Optional<Integer> days = units(body, "days");
    LifetimeFigure figure = body.choice("figure", LifetimeFigure.class).orElse(LifetimeFigure.MEAN);
    if (entity.isEmpty() || cohort.isEmpty() || value.isEmpty() || days.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LifetimeValue(entity.get(), cohort.get(), value.get(), days.get(), figure));
  }

  private Optional<MetricDefinition> churn(YamlObject body, Optional<String> entity) {
    Optional<String> activity = reference(body, "activity", Draft.Kind.METRIC);
    Optional<Integer> there = units(body, "there");
    Optional<Integer> away = units(body, "away");
    ChurnFigure figure = body.choice("figure", ChurnFigure.class).orElse(ChurnFigure.CHURNED);
    if (entity.isEmpty() || activity.isEmpty() || there.isEmpty() || away.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Churn(entity.get(), activity.get(), there.get(), away.get(), figure));
  }

  private Optional<MetricDefinition> lifecycle(YamlObject body, Optional<String> entity) {
    Optional<String> activity = reference(body, "activity", Draft.Kind.METRIC);
    Optional<LifecycleState> state = body.requiredChoice("state", LifecycleState.class);
    if (entity.isEmpty() || activity.isEmpty() || state.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Lifecycle(entity.get(), activity.get(), state.get()));
  }

  private Optional<String> reference(YamlObject body, String key, Draft.Kind kind) {
    Optional<Located<String>> name = body.requiredString(key);
    name.ifPresent(found -> draft.refer(kind, found));
    return name.map(Located::value);
  }

  /** Whoever looks at more than a year of days has mistyped. */
  private static Optional<Integer> units(YamlObject body, String key) {
    Optional<Integer> count = body.positive(key);
    if (count.isPresent() && count.get() > MOST_UNITS) {
      body.problem(
          ProblemCode.BAD_VALUE, body.positionOf(key), "'" + key + "' is at most " + MOST_UNITS);
      return Optional.empty();
    }
    return count;
  }
}
