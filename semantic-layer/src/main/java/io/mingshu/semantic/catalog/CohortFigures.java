package io.mingshu.semantic.catalog;

import io.mingshu.semantic.catalog.BehaviourDefinition.LifetimeFigure;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifetimeValue;
import io.mingshu.semantic.catalog.BehaviourDefinition.Retention;
import io.mingshu.semantic.catalog.BehaviourDefinition.RetentionFigure;
import io.mingshu.semantic.catalog.Metric.Unit;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

/** The numbers of people behind rates of retention and lifetime values. */
final class CohortFigures {
  private static final String COHORT = "cohort_users";
  private static final String RETAINED = "retained_users";

  private CohortFigures() {}

  /** The metric {@code figure} of another: {@code retention_d1/cohort_users}. */
  static Optional<Metric> of(Metric metric, String figure) {
    if (metric.definition() instanceof Retention retention
        && retention.figure() == RetentionFigure.RATE) {
      return switch (figure) {
        case COHORT -> Optional.of(cohort(metric, with(retention, RetentionFigure.COHORT)));
        case RETAINED ->
            Optional.of(
                people(
                    metric,
                    RETAINED,
                    new Text("留存人数", "retained users"),
                    new Text("其中留存的人数", "those of them who came back"),
                    with(retention, RetentionFigure.RETAINED)));
        default -> Optional.empty();
      };
    }
    return metric.definition() instanceof LifetimeValue value
            && value.figure() == LifetimeFigure.MEAN
            && figure.equals(COHORT)
        ? Optional.of(
            cohort(
                metric,
                new LifetimeValue(
                    value.entity(),
                    value.cohort(),
                    value.value(),
                    value.days(),
                    LifetimeFigure.COHORT)))
        : Optional.empty();
  }

  /** Those of a metric, in the order in which they stand beside it. */
  static List<String> beside(Metric metric) {
    return List.of(COHORT, RETAINED).stream()
        .flatMap(figure -> of(metric, figure).stream())
        .map(Metric::name)
        .toList();
  }

  private static Metric cohort(Metric metric, BehaviourDefinition definition) {
    return people(
        metric,
        COHORT,
        new Text("总人数", "all users"),
        new Text("算进来的总人数", "all users that it is of"),
        definition);
  }

  private static Metric people(
      Metric metric, String figure, Text what, Text described, BehaviourDefinition definition) {
    Text label = metric.label();
    return new Metric(
        metric.name() + "/" + figure,
        new Text(label.zh() + "：" + what.zh(), label.en() + ", " + what.en()),
        Terms.NONE,
        new Text(label.zh() + "：" + described.zh(), label.en() + ": " + described.en()),
        Unit.PEOPLE,
        definition);
  }

  private static Retention with(Retention retention, RetentionFigure figure) {
    return new Retention(
        retention.entity(),
        retention.cohort(),
        retention.activity(),
        retention.unit(),
        retention.after(),
        figure);
  }
}
