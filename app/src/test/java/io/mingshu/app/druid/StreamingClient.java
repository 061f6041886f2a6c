package io.mingshu.app.druid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mingshu.app.TinyShop;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.http.Gateway;
import io.mingshu.gateway.http.GatewayConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.OffsetDateTime;

/** A page that asks a gateway of its own for events, and may leave before the answer. */
record StreamingClient(Gateway gateway, HttpClient http) implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  static StreamingClient of(Workbench workbench) {
    return new StreamingClient(
        Gateway.create(
                GatewayConfig.onPort(0),
                workbench.answering(),
                AskingClock.at(OffsetDateTime.parse(TinyShop.AS_OF).toInstant()))
            .start(),
        HttpClient.newHttpClient());
  }

  boolean isReady() {
    return send(request("health/ready").build(), BodyHandlers.discarding()).statusCode() == 200;
  }

  /** The events of an answer, as they come. */
  InputStream ask(String question, String conversation) {
    String body =
        JSON.createObjectNode()
            .put("question", question)
            .put("conversationId", conversation)
            .toString();
    HttpResponse<InputStream> response =
        send(
            request("api/v1/ask")
                .header("Content-Type", "application/json")
                .header("Accept", "text/event-stream")
                .POST(BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    return response.body();
  }

  static void leave(InputStream events) {
    try {
      events.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What became of the first question of a conversation. */
  String statusOf(String conversation) {
    String thread =
        send(request("api/v1/threads/" + conversation).build(), BodyHandlers.ofString()).body();
    try {
      JsonNode turns = JSON.readTree(thread).at("/turns");
      return turns.at("/0/status").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(gateway.address() + path));
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    gateway.close();
  }
}
