package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.catalog.MetricDefinition.Aggregate;
import io.mingshu.semantic.catalog.MetricDefinition.Cumulative;
import io.mingshu.semantic.catalog.MetricDefinition.Derived;
import io.mingshu.semantic.catalog.MetricDefinition.EntityCount;
import io.mingshu.semantic.catalog.MetricDefinition.FirstTime;
import io.mingshu.semantic.catalog.MetricDefinition.Function;
import io.mingshu.semantic.catalog.MetricDefinition.PeriodMean;
import io.mingshu.semantic.catalog.MetricDefinition.Ratio;
import io.mingshu.semantic.catalog.YamlObject.LocatedTerms;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads metrics. Facts and dimensions are declared before; metrics may refer forward. */
final class MetricParser {
  private static final List<String> FORMS =
      Stream.concat(
              Stream.of(
                  "aggregate",
                  "ratio",
                  "derived",
                  "period_mean",
                  "entity_count",
                  "first_time",
                  "cumulative"),
              BehaviourMetricParser.FORMS.stream())
          .toList();

  private final Draft draft;

  MetricParser(Draft draft) {
    this.draft = draft;
  }

  void parse(YamlObject object) {
    Optional<Located<String>> name = Names.read(object, draft, Draft.Kind.METRIC);
    String owner = name.map(Located::value).orElse("");
    Text label = object.requiredText("label");
    LocatedTerms terms = object.terms("terms");
    Text description = object.text("description").orElse(label);
    Optional<Unit> unit = object.requiredChoice("unit", Unit.class);
    Optional<MetricDefinition> definition = definition(object, owner);
    object.close();
    draft.words(Draft.Role.METRIC, owner, "", label, object.positionOf("label"), terms);
    if (name.isPresent() && unit.isPresent() && definition.isPresent()) {
      draft.metrics.add(
          new Metric(owner, label, terms.terms(), description, unit.get(), definition.get()));
    }
  }

  private Optional<MetricDefinition> definition(YamlObject object, String owner) {
    List<String> given = new ArrayList<>();
    for (String form : FORMS) {
      if (object.has(form)) {
        given.add(form);
      }
    }
    if (given.isEmpty()) {
      object.problem(
          ProblemCode.MISSING_KEY,
          object.position(),
          "the metric '" + owner + "' has no definition: one of " + String.join(", ", FORMS));
      return Optional.empty();
    }
    if (given.size() > 1) {
      object.problem(
          ProblemCode.BAD_VALUE,
          object.positionOf(given.get(1)),
          "a metric has only one of " + String.join(", ", given));
    }
    String form = given.get(0);
    if (form.equals("derived")) {
      return object.string("derived").flatMap(this::derived);
    }
    return object.object(form).flatMap(body -> body(form, body));
  }

  private Optional<MetricDefinition> body(String form, YamlObject body) {
    Optional<MetricDefinition> definition =
        switch (form) {
          case "aggregate" -> aggregate(body);
          case "ratio" -> ratio(body);
          case "period_mean" -> periodMean(body);
          case "entity_count" -> entityCount(body);
          case "first_time" -> metric(body, "metric").map(FirstTime::new);
          case "cumulative" -> metric(body, "metric").map(Cumulative::new);
          default -> new BehaviourMetricParser(draft).parse(form, body);
        };
    body.close();
    return definition;
  }

  private Optional<MetricDefinition> aggregate(YamlObject body) {
    Optional<Located<String>> fact = body.requiredString("fact");
    fact.ifPresent(name -> draft.refer(Draft.Kind.FACT, name));
    Optional<Function> function = body.requiredChoice("function", Function.class);
    Optional<Located<String>> expression = body.string("expression");
    Optional<Located<String>> where = body.string("where");
    expression.ifPresent(draft::valueExpression);
    where.ifPresent(draft::condition);
    if (function.isPresent()) {
      boolean counts = function.get() == Function.COUNT;
      if (counts && expression.isPresent()) {
        body.problem(
            ProblemCode.BAD_VALUE,
            expression.get().at(),
            "'count' counts rows and has no 'expression'; use 'where', or 'count_distinct'");
      } else if (!counts) {
        body.requirePresent("expression");
      }
    }
    Optional<String> time = new FactTimes(draft).read(body, fact);
    if (fact.isEmpty() || function.isEmpty() || time.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Aggregate(
            fact.get().value(),
            function.get(),
            expression.map(Located::value),
            where.map(Located::value),
            time.get()));
  }

  private Optional<MetricDefinition> ratio(YamlObject body) {
    Optional<String> numerator = metric(body, "numerator");
    Optional<String> denominator = metric(body, "denominator");
    return numerator.flatMap(n -> denominator.map(d -> new Ratio(n, d)));
  }

  private Optional<MetricDefinition> derived(Located<String> text) {
    Optional<Expression> formula = draft.valueExpression(text);
    formula.ifPresent(f -> referToMetrics(f, text.at()));
    if (formula.isPresent() && !formula.get().isArithmetic()) {
      draft.problems.add(
          ProblemCode.BAD_EXPRESSION,
          text.at(),
          "'" + text.value() + "' has more than names of metrics, numbers and + - * /");
      return Optional.empty();
    }
    return formula.map(f -> new Derived(f.text()));
  }

  private Optional<MetricDefinition> periodMean(YamlObject body) {
    Optional<String> metric = metric(body, "metric");
    Optional<Grain> unit = body.requiredChoice("unit", Grain.class);
    if (unit.isPresent() && unit.get() == Grain.HOUR) {
      body.problem(
          ProblemCode.BAD_VALUE,
          body.positionOf("unit"),
          "a mean is taken over days, weeks, months, quarters or years");
    }
    return metric.flatMap(m -> unit.map(u -> new PeriodMean(m, u)));
  }

  private Optional<MetricDefinition> entityCount(YamlObject body) {
    Optional<Located<String>> entity = body.requiredString("entity");
    entity.ifPresent(name -> draft.refer(Draft.Kind.DIMENSION, name));
    Optional<Located<String>> text = body.requiredString("condition");
    Optional<Expression> condition = text.flatMap(draft::condition);
    condition.ifPresent(c -> referToMetrics(c, text.orElseThrow().at()));
    return entity.flatMap(e -> condition.map(c -> new EntityCount(e.value(), c.text())));
  }

  private void referToMetrics(Expression expression, Position at) {
    if (expression.identifiers().isEmpty()) {
      draft.problems.add(ProblemCode.BAD_EXPRESSION, at, "'" + expression + "' names no metric");
    }
    expression.identifiers().stream()
        .sorted()
        .forEach(name -> draft.refer(Draft.Kind.METRIC, new Located<>(name, at)));
  }

  private Optional<String> metric(YamlObject body, String key) {
    Optional<Located<String>> name = body.requiredString(key);
    name.ifPresent(found -> draft.refer(Draft.Kind.METRIC, found));
    return name.map(Located::value);
  }
}
