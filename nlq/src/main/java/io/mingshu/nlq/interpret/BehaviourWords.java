package io.mingshu.nlq.interpret;

import io.mingshu.nlq.Issue;
import io.mingshu.nlq.chart.Edge;
import io.mingshu.nlq.grammar.AnalysisParts.JoiningGrain;
import io.mingshu.nlq.interpret.Bag.Placed;
import io.mingshu.nlq.lexicon.AnalysisCue;
import io.mingshu.nlq.lexicon.Cue;
import io.mingshu.nlq.lexicon.Words.CueWord;
import io.mingshu.nlq.time.TimeParts.GrainPart;
import io.mingshu.nlq.time.TimeParts.PeriodPart;
import io.mingshu.semantic.catalog.BehaviourDefinition;
import io.mingshu.semantic.catalog.BehaviourDefinition.Cohort;
import io.mingshu.semantic.catalog.MetricDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said beside figures of who comes back, and is no figure of its own. */
final class BehaviourWords {
  private static final Pattern DAY_FIRST = Pattern.compile("[0-9一二三四五六七八九十]{1,3}[日天].*");

  private final CatalogShape shape;

  BehaviourWords(CatalogShape shape) {
    this.shape = shape;
  }

  void apply(Bag bag, Draft draft) {
    dateOrName(bag, draft);
    joiners(bag, draft);
    joiningGrains(bag, draft);
  }

  /** By signup month: the buckets of figures of those who signed up, and of no others. */
  private void joiningGrains(Bag bag, Draft draft) {
    boolean ofJoiners =
        !draft.metrics.isEmpty()
            && draft.metrics.stream().allMatch(m -> cohort(m).isPresent() || shape.isJoining(m));
    if (ofJoiners) {
      for (Placed<JoiningGrain> grain : bag.look(JoiningGrain.class)) {
        if (!grain.part().bought()) {
          bag.reread(grain.edge(), new GrainPart(grain.part().grain()));
        }
      }
    }
  }

  /** 6月7日留存率: of the 7th of June, or June's D7 retention? */
  private static void dateOrName(Bag bag, Draft draft) {
    for (Placed<String> metric : draft.metricWords) {
      boolean opensWithDay = DAY_FIRST.matcher(bag.typed(metric.edge())).matches();
      bag.before(metric.edge())
          .filter(edge -> opensWithDay && edge.meaning() instanceof PeriodPart)
          .filter(edge -> bag.typed(edge).endsWith("月") && edge.end() == metric.start())
          .ifPresent(
              edge ->
                  draft.ask(Issue.Code.AMBIGUOUS_READING, metric.edge(), Messages.DATE_OR_NAME));
    }
  }

  /** Day-7 retention of users who signed up in April: whom the figure is of anyway. */
  private void joiners(Bag bag, Draft draft) {
    List<Cohort> cohorts =
        draft.metrics.stream().flatMap(metric -> cohort(metric).stream()).distinct().toList();
    if (cohorts.size() != 1) {
      return;
    }
    // For users who …: whom it is of anyway.
    bag.takeCue(Cue.PEOPLE);
    if (cohorts.get(0) instanceof Cohort.Joined) {
      AnalysisWordsIn.take(bag, AnalysisCue.JOINING);
    }
    List<Placed<String>> joiners = new ArrayList<>();
    for (Placed<String> word : draft.metricWords) {
      if (counts(word.part(), cohorts.get(0)) && !isListed(bag, word.edge())) {
        joiners.add(word);
      }
    }
    draft.metricWords.removeAll(joiners);
    joiners.forEach(word -> draft.cohortWords.add(word.edge()));
    joiners.forEach(word -> draft.metrics.remove(word.part()));
    if (draft.metrics.stream().allMatch(this::isMeanPerHead)) {
      bag.takeCue(Cue.AVERAGE);
    }
  }

  /** 平均90天LTV: it is a mean anyway. */
  private boolean isMeanPerHead(String metric) {
    return shape.metric(metric).orElseThrow().definition()
        instanceof BehaviourDefinition.LifetimeValue;
  }

  private Optional<Cohort> cohort(String metric) {
    MetricDefinition definition = shape.metric(metric).orElseThrow().definition();
    if (definition instanceof BehaviourDefinition.Retention retention) {
      return Optional.of(retention.cohort());
    }
    return definition instanceof BehaviourDefinition.LifetimeValue value
        ? Optional.of(value.cohort())
        : Optional.empty();
  }

  private boolean counts(String metric, Cohort of) {
    if (of instanceof Cohort.Active active) {
      return !active.firstTime() && active.metric().equals(metric);
    }
    Cohort.Joined cohort = (Cohort.Joined) of;
    return shape.metric(metric).orElseThrow().definition()
            instanceof MetricDefinition.Aggregate aggregate
        && aggregate.fact().equals(cohort.fact())
        && aggregate.time().equals(cohort.time())
        && aggregate.where().isEmpty();
  }

  private static boolean isListed(Bag bag, Edge word) {
    return isAnd(bag.before(word)) || isAnd(bag.after(word));
  }

  private static boolean isAnd(Optional<Edge> edge) {
    return edge.filter(e -> e.meaning() instanceof CueWord word && word.cue() == Cue.AND)
        .isPresent();
  }
}
