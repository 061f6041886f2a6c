package io.mingshu.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.javalin.http.Context;
import io.mingshu.gateway.answer.Json;

/** Sends a value as JSON that nobody caches. */
final class JsonReply {
  private JsonReply() {}

  static void send(Context ctx, Object value) {
    try {
      ctx.header("Cache-Control", "no-store")
          .contentType("application/json;charset=utf-8")
          .result(Json.mapper().writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
