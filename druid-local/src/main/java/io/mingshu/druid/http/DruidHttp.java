package io.mingshu.druid.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One server of a Druid: small requests, small answers. Thread-safe. */
public final class DruidHttp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HttpClient client;
  private final URI base;

  /**
   * @param base such as {@code http://127.0.0.1:8082}
   */
  public DruidHttp(URI base) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.base = base;
  }

  /** A server that listens on the loopback address. */
  public static DruidHttp local(int port) {
    return new DruidHttp(URI.create("http://127.0.0.1:" + port));
  }

  public URI base() {
    return base;
  }

  /** Gets what is at a path; a missing node where the answer is empty. */
  public JsonNode get(String path) throws IOException {
    return send(request(path).GET());
  }

  /** Posts and gets the answer; a missing node where it is empty. */
  public JsonNode post(String path, JsonNode body) throws IOException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString())));
  }

  /** Deletes what is at a path. */
  public void delete(String path) throws IOException {
    send(request(path).DELETE());
  }

  /** The rows of a query, each an object, as an array. */
  public JsonNode sql(String sql) throws IOException {
    ObjectNode body = JSON.createObjectNode().put("query", sql);
    body.putObject("context").put("useApproximateCountDistinct", false);
    return post("/druid/v2/sql", body);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException {
    HttpResponse<String> response;
    try {
      response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while Druid was asked");
    }
    String body = response.body();
    if (response.statusCode() / 100 != 2) {
      throw new DruidFailure(response.statusCode(), message(body));
    }
    return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
  }

  /** What Druid says about an error, in whichever of its forms. */
  private static String message(String body) {
    try {
      JsonNode error = JSON.readTree(body);
      for (String field : new String[] {"errorMessage", "message", "error"}) {
        if (error.path(field).isTextual()) {
          return error.path(field).asText();
        }
      }
    } catch (JsonProcessingException noJson) {
      return body.strip();
    }
    return body.strip();
  }
}
