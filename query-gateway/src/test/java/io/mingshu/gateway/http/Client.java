package io.mingshu.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Speaks JSON with a gateway. */
record Client(Gateway gateway, HttpClient http) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Client of(Gateway gateway) {
    return new Client(gateway, HttpClient.newHttpClient());
  }

  /** A reply; without content the node is missing. */
  record Reply(int status, JsonNode json) {
    String text(String pointer) {
      return json.at(pointer).asText();
    }
  }

  Reply get(String path) {
    return send(request(path).build());
  }

  Reply delete(String path) {
    return send(request(path).DELETE().build());
  }

  Reply post(String path, String body) {
    return withBody("POST", path, body);
  }

  Reply put(String path, String body) {
    return withBody("PUT", path, body);
  }

  Reply patch(String path, String body) {
    return withBody("PATCH", path, body);
  }

  /** Asks in a conversation. */
  Reply ask(String question, String conversation) {
    return post(
        "/api/v1/ask",
        JSON.createObjectNode()
            .put("question", question)
            .put("conversationId", conversation)
            .put("lang", "en")
            .toString());
  }

  private Reply withBody(String method, String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
  }

  private Reply send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Reply(
          response.statusCode(),
          response.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
