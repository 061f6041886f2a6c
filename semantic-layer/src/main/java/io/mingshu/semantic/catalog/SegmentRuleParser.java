package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.MetricDefinition.Aggregate;
import io.mingshu.semantic.catalog.SegmentRule.Bound;
import io.mingshu.semantic.catalog.SegmentRule.Figure;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricCondition.Operator;
import io.mingshu.semantic.query.Period;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads rules of segments, after metrics, dimensions and the log of behaviour. */
final class SegmentRuleParser {
  private static final int MOST_DAYS = 3_660;
  private static final List<String> WINDOWS = List.of("last", "back", "before", "period", "ever");
  private static final Map<String, Operator> BOUNDS = new LinkedHashMap<>();

  static {
    BOUNDS.put("at_least", Operator.AT_LEAST);
    BOUNDS.put("above", Operator.GREATER);
    BOUNDS.put("at_most", Operator.AT_MOST);
    BOUNDS.put("below", Operator.LESS);
    BOUNDS.put("equals", Operator.EQUAL);
  }

  private final Draft draft;
  private final BehaviourLog log;
  private final String placeholder;

  /**
   * @param placeholder a value of conditions that will be replaced; empty for none
   */
  SegmentRuleParser(Draft draft, BehaviourLog log, String placeholder) {
    this.draft = draft;
    this.log = log;
    this.placeholder = placeholder;
  }

  /** The key under which a bound is written. */
  static String key(Operator operator) {
    return BOUNDS.entrySet().stream()
        .filter(entry -> entry.getValue() == operator)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  Optional<SegmentRule> parse(YamlObject object) {
    Optional<SegmentRule> rule;
    if (object.has("all")) {
      rule = several(object, "all").map(SegmentRule.All::new);
    } else if (object.has("any")) {
      rule = several(object, "any").map(SegmentRule.Any::new);
    } else if (object.has("not")) {
      rule = object.object("not").flatMap(this::parse).map(SegmentRule.Not::new);
    } else if (object.has("signed_up")) {
      rule = signedUp(object);
    } else if (object.has("metric")) {
      rule = ofMetric(object);
    } else if (object.has("where")) {
      rule = having(object);
    } else {
      object.problem(
          ProblemCode.MISSING_KEY,
          object.position(),
          "a rule has one of all, any, not, metric, where, signed_up");
      return Optional.empty();
    }
    object.close();
    return rule;
  }

  private Optional<List<SegmentRule>> several(YamlObject object, String key) {
    List<SegmentRule> rules =
        object.objects(key, "rule").stream().flatMap(part -> parse(part).stream()).toList();
    if (rules.isEmpty()) {
      object.problem(ProblemCode.BAD_VALUE, object.positionOf(key), "'" + key + "' has no rules");
      return Optional.empty();
    }
    return Optional.of(rules);
  }

  private Optional<SegmentRule> signedUp(YamlObject object) {
    if (!object.flag("signed_up")) {
      object.problem(
          ProblemCode.BAD_VALUE, object.positionOf("signed_up"), "'signed_up' can only be true");
    }
    requirePeople(object);
    return window(object).map(SegmentRule.SignedUp::new);
  }

  private Optional<SegmentRule> having(YamlObject object) {
    requirePeople(object);
    List<String> facts = log.people().map(BehaviourLog.People::fact).stream().toList();
    return where(object, facts).map(SegmentRule.Having::new);
  }

  private void requirePeople(YamlObject object) {
    if (log.people().isEmpty()) {
      object.problem(
          ProblemCode.MISSING_KEY,
          object.position(),
          "what people have is known where 'behaviour' names the fact of 'people'");
    }
  }

  private Optional<Filter> where(YamlObject object, List<String> facts) {
    Optional<YamlObject> written = object.object("where");
    Optional<Filter> where =
        written.flatMap(found -> new ValueConditions(draft).read(found, facts, placeholder));
    if (written.isPresent() && where.isEmpty()) {
      object.problem(
          ProblemCode.BAD_VALUE, object.positionOf("where"), "'where' has no conditions");
    }
    return where;
  }

  private Optional<SegmentRule> ofMetric(YamlObject object) {
    Optional<Located<String>> metric = object.requiredString("metric");
    Set<String> facts = metric.map(this::factsOf).orElse(Set.of());
    Optional<Filter> where =
        object.has("where") ? where(object, List.copyOf(facts)) : Optional.empty();
    Optional<Located<String>> time = object.string("time");
    time.ifPresent(named -> time(named, facts));
    Optional<RuleWindow> window = window(object);
    List<Bound> bounds = bounds(object);
    Optional<Located<String>> every = object.string("every");
    Optional<BigDecimal> share = object.decimal("top_share");
    Optional<Integer> days = object.has("on_days") ? object.positive("on_days") : Optional.empty();
    boolean alone = every.isEmpty() && days.isEmpty();
    if (object.has("top_share") ? !bounds.isEmpty() || !alone : bounds.isEmpty()) {
      object.problem(
          ProblemCode.BAD_VALUE,
          object.position(),
          "a metric has either 'top_share' or one of " + String.join(", ", BOUNDS.keySet()));
    }
    share
        .filter(s -> s.signum() <= 0 || s.compareTo(BigDecimal.ONE) >= 0)
        .ifPresent(
            s ->
                object.problem(
                    ProblemCode.BAD_VALUE,
                    object.positionOf("top_share"),
                    "'top_share' is between 0 and 1"));
    if (every.isPresent() && days.isPresent()) {
      object.problem(
          ProblemCode.BAD_VALUE, object.position(), "a rule has either 'every' or 'on_days'");
    }
    every.ifPresent(name -> entity(name, facts));
    if (metric.isEmpty() || window.isEmpty()) {
      return Optional.empty();
    }
    Figure figure = new Figure(metric.get().value(), where, time.map(Located::value), window.get());
    if (share.isPresent()) {
      return share.map(s -> new SegmentRule.Top(figure, s));
    }
    if (every.isPresent()) {
      return every.map(name -> new SegmentRule.Every(name.value(), figure, bounds));
    }
    return days.<SegmentRule>map(n -> new SegmentRule.OnDays(figure, bounds, n))
        .or(() -> Optional.of(new SegmentRule.Measured(figure, bounds)));
  }

  private List<Bound> bounds(YamlObject object) {
    List<Bound> bounds = new ArrayList<>();
    BOUNDS.forEach(
        (key, operator) ->
            object.decimal(key).ifPresent(value -> bounds.add(new Bound(operator, value))));
    return bounds;
  }

  private void time(Located<String> name, Set<String> facts) {
    for (Fact fact : draft.facts) {
      if (facts.contains(fact.name()) && !fact.times().contains(name.value())) {
        draft.problems.addUnknown(
            ProblemCode.UNKNOWN_REFERENCE,
            name.at(),
            "time of the fact '" + fact.name() + "'",
            name.value(),
            fact.times());
      }
    }
  }

  private void entity(Located<String> name, Set<String> facts) {
    draft.refer(Draft.Kind.DIMENSION, name);
    draft.dimensions.stream()
        .filter(d -> d.name().equals(name.value()))
        .filter(d -> !d.entity() || !facts.stream().allMatch(d::belongsTo))
        .forEach(
            d ->
                draft.problems.add(
                    ProblemCode.INCOMPATIBLE_TYPE,
                    name.at(),
                    "'" + name.value() + "' identifies nothing in the rows of the metric"));
  }

  /** The facts of a metric, which must be one of a person's rows. */
  Set<String> factsOf(Located<String> metric) {
    draft.refer(Draft.Kind.METRIC, metric);
    Set<String> facts = new LinkedHashSet<>();
    if (!collect(metric.value(), facts)) {
      draft.problems.add(
          ProblemCode.INCOMPATIBLE_TYPE,
          metric.at(),
          "'" + metric.value() + "' is not of rows alone: rules take sums, counts, rates of them");
    }
    draft.dimensions.stream()
        .filter(d -> d.name().equals(log.actor()))
        .filter(d -> !facts.stream().allMatch(d::belongsTo))
        .forEach(
            d ->
                draft.problems.add(
                    ProblemCode.INCOMPATIBLE_TYPE,
                    metric.at(),
                    "rows of '" + metric.value() + "' do not know whose they are"));
    return facts;
  }

  /** Whether a metric is made of aggregates alone; an unknown one is reported elsewhere. */
  private boolean collect(String name, Set<String> facts) {
    Optional<Metric> metric = draft.metrics.stream().filter(m -> m.name().equals(name)).findFirst();
    if (metric.isEmpty()) {
      return true;
    }
    MetricDefinition definition = metric.get().definition();
    if (definition instanceof Aggregate aggregate) {
      facts.add(aggregate.fact());
      return true;
    }
    boolean ofParts =
        definition instanceof MetricDefinition.Ratio
            || definition instanceof MetricDefinition.Derived;
    return ofParts
        && MetricChecks.parts(definition).stream()
            .allMatch(part -> !part.equals(name) && collect(part, facts));
  }

  /** Which days are looked at. */
  Optional<RuleWindow> window(YamlObject object) {
    List<String> given = new ArrayList<>();
    for (String key : WINDOWS) {
      if (object.has(key)) {
        given.add(key);
      }
    }
    if (given.size() != 1) {
      object.problem(
          given.isEmpty() ? ProblemCode.MISSING_KEY : ProblemCode.BAD_VALUE,
          object.position(),
          "a rule has one of " + String.join(", ", WINDOWS) + ", which say what days it looks at");
      return Optional.empty();
    }
    return switch (given.get(0)) {
      case "last" -> object.object("last").flatMap(this::last);
      case "back" -> object.object("back").flatMap(SegmentRuleParser::back);
      case "before" -> object.object("before").flatMap(this::before);
      case "period" -> object.object("period").flatMap(this::period).map(RuleWindow.Of::new);
      default -> {
        if (!object.flag("ever")) {
          object.problem(
              ProblemCode.BAD_VALUE, object.positionOf("ever"), "'ever' can only be true");
        }
        yield Optional.of(new RuleWindow.Ever());
      }
    };
  }

  private Optional<RuleWindow> last(YamlObject object) {
    boolean days = object.has("days");
    if (days == object.has("months")) {
      object.problem(
          ProblemCode.BAD_VALUE, object.position(), "'last' has either 'days' or 'months'");
      return Optional.empty();
    }
    String key = days ? "days" : "months";
    Optional<RuleWindow> window =
        object
            .positive(key)
            .filter(count -> few(object, key, count))
            .map(count -> new RuleWindow.Last(count, days ? Grain.DAY : Grain.MONTH));
    object.close();
    return window;
  }

  private static Optional<RuleWindow> back(YamlObject object) {
    Optional<Integer> from = object.positive("from").filter(n -> few(object, "from", n));
    Optional<Integer> to = object.positive("to");
    object.close();
    if (from.isPresent() && to.isPresent() && from.get() < to.get()) {
      object.problem(
          ProblemCode.BAD_VALUE, object.positionOf("from"), "'from' is further back than 'to'");
    }
    return from.flatMap(a -> to.map(b -> new RuleWindow.DaysBack(a, b)));
  }

  private Optional<Period> period(YamlObject object) {
    Optional<Period> period = new PeriodParser(draft).parse(object);
    if (period.filter(Period.All.class::isInstance).isPresent()) {
      object.problem(
          ProblemCode.BAD_VALUE, object.position(), "a rule that looks at all days says 'ever'");
    }
    return period;
  }

  private Optional<RuleWindow> before(YamlObject object) {
    if (object.has("period")) {
      Optional<RuleWindow> window =
          object.object("period").flatMap(this::period).map(RuleWindow.BeforePeriod::new);
      object.close();
      return window;
    }
    Optional<RuleWindow> window =
        object.positive("days").filter(n -> few(object, "days", n)).map(RuleWindow.Before::new);
    object.close();
    return window;
  }

  private static boolean few(YamlObject object, String key, int count) {
    if (count <= MOST_DAYS) {
      return true;
    }
    object.problem(
        ProblemCode.BAD_VALUE, object.positionOf(key), "'" + key + "' is at most " + MOST_DAYS);
    return false;
  }
}
