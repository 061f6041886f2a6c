package io.mingshu.semantic.engine.druid;

import io.mingshu.semantic.engine.Backend.Statement;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Runs statements on a broker. */
final class Statements {
  private static final String PATH = "/druid/v2/sql";
  private static final String CONTEXT_HEADER = "X-Druid-Response-Context";

  private final Transport transport;
  private final DruidSettings settings;

  Statements(Transport transport, DruidSettings settings) {
    this.transport = transport;
    this.settings = settings;
  }

  /**
   * A whole answer.
   *
   * @param gaps where the broker saw no data for what it read; empty where it does not say
   */
  record Answer(List<List<@Nullable Object>> rows, Optional<List<Interval>> gaps) {}

  /**
   * @throws Refusal where the broker is to blame
   * @throws DruidErrors.UnknownName where Druid has no such table or column
   */
  Answer run(Call call, URI broker, Statement statement, int maxRows) {
    String id = "mingshu-" + UUID.randomUUID();
    AtomicBoolean cancelled = new AtomicBoolean();
    Runnable cancel =
        () -> {
          if (cancelled.compareAndSet(false, true)) {
            transport.cancel(broker, id);
          }
        };
    byte[] json =
        SqlRequest.json(statement, id, call.deadline().millisLeft(), settings.maxSubqueryRows());
    try {
      return transport.post(call, broker, PATH, json, answer -> read(answer, maxRows), cancel);
    } catch (MingshuException e) {
      call.requireGoingOn();
      if (e.code() == ErrorCode.TOO_MANY_ROWS) {
        cancel.run();
      } else if (call.deadline().millisLeft() == 0) {
        // Druid cuts an answer whose time is over.
        throw DruidErrors.timeout(call.deadline(), e);
      }
      throw e;
    }
  }

  private Answer read(HttpResponse<InputStream> answer, int maxRows) throws IOException {
    Optional<List<Interval>> gaps =
        answer.headers().firstValue(CONTEXT_HEADER).flatMap(Interval::gaps);
    return new Answer(
        ArrayLinesReader.read(answer.body(), maxRows, settings.maxAnswerBytes()), gaps);
  }
}
