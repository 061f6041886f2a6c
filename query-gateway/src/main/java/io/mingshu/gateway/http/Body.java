package io.mingshu.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.javalin.http.Context;
import io.mingshu.gateway.answer.Json;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a request's JSON: bounded, of the right content type, and nothing unknown in it. */
final class Body {
  static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_PASSED_OVER = 8 * 1024 * 1024;

  static final Text TOO_LARGE = tooLarge(MAX_BYTES);

  private Body() {}

  private static Text tooLarge(int most) {
    String size = most / 1024 + " KB";
    return new Text("请求太大：至多 " + size, "The request is too large: " + size + " at most");
  }

  static <T> T read(Context ctx, Class<T> type) {
    return read(ctx, type, MAX_BYTES);
  }

  /** The same where more may be sent. */
  static <T> T read(Context ctx, Class<T> type, int most) {
    requireJson(ctx.contentType());
    byte[] bytes = bytes(ctx, most);
    if (bytes.length == 0) {
      throw malformed("缺少请求内容", "The body is missing");
    }
    try {
      T value = Json.mapper().readValue(bytes, type);
      if (value == null) {
        throw malformed("请求内容为 null", "The body is null");
      }
      return value;
    } catch (JsonMappingException e) {
      String where =
          e.getPath().stream()
              .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
              .collect(Collectors.joining("."));
      throw malformed(
          "JSON 的内容不对：" + (where.isEmpty() ? "顶层" : where),
          "The JSON does not fit at " + (where.isEmpty() ? "its top" : where));
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      int column = e.getLocation() == null ? 1 : e.getLocation().getColumnNr();
      throw malformed(
          "不是合法的 JSON：第 " + line + " 行第 " + column + " 列",
          "Not valid JSON: line " + line + ", column " + column);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Context ctx, int most) {
    try (InputStream in = ctx.req().getInputStream()) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        passOver(in);
        throw new MingshuException(ErrorCode.REQUEST_TOO_LARGE, tooLarge(most));
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client that is still sending when the connection closes never sees why it was refused. */
  private static void passOver(InputStream in) throws IOException {
    byte[] discarded = new byte[8 * 1024];
    int left = MAX_PASSED_OVER;
    int read = in.read(discarded);
    while (read >= 0 && left > 0) {
      left -= read;
      read = in.read(discarded);
    }
  }

  /** Other types are what a foreign page's form can send without asking first. */
  private static void requireJson(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    if (!type.toLowerCase(Locale.ROOT).equals("application/json")) {
      throw new MingshuException(
          ErrorCode.UNSUPPORTED_CONTENT_TYPE,
          new Text("请求须为 application/json", "The request must be application/json"));
    }
  }

  private static MingshuException malformed(String zh, String en) {
    return new MingshuException(ErrorCode.INVALID_REQUEST, new Text(zh, en));
  }
}
