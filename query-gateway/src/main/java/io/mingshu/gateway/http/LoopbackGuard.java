package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves only who came to this machine by its own name. A web site that makes its own name point to
 * 127.0.0.1 (DNS rebinding) sends that name as Host; another site's page sends its Origin. A site
 * that may frame us gets the files of the element that does so, and no answers.
 */
final class LoopbackGuard {
  private static final Pattern HOST =
      Pattern.compile("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");
  private static final Pattern ORIGIN =
      Pattern.compile("(?i)http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

  /**
   * The element for other sites' pages, and the files that it loads: nothing but what we publish.
   */
  private static final Pattern EMBEDDED = Pattern.compile("/mingshu-chat\\.js|/assets/[^/]+");

  private final Framers framers;

  LoopbackGuard(Framers framers) {
    this.framers = framers;
  }

  void check(Context ctx) {
    if (!matches(HOST, ctx.header("Host"))) {
      throw refused("Host");
    }
    String origin = ctx.header("Origin");
    if (origin == null || matches(ORIGIN, origin)) {
      return;
    }
    if (!loadsElement(ctx, origin)) {
      throw refused("Origin");
    }
    ctx.header("Access-Control-Allow-Origin", origin);
    ctx.header("Cross-Origin-Resource-Policy", "cross-origin");
    ctx.header("Vary", "Origin");
  }

  /** Whether a site that may frame us asks for what it needs to do so. */
  private boolean loadsElement(Context ctx, String origin) {
    return HandlerType.GET.equals(ctx.method())
        && matches(EMBEDDED, ctx.path())
        && framers.include(origin);
  }

  private static boolean matches(Pattern pattern, @Nullable String value) {
    return value != null && pattern.matcher(value).matches();
  }

  private static MingshuException refused(String header) {
    return new MingshuException(
        ErrorCode.FORBIDDEN,
        new Text(
            "只接受发往 localhost 或 127.0.0.1 的请求（" + header + " 不符）",
            "Only requests to localhost or 127.0.0.1 are served (" + header + " differs)"));
  }
}
