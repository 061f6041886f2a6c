package io.mingshu.semantic.plan;

import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.Dimension;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.execution.Engine;
import io.mingshu.semantic.plan.execution.PreparedPlan;
import io.mingshu.semantic.query.MetricQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether an answer leaves out rows because an optional dimension has no value there. It
 * is asked beside the question, so that it costs no time of its own; and not at all where all rows
 * are known to have one. Thread-safe.
 */
final class LeftOut {
  private static final Logger LOG = LoggerFactory.getLogger(LeftOut.class);
  private static final int MOST_KNOWN = 1_000;
  private static final ExecutorService BESIDE =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "left-out");
            thread.setDaemon(true);
            return thread;
          });

  /** Rows and dimensions of them. */
  private record Subject(String fact, Optional<String> where, List<String> dimensions) {}

  /** What is known of each subject as long as a survey holds: whether all rows have values. */
  private record Known(Survey survey, Map<Subject, Boolean> complete) {}

  private final Catalog catalog;
  private final MetricExpander expander;
  private final Engine engine;
  private volatile Known known;

  LeftOut(Catalog catalog, MetricExpander expander, Engine engine, Survey survey) {
    this.catalog = catalog;
    this.expander = expander;
    this.engine = engine;
    this.known = new Known(survey, new ConcurrentHashMap<>());
  }

  /** Plans the search for one query. */
  Search search(
      MetricQuery query,
      Circumstances circumstances,
      Leaves leaves,
      Survey survey,
      Principal principal) {
    List<String> optional =
        query.dimensions().stream()
            .filter(name -> catalog.dimension(name).filter(Dimension::optional).isPresent())
            .toList();
    if (optional.isEmpty()) {
      return new Search(List.of(), List.of());
    }
    Map<Subject, Boolean> complete = known(survey);
    Scope whole =
        new Scope(
            circumstances.period(),
            circumstances.period(),
            query.filter(),
            List.of(),
            Optional.empty());
    List<PreparedPlan> probes = new ArrayList<>();
    List<Runnable> lessons = new ArrayList<>();
    MetricPlanner.metrics(query).stream()
        .flatMap(metric -> expander.placed(metric).stream())
        .distinct()
        .forEach(
            source -> {
              Subject subject = new Subject(source.fact(), source.where(), optional);
              if (principal.seesAllColumns() && Boolean.TRUE.equals(complete.get(subject))) {
                return;
              }
              probes.add(engine.prepare(leaves.withoutValue(whole, source, optional)));
              boolean isNew = !complete.containsKey(subject) && complete.size() < MOST_KNOWN;
              if (isNew && principal.seesAll()) {
                PreparedPlan ever =
                    engine.prepare(leaves.everWithoutValue(whole, source, optional));
                lessons.add(() -> learn(complete, subject, ever));
              }
            });
    return new Search(probes, lessons);
  }

  /** A later survey may find the same and yet other rows. */
  @SuppressWarnings("ReferenceEquality")
  private Map<Subject, Boolean> known(Survey survey) {
    if (known.survey() != survey) {
      known = new Known(survey, new ConcurrentHashMap<>());
    }
    return known.complete();
  }

  private static void learn(Map<Subject, Boolean> complete, Subject subject, PreparedPlan ever) {
    try {
      complete.put(subject, !finds(ever, Limits.DEFAULT, Cancellation.none()));
    } catch (MingshuException e) {
      LOG.debug("not known whether {} always has a value", subject, e);
    }
  }

  private static boolean finds(PreparedPlan probe, Limits limits, Cancellation cancellation) {
    Object found = probe.run(limits, cancellation).rows().get(0).get(0);
    return found instanceof Number rows && rows.longValue() > 0;
  }

  /** A search for one answer. */
  record Search(List<PreparedPlan> probes, List<Runnable> lessons) {

    /** Begins it. */
    Running begin(Asking asking) {
      return new Running(
          probes.stream()
              .map(
                  probe ->
                      CompletableFuture.supplyAsync(
                          () -> finds(probe, asking.limits(), asking.cancellation()), BESIDE))
              .toList());
    }

    /** Looks up, for later questions, what was not known; nobody waits for it. */
    void learn() {
      lessons.forEach(BESIDE::execute);
    }
  }

  /** A search that has begun. */
  record Running(List<CompletableFuture<Boolean>> probes) {

    /**
     * Waits for it.
     *
     * @throws MingshuException where a probe failed
     */
    boolean found() {
      return probes.stream().anyMatch(Running::found);
    }

    private static boolean found(CompletableFuture<Boolean> probe) {
      try {
        return probe.join();
      } catch (CompletionException e) {
        throw e.getCause() instanceof MingshuException failure ? failure : e;
      }
    }
  }
}
