package io.mingshu.gateway.http;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.Map;

/** Headers that keep a browser from running or leaking what is not ours. */
final class SecurityHeaders {
  private final Map<String, String> headers;

  SecurityHeaders(Framers framers) {
    Map<String, String> all =
        new HashMap<>(
            Map.of(
                "Content-Security-Policy", contentPolicy(framers),
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "no-referrer",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Cross-Origin-Resource-Policy", "same-origin",
                "Permissions-Policy", "camera=(), geolocation=(), microphone=()"));
    // It knows no list of origins; browsers that know the policy's directive pass it over anyway.
    if (framers.origins().isEmpty()) {
      all.put("X-Frame-Options", "DENY");
    }
    this.headers = Map.copyOf(all);
  }

  void set(Context ctx) {
    headers.forEach(ctx::header);
  }

  private static String contentPolicy(Framers framers) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors " + framers.directive());
  }
}
