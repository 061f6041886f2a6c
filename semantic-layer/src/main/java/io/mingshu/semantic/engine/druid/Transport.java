package io.mingshu.semantic.engine.druid;

import io.mingshu.semantic.error.MingshuException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** HTTP to brokers: signed in, encrypted where the address says so, ended with its {@link Call}. */
final class Transport {
  private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
  private static final int MAX_ERROR_BYTES = 64 * 1024;
  private static final Duration CANCEL_TIMEOUT = Duration.ofSeconds(5);
  private static final int CANCEL_TRIES = 4;

  private final HttpClient client;
  private final DruidCredentials credentials;
  private final ExecutorService readers =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "druid-answers");
            thread.setDaemon(true);
            return thread;
          });

  Transport(DruidSettings settings) {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout());
    settings.trustStore().ifPresent(store -> builder.sslContext(store.context()));
    this.client = builder.build();
    this.credentials = settings.credentials();
  }

  /** Reads an answer as it arrives; to be called off by closing what it reads. */
  interface Reader<T> {
    T read(HttpResponse<InputStream> answer) throws IOException;
  }

  /** Asks for what lies at a path. */
  <T> T get(Call call, URI broker, String path, Reader<T> reader) {
    return send(call, broker, request(broker, path).GET(), reader, () -> {});
  }

  /** Posts JSON. */
  <T> T post(
      Call call, URI broker, String path, byte[] json, Reader<T> reader, Runnable whenStopped) {
    return send(
        call,
        broker,
        request(broker, path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(json)),
        reader,
        whenStopped);
  }

  private HttpRequest.Builder request(URI broker, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(broker + path));
    credentials.authorization().ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  private <T> T send(
      Call call, URI broker, HttpRequest.Builder request, Reader<T> reader, Runnable whenStopped) {
    call.requireGoingOn();
    CompletableFuture<HttpResponse<InputStream>> coming =
        client.sendAsync(request.build(), BodyHandlers.ofInputStream());
    // Not read by our thread, because Java's stream forgets that who reads it was interrupted.
    CompletableFuture<T> done =
        coming.thenApplyAsync(response -> read(call, broker, response, reader), readers);
    Runnable ender =
        () -> {
          coming.cancel(true);
          whenStopped.run();
          if (coming.isDone() && !coming.isCompletedExceptionally()) {
            close(coming.join().body());
          }
        };
    try {
      return call.waitFor(
          done,
          call.millisLeftWithGrace(),
          () -> new Refusal(Refusal.Kind.BROKEN, DruidErrors.timeout(call.deadline())),
          ender);
    } catch (ExecutionException e) {
      throw meaning(call, broker, e);
    } catch (MingshuException e) {
      throw call.isLate() ? new Refusal(Refusal.Kind.BROKEN, e) : e;
    }
  }

  private <T> T read(Call call, URI broker, HttpResponse<InputStream> response, Reader<T> reader) {
    try (InputStream body = response.body()) {
      if (response.statusCode() == 200) {
        return reader.read(response);
      }
      String text = new String(body.readNBytes(MAX_ERROR_BYTES), StandardCharsets.UTF_8);
      throw DruidErrors.answered(broker, response.statusCode(), text, credentials, call.deadline());
    } catch (IOException e) {
      throw DruidErrors.brokeOff(broker, e);
    }
  }

  private RuntimeException meaning(Call call, URI broker, ExecutionException e) {
    Throwable cause = e;
    while ((cause instanceof ExecutionException || cause instanceof CompletionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    Optional<MingshuException> stopped = call.stopped();
    if (stopped.isPresent()) {
      return call.isLate() ? new Refusal(Refusal.Kind.BROKEN, stopped.get()) : stopped.get();
    }
    return cause instanceof RuntimeException meant
        ? meant
        : DruidErrors.unreachable(broker, cause, credentials);
  }

  private static void close(InputStream body) {
    try {
      body.close();
    } catch (IOException e) {
      LOG.debug("the rest of an answer was not read", e);
    }
  }

  /**
   * Has a query cancelled in Druid, without waiting for it. It may not have arrived yet: then Druid
   * does not know it, and is told again.
   */
  void cancel(URI broker, String sqlQueryId) {
    cancel(broker, sqlQueryId, 1);
  }

  private void cancel(URI broker, String sqlQueryId, int tries) {
    HttpRequest request =
        request(broker, "/druid/v2/sql/" + sqlQueryId).DELETE().timeout(CANCEL_TIMEOUT).build();
    var unused =
        client
            .sendAsync(request, BodyHandlers.discarding())
            .whenComplete(
                (response, failure) -> {
                  if (failure != null) {
                    LOG.debug("query {} could not be cancelled", sqlQueryId, failure);
                  } else if (response.statusCode() == 404 && tries < CANCEL_TRIES) {
                    CompletableFuture.delayedExecutor(250L * tries, TimeUnit.MILLISECONDS)
                        .execute(() -> cancel(broker, sqlQueryId, tries + 1));
                  }
                });
  }
}
