package io.mingshu.nlq.wording;

import io.mingshu.semantic.catalog.BehaviourDefinition;
import io.mingshu.semantic.catalog.BehaviourDefinition.Churn;
import io.mingshu.semantic.catalog.BehaviourDefinition.ChurnFigure;
import io.mingshu.semantic.catalog.BehaviourDefinition.Cohort;
import io.mingshu.semantic.catalog.BehaviourDefinition.Lifecycle;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifetimeFigure;
import io.mingshu.semantic.catalog.BehaviourDefinition.LifetimeValue;
import io.mingshu.semantic.catalog.BehaviourDefinition.Retention;
import io.mingshu.semantic.query.Grain;
import java.util.Locale;

/** How figures of who comes back are computed, for people. */
record BehaviourDefinitionWording(CatalogWords words) {

  String of(BehaviourDefinition definition) {
    if (definition instanceof Retention retention) {
      return retention(retention);
    }
    if (definition instanceof LifetimeValue value) {
      return lifetime(value);
    }
    return definition instanceof Churn churn ? churn(churn) : lifecycle((Lifecycle) definition);
  }

  private String retention(Retention retention) {
    String cohort = cohort(retention.cohort(), retention.unit());
    String back =
        say(
            "之后第 " + retention.after() + chinese(retention.unit()) + "计入" + activity(retention),
            "counted in " + activity(retention) + " " + later(retention));
    return switch (retention.figure()) {
      case COHORT -> say(cohort + "，且之后的时间已经结束", cohort + " for whom that time is over");
      case RETAINED -> say(cohort + "中，" + back + "的人数", cohort + " who were " + back);
      case RATE ->
          say(
              cohort + "中，" + back + "的占比（只算已经结束的）",
              "share of " + cohort + " who were " + back + ", where that is over");
    };
  }

  private String activity(Retention retention) {
    return words.metric(retention.activity());
  }

  private static String later(Retention retention) {
    String unit = retention.unit().name().toLowerCase(Locale.ROOT);
    return retention.after() == 1
        ? "in the " + unit + " after"
        : retention.after() + " " + unit + "s after";
  }

  private String cohort(Cohort cohort, Grain unit) {
    if (cohort instanceof Cohort.Joined joined) {
      String fact = words.fact(joined.fact());
      return say("每" + chinese(unit) + "的" + fact, fact + " of each " + english(unit));
    }
    Cohort.Active active = (Cohort.Active) cohort;
    String metric = words.metric(active.metric());
    return active.firstTime()
        ? say(
            "历史上首次计入" + metric + "在这" + chinese(unit) + "的人",
            "those first counted ever in " + metric + " in each " + english(unit))
        : say(
            "每" + chinese(unit) + "计入" + metric + "的人",
            "those counted in " + metric + " in each " + english(unit));
  }

  private String lifetime(LifetimeValue value) {
    String fact = words.fact(value.cohort().fact());
    String over =
        say(
            "满 " + value.days() + " 天的" + fact,
            fact + " whose first " + value.days() + " days are over");
    if (value.figure() == LifetimeFigure.COHORT) {
      return say(over + "人数", "number of " + over);
    }
    String metric = words.metric(value.value());
    return say(
        over + "在这 " + value.days() + " 天里的" + metric + " ÷ 人数",
        metric + " in these days ÷ number of " + over);
  }

  private String churn(Churn churn) {
    String metric = words.metric(churn.activity());
    String there =
        say(
            "最后 " + churn.away() + " 天之前的 " + churn.there() + " 天计入" + metric + "的人",
            "those counted in "
                + metric
                + " in the "
                + churn.there()
                + " days before the last "
                + churn.away());
    return churn.figure() == ChurnFigure.BASE
        ? there
        : say(there + "中，最后 " + churn.away() + " 天不再计入的", there + ", and not in those");
  }

  private String lifecycle(Lifecycle lifecycle) {
    String metric = words.metric(lifecycle.activity());
    return switch (lifecycle.state()) {
      case NEW -> say(metric + "中，历史上首次在本期的", metric + " whose first time ever is in the period");
      case RETAINED ->
          say("本期和上一期都计入" + metric + "的人", metric + " of both the period and the one before");
      case RESURRECTED ->
          say(
              "计入本期" + metric + "、不计入上一期、又不是首次的人",
              metric + " of the period, not of the one before, and not new");
      case DORMANT ->
          say("计入上一期" + metric + "、不计入本期的人", metric + " of the period before, not of the period");
    };
  }

  private String say(String zh, String en) {
    return words.isChinese() ? zh : en;
  }

  private static String chinese(Grain unit) {
    return switch (unit) {
      case WEEK -> "周";
      case MONTH -> "月";
      default -> "天";
    };
  }

  private static String english(Grain unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
