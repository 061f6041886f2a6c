package io.mingshu.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.mingshu.gateway.answer.Json;

/** Sends a value as JSON that nobody caches. */
final class JsonReply {
  private JsonReply() {}

  static void send(Context ctx, Object value) {
    send(ctx, "application/json;charset=utf-8", value);
  }

  /** Sends a JSON Schema. */
  static void sendSchema(Context ctx, JsonNode schema) {
    send(ctx, "application/schema+json", schema);
  }

  private static void send(Context ctx, String type, Object value) {
    try {
      ctx.header("Cache-Control", "no-store")
          .contentType(type)
          .result(Json.mapper().writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
