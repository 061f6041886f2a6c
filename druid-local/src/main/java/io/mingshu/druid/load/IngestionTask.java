package io.mingshu.druid.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mingshu.druid.http.DruidFailure;
import io.mingshu.druid.http.DruidHttp;
import io.mingshu.druid.load.Granularity.Span;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

/** Runs a task to its end. */
final class IngestionTask {
  private static final long POLL_MILLIS = 500;
  private static final int MOST_SILENT_POLLS = 60;

  private final DruidHttp coordinator;

  IngestionTask(DruidHttp coordinator) {
    this.coordinator = coordinator;
  }

  /** The span of what a datasource holds; empty where it holds nothing. */
  Optional<Span> heldBy(String datasource) throws IOException {
    JsonNode intervals;
    try {
      intervals =
          coordinator.get(
              "/druid/coordinator/v1/metadata/datasources/" + datasource + "/segments?full");
    } catch (DruidFailure failure) {
      if (failure.status() == 404) {
        return Optional.empty();
      }
      throw failure;
    }
    Optional<Span> whole = Optional.empty();
    for (JsonNode segment : intervals) {
      Span span = Span.parse(segment.path("interval").asText());
      whole = Optional.of(whole.map(span::and).orElse(span));
    }
    return whole;
  }

  /** Marks all segments of a datasource as unused. */
  void drop(String datasource) throws IOException {
    coordinator.delete("/druid/coordinator/v1/datasources/" + datasource);
  }

  /**
   * Returns when the task has published its segments. If this process is told to end meanwhile, the
   * task is cancelled.
   *
   * @param rows hears how many rows were read so far
   * @throws IOException where it failed, with Druid's reason
   */
  void run(ObjectNode spec, LongConsumer rows) throws IOException {
    String id = coordinator.post("/druid/indexer/v1/task", spec).path("task").asText();
    Thread onShutdown = new Thread(() -> cancel(id), "cancel-ingestion");
    Runtime.getRuntime().addShutdownHook(onShutdown);
    boolean ended = false;
    try {
      await(id, rows);
      ended = true;
    } catch (TaskFailed failed) {
      ended = true;
      throw failed;
    } finally {
      if (!ended) {
        cancel(id);
      }
      try {
        Runtime.getRuntime().removeShutdownHook(onShutdown);
      } catch (IllegalStateException alreadyStopping) {
        ended = true;
      }
    }
  }

  private void await(String id, LongConsumer rows) throws IOException {
    int silent = 0;
    while (true) {
      pause();
      JsonNode status;
      try {
        status = coordinator.get("/druid/indexer/v1/task/" + id + "/status").path("status");
        silent = 0;
      } catch (IOException unreachable) {
        // The coordinator may be starting again; the task goes on without it.
        if (++silent > MOST_SILENT_POLLS) {
          throw unreachable;
        }
        continue;
      }
      switch (status.path("statusCode").asText()) {
        case "SUCCESS" -> {
          return;
        }
        case "FAILED" ->
            throw new TaskFailed(status.path("errorMsg").asText().lines().findFirst().orElse(""));
        default -> rowsRead(id).ifPresent(rows);
      }
    }
  }

  private OptionalLong rowsRead(String id) {
    try {
      JsonNode report = coordinator.get("/druid/indexer/v1/task/" + id + "/reports");
      JsonNode processed = report.findPath("totals").findPath("processed");
      return processed.isNumber() ? OptionalLong.of(processed.asLong()) : OptionalLong.empty();
    } catch (IOException noReportYet) {
      return OptionalLong.empty();
    }
  }

  private void cancel(String id) {
    try {
      coordinator.post(
          "/druid/indexer/v1/task/" + id + "/shutdown", JsonNodeFactory.instance.objectNode());
    } catch (IOException gone) {
      // A Druid that is gone runs no tasks; one that comes back finds this one unfinished and fails
      // it.
      return;
    }
  }

  private static void pause() throws InterruptedIOException {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while Druid was loading");
    }
  }

  /** The task ended without publishing anything. */
  static final class TaskFailed extends IOException {
    private static final long serialVersionUID = 1L;

    TaskFailed(String reason) {
      super(reason);
    }
  }
}
