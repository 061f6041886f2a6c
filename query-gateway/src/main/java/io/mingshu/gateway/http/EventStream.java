package io.mingshu.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.mingshu.gateway.answer.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Events of a server on the response of one request, with a comment now and then: by these it finds
 * out that nobody reads any more. Thread-safe.
 */
final class EventStream implements AutoCloseable {
  static final String TYPE = "text/event-stream";
  private static final byte[] BEAT = ": beat\n\n".getBytes(StandardCharsets.UTF_8);

  private final OutputStream out;
  private final Runnable whenGone;
  private final ReentrantLock writing = new ReentrantLock();
  private final Future<?> beating;
  private boolean gone;

  private EventStream(OutputStream out, Beats beats, Runnable whenGone) {
    this.out = out;
    this.whenGone = whenGone;
    this.beating = beats.each(this::beat);
  }

  /** Whether a client asks for events. */
  static boolean isWanted(Context ctx) {
    String accepted = ctx.header("Accept");
    return accepted != null && accepted.toLowerCase(Locale.ROOT).contains(TYPE);
  }

  /**
   * Begins to answer with events.
   *
   * @param whenGone what to do once, when the client has gone
   */
  static EventStream open(Context ctx, Beats beats, Runnable whenGone) {
    ctx.header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
    ctx.res().setContentType(TYPE);
    try {
      EventStream stream = new EventStream(ctx.res().getOutputStream(), beats, whenGone);
      stream.beat();
      return stream;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends an event; to nobody where the client has gone. */
  void send(String event, Object data) {
    byte[] json;
    try {
      json = Json.mapper().writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    writing.lock();
    try {
      write(
          ("event: " + event + "\ndata: ").getBytes(StandardCharsets.UTF_8),
          json,
          "\n\n".getBytes(StandardCharsets.UTF_8));
    } finally {
      writing.unlock();
    }
  }

  private void beat() {
    // Where something else is being written, that says as much.
    if (!writing.tryLock()) {
      return;
    }
    try {
      write(BEAT);
    } finally {
      writing.unlock();
    }
  }

  private void write(byte[]... parts) {
    if (gone) {
      return;
    }
    try {
      for (byte[] part : parts) {
        out.write(part);
      }
      out.flush();
    } catch (IOException e) {
      gone = true;
      whenGone.run();
    }
  }

  /** Falls silent; the request's end is the stream's. */
  @Override
  public void close() {
    beating.cancel(false);
    // A beat that has begun is not left to write into the next response of the connection.
    writing.lock();
    try {
      gone = true;
    } finally {
      writing.unlock();
    }
  }
}
