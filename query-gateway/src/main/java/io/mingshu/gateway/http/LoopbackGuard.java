package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Serves only who came to this machine by its own name. A web site that makes its own name point to
 * 127.0.0.1 (DNS rebinding) sends that name as Host; another site's page sends its Origin.
 */
final class LoopbackGuard {
  private static final Pattern HOST =
      Pattern.compile("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");
  private static final Pattern ORIGIN =
      Pattern.compile("(?i)http://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

  void check(Context ctx) {
    if (!matches(HOST, ctx.header("Host"))) {
      throw refused("Host");
    }
    String origin = ctx.header("Origin");
    if (origin != null && !matches(ORIGIN, origin)) {
      throw refused("Origin");
    }
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
