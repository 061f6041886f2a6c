package io.mingshu.gateway.http;

import io.mingshu.gateway.answer.Asked;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.answer.SegmentsShown;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.MingshuException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many belong to the segments, counted in the background: once questions can be answered, after
 * a segment was saved, and each day. They take their turn among the questions, one after the other,
 * and are given up after a while. Lists alone read them; every answer counts anew. Thread-safe.
 */
final class SegmentSizes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentSizes.class);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration AGAIN = Duration.ofMinutes(5);

  private final Served served;
  private final AskingClock clock;
  private final Admission admission;
  private final Limits limits;
  private final LocalTime daily;
  private final ScheduledExecutorService background = thread("segment-sizes");
  private final ScheduledExecutorService timer = thread("segment-sizes-timer");
  private volatile @Nullable Kept kept;

  /** Sizes of one catalog on one business day, which are all that they depend on. */
  private record Kept(Served.Views views, LocalDate day, SegmentsShown sizes) {}

  /**
   * @param daily when they are counted each day, on the catalog's clock
   */
  SegmentSizes(
      Served served, AskingClock clock, Admission admission, Limits limits, LocalTime daily) {
    this.served = served;
    this.clock = clock;
    this.admission = admission;
    this.limits = limits;
    this.daily = daily;
  }

  private static ScheduledExecutorService thread(String name) {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return executor;
  }

  /** Counts now, and each day from now on. */
  void start() {
    countSoon();
    later();
  }

  /** Counts in the background, where today's sizes of what is served are not there yet. */
  void countSoon() {
    background.execute(this::count);
  }

  private void later() {
    in(
        () -> {
          count();
          later();
        },
        untilNext(ZonedDateTime.now(zone()), daily));
  }

  /** What goes wrong is in the log already. */
  private void in(Runnable work, Duration delay) {
    ScheduledFuture<?> unused = background.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  static Duration untilNext(ZonedDateTime now, LocalTime daily) {
    ZonedDateTime today = now.toLocalDate().atTime(daily).atZone(now.getZone());
    return Duration.between(
        now,
        today.isAfter(now)
            ? today
            : now.toLocalDate().plusDays(1).atTime(daily).atZone(now.getZone()));
  }

  /** What was counted for the business day of a moment, of what is served. */
  Optional<SegmentsShown> of(Instant moment) {
    Kept known = kept;
    return known != null && known.views().equals(served.now()) && known.day().equals(day(moment))
        ? Optional.of(known.sizes())
        : Optional.empty();
  }

  private void count() {
    Served.Views views = served.now();
    Instant moment = clock.now();
    if (of(moment).isPresent()) {
      return;
    }
    long start = System.nanoTime();
    try {
      SegmentsShown sizes =
          admission.admit(
              cancellation -> {
                ScheduledFuture<?> end =
                    timer.schedule(cancellation::cancel, LONGEST.toMillis(), TimeUnit.MILLISECONDS);
                try {
                  return views
                      .segments()
                      .list(
                          true,
                          new Asked(
                              moment,
                              Optional.empty(),
                              limits,
                              cancellation,
                              false,
                              "segment-sizes"));
                } finally {
                  end.cancel(false);
                }
              });
      kept = new Kept(views, day(moment), sizes);
      LOG.info("segments were counted in {} ms", (System.nanoTime() - start) / 1_000_000);
    } catch (MingshuException e) {
      LOG.warn("segments could not be counted: {}", e.getMessage());
      in(this::count, AGAIN);
    } catch (RuntimeException e) {
      LOG.error("segments could not be counted", e);
    }
  }

  private LocalDate day(Instant moment) {
    return moment.atZone(zone()).toLocalDate();
  }

  private ZoneId zone() {
    return served.now().answering().layer().catalog().zone();
  }

  /** Counts no more; what runs is cancelled with the questions that run. */
  @Override
  public void close() {
    background.shutdown();
    timer.shutdown();
  }
}
