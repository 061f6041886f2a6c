package io.mingshu.druid.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tells a process from a later one that was given the same number.
 *
 * @param pid the number
 * @param started when, in milliseconds since 1970
 */
public record ProcessMark(long pid, long started) {
  /** Machines compute the moment from ticks and the clock, which may be set. */
  private static final long TOLERANCE_MILLIS = 2_000;

  static ProcessMark of(ProcessHandle process) {
    return new ProcessMark(
        process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
  }

  /** The process, where it is still there. */
  public Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> Math.abs(of(process).started - started) <= TOLERANCE_MILLIS);
  }

  /** Whether it is still there. */
  public boolean lives() {
    return find().isPresent();
  }

  /** Waits for its end; false where it is still there after that time. */
  boolean awaitEnd(Duration longest) {
    Optional<ProcessHandle> process = find();
    if (process.isEmpty()) {
      return true;
    }
    try {
      process.get().onExit().get(longest.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
