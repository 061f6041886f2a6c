package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The chat page's files, from the class path. Files under {@code assets/} carry a hash in their
 * name.
 */
final class Page {
  private static final String ROOT = "/static/";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html;charset=utf-8"),
          Map.entry("js", "text/javascript;charset=utf-8"),
          Map.entry("css", "text/css;charset=utf-8"),
          Map.entry("json", "application/json;charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("webp", "image/webp"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain;charset=utf-8"));

  private final Map<String, byte[]> read = new ConcurrentHashMap<>();

  void index(Context ctx) {
    send(ctx, "index.html", "no-cache");
  }

  void file(Context ctx) {
    send(ctx, safe(ctx.pathParam("file")), "no-cache");
  }

  void asset(Context ctx) {
    send(ctx, "assets/" + safe(ctx.pathParam("file")), "public, max-age=31536000, immutable");
  }

  private void send(Context ctx, String name, String caching) {
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    byte[] content = type == null ? null : content(name);
    if (type == null || content == null) {
      throw new NotFoundResponse();
    }
    ctx.header("Cache-Control", caching).contentType(type).result(content);
  }

  private byte @Nullable [] content(String name) {
    byte[] known = read.get(name);
    if (known != null) {
      return known;
    }
    try (InputStream in = Page.class.getResourceAsStream(ROOT + name)) {
      if (in == null) {
        return null;
      }
      byte[] content = in.readAllBytes();
      read.put(name, content);
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String safe(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new NotFoundResponse();
    }
    return name;
  }
}
