package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.BehaviourDefinition.Cohort;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifetimeValue;
import io.mingshu.semantic.catalog.BehaviourDefinition.Retention;
import io.mingshu.semantic.catalog.BehaviourLog;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Metric;
import io.mingshu.semantic.catalog.MetricDefinition.Aggregate;
import io.mingshu.semantic.engine.Backend;
import io.mingshu.semantic.engine.Backend.ColumnType;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether tables of what people did say when they joined, which figures of cohorts need. */
final class JoiningTimes {
  private JoiningTimes() {}

  /**
   * Looks at what the engine has, so that it is told when it opens rather than when it is asked.
   *
   * @throws MingshuException with {@code DATA_MISSING}, naming metric, table and column
   */
  static void require(Catalog catalog, Backend backend) {
    for (Metric metric : catalog.metrics()) {
      if (metric.definition() instanceof LifetimeValue value) {
        require(metric, value.cohort(), value.value(), catalog, backend);
      } else if (metric.definition() instanceof Retention retention
          && retention.cohort() instanceof Cohort.Joined cohort) {
        require(metric, cohort, retention.activity(), catalog, backend);
      }
    }
  }

  /**
   * The column in which each row of the log says when its owner signed up, as figures of cohorts
   * say it has one.
   */
  static Optional<String> onLog(Catalog catalog, Backend backend) {
    BehaviourLog log = catalog.behaviour().orElseThrow();
    return log.people()
        .filter(people -> catalog.metrics().stream().anyMatch(m -> isOnLog(m, people, catalog)))
        .filter(
            people ->
                type(people.fact(), people.time(), catalog, backend)
                    == type(log.fact(), people.time(), catalog, backend))
        .map(BehaviourLog.People::time);
  }

  private static boolean isOnLog(Metric metric, BehaviourLog.People people, Catalog catalog) {
    BehaviourLog log = catalog.behaviour().orElseThrow();
    return metric.definition() instanceof Retention retention
        && retention.cohort().equals(new Cohort.Joined(people.fact(), people.time()))
        && retention.entity().equals(log.actor())
        && catalog.metric(retention.activity()).orElseThrow().definition()
            instanceof Aggregate activity
        && activity.fact().equals(log.fact());
  }

  private static @Nullable ColumnType type(
      String fact, String column, Catalog catalog, Backend backend) {
    return backend.columns(catalog.fact(fact).orElseThrow().table()).get(column);
  }

  private static void require(
      Metric metric, Cohort.Joined cohort, String activity, Catalog catalog, Backend backend) {
    if (!(catalog.metric(activity).orElseThrow().definition() instanceof Aggregate aggregate)) {
      return;
    }
    String table = catalog.fact(aggregate.fact()).orElseThrow().table();
    if (!backend.columns(table).containsKey(cohort.time())) {
      throw new MingshuException(
          ErrorCode.DATA_MISSING,
          new Text(
              "指标 "
                  + metric.name()
                  + " 要求表 "
                  + table
                  + " 的每一行带有加入时间 "
                  + cohort.time()
                  + "，但表里没有这一列；请在导入时补上，或从目录里删去这个指标",
              "The metric "
                  + metric.name()
                  + " needs the time of joining, "
                  + cohort.time()
                  + ", on each row of the table "
                  + table
                  + ", which has no such column; add it where the data are made, or take the"
                  + " metric out of the catalog"));
    }
  }
}
