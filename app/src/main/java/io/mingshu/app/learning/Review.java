package io.mingshu.app.learning;

import io.mingshu.gateway.feedback.FeedbackBox;
import io.mingshu.nlq.CatalogInterpreter;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Interpreter;
import io.mingshu.nlq.Question;
import io.mingshu.nlq.learning.Learned;
import io.mingshu.nlq.learning.Proposal;
import io.mingshu.nlq.learning.Proposals;
import io.mingshu.nlq.wording.QueryWording;
import io.mingshu.nlq.wording.SegmentWording;
import io.mingshu.semantic.catalog.AliasTarget;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.catalog.DimensionValue;
import io.mingshu.semantic.catalog.Fact;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.segment.RuleOutcome;
import io.mingshu.semantic.segment.SegmentFromQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.state.StateStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A catalog as its owner looks at what people have said about it. */
public final class Review {
  /** Questions are read whatever days have data: the owner decides about words. */
  private static final DayRange EVER =
      new DayRange(LocalDate.of(1970, 1, 1), LocalDate.of(2199, 12, 31));

  private final Catalog catalog;
  private final Interpreter interpreter;
  private final PeriodResolver periods;
  private final QueryWording wording;

  public Review(Catalog catalog) {
    this.catalog = catalog;
    this.periods = new PeriodResolver(catalog);
    DataRange ever =
        new DataRange(catalog.facts().stream().collect(Collectors.toMap(Fact::name, fact -> EVER)));
    this.interpreter = new CatalogInterpreter(catalog, () -> ever, periods);
    this.wording = new QueryWording(catalog, periods);
  }

  /** What has been said so far comes to this. */
  public Learned learned(StateStore store) {
    return new Proposals(catalog, interpreter)
        .of(new FeedbackBox(store.feedback(), catalog.name()).all(), rejected(store));
  }

  /** The ids of what is not wanted. */
  public Set<String> rejected(StateStore store) {
    return store.rejections().read(catalog.name());
  }

  /** What a proposal would make of its word or question. */
  public Text meaning(Proposal proposal, Instant now) {
    if (proposal.content() instanceof Proposal.Verified verified) {
      return wording.of(verified.query(), periods.calendar().at(now), null);
    }
    if (proposal.content() instanceof Proposal.People people) {
      return rule(people) instanceof RuleOutcome.Found found
          ? new SegmentWording(catalog).of(found.rule())
          : new Text("这份目录已写不出这个规则", "this catalog has no rule for it any more");
    }
    AliasTarget target = ((Proposal.Alias) proposal.content()).target();
    if (target instanceof AliasTarget.OfMetric metric) {
      Text label = catalog.metric(metric.metric()).map(Metric::label).orElseThrow();
      return named("指标", "metric", label, metric.metric());
    }
    String name =
        target instanceof AliasTarget.OfValue value
            ? value.dimension()
            : ((AliasTarget.OfDimension) target).dimension();
    Dimension dimension = catalog.dimension(name).orElseThrow();
    if (target instanceof AliasTarget.OfValue value) {
      Text label = dimension.value(value.code()).map(DimensionValue::label).orElseThrow();
      return named(
          dimension.label().zh(),
          "value of " + dimension.label().en(),
          label,
          name + " = " + value.code());
    }
    return named("维度", "dimension", dimension.label(), name);
  }

  /** The rule that a proposed segment would have in this catalog. */
  public RuleOutcome rule(Proposal.People people) {
    return new SegmentFromQuery(catalog).of(people.query(), people.asOf());
  }

  private static Text named(String zh, String en, Text label, String name) {
    return new Text(
        zh + "“" + label.zh() + "” (" + name + ")", en + " “" + label.en() + "” (" + name + ")");
  }

  /**
   * Examples of the catalog that another catalog would read otherwise: a new word must not take
   * them apart.
   */
  public List<String> readOtherwiseBy(Review other, Instant now) {
    return catalog.examples().stream()
        .flatMap(example -> Stream.of(Language.values()).map(example::in))
        .filter(example -> !query(example, now).equals(other.query(example, now)))
        .toList();
  }

  /** Questions that are not understood. */
  public List<String> notUnderstood(Stream<String> questions, Instant now) {
    return questions.distinct().filter(question -> query(question, now).isEmpty()).toList();
  }

  private Optional<SemanticQuery> query(String question, Instant now) {
    return Optional.of(interpreter.interpret(Question.of(question, now)))
        .filter(Understood.class::isInstance)
        .map(Understood.class::cast)
        .map(understood -> understood.query());
  }
}
