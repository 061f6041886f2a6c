package io.mingshu.nlq.saving;

import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.nlq.Interpreter;
import io.mingshu.nlq.Issue;
import io.mingshu.nlq.Question;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition.Aggregate;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a catalog reads the name of a segment, in questions too. */
public final class NameReading {
  private final Catalog catalog;
  private final Interpreter interpreter;

  public NameReading(Catalog catalog, Interpreter interpreter) {
    this.catalog = catalog;
    this.interpreter = interpreter;
  }

  /**
   * Which of a new segment's labels would be read already, so that it would change what questions
   * mean: the name of a metric, some values together, days.
   */
  public Optional<String> meansAlready(Text label, Instant now) {
    return labels(label).filter(text -> isReadWhole(text, now)).findFirst();
  }

  /** Whether all words of a text have a meaning, whatever may be missing beside them. */
  private boolean isReadWhole(String text, Instant now) {
    Interpretation read = interpreter.interpret(Question.of(text, now));
    if (read instanceof Understood understood) {
      return understood.unused().isEmpty() || !understood.spans().isEmpty();
    }
    List<Issue> issues =
        read instanceof Interpretation.Clarify clarify
            ? clarify.issues()
            : ((Interpretation.Declined) read).issues();
    return issues.stream()
        .noneMatch(
            issue ->
                issue.code() == Issue.Code.UNKNOWN_WORD
                    || issue.code() == Issue.Code.NOT_A_QUESTION);
  }

  /** Labels of a segment of this catalog that questions cannot say. */
  public List<String> notUnderstood(String segment, Text label, Instant now) {
    Optional<Metric> metric = someMetric();
    if (metric.isEmpty()) {
      return List.of();
    }
    Text figure = metric.get().label();
    return Stream.of(
            new Said(Language.ZH, label.zh(), label.zh() + "的" + figure.zh()),
            new Said(Language.EN, label.en(), figure.en() + " of " + label.en()))
        .filter(said -> !isAbout(segment, said.question(), now))
        .map(Said::label)
        .distinct()
        .toList();
  }

  private record Said(Language language, String label, String question) {}

  private boolean isAbout(String segment, String question, Instant now) {
    return interpreter.interpret(Question.of(question, now)) instanceof Understood understood
        && understood.query() instanceof MetricQuery query
        && Filter.conjuncts(query.filter())
            .contains(new Filter.In(segment, List.of("true"), false));
  }

  private Optional<Metric> someMetric() {
    Optional<String> fact = catalog.behaviour().map(BehaviourLog::fact);
    return catalog.metrics().stream()
        .filter(
            metric ->
                metric.definition() instanceof Aggregate aggregate
                    && fact.filter(aggregate.fact()::equals).isPresent())
        .findFirst();
  }

  /** Examples of the catalog that another reader takes for something else. */
  public List<String> readOtherwiseBy(NameReading other, Instant now) {
    return catalog.examples().stream()
        .flatMap(NameReading::labels)
        .filter(example -> !query(example, now).equals(other.query(example, now)))
        .toList();
  }

  private Optional<SemanticQuery> query(String question, Instant now) {
    return interpreter.interpret(Question.of(question, now)) instanceof Understood understood
        ? Optional.of(understood.query())
        : Optional.empty();
  }

  private static Stream<String> labels(Text text) {
    return Stream.of(text.zh(), text.en()).distinct();
  }
}
