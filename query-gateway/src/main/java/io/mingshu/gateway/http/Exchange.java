package io.mingshu.gateway.http;

import io.javalin.http.Context;
import io.mingshu.semantic.text.Language;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What belongs to one request beside its content: its trace id, its route, its language. */
final class Exchange {
  private static final String TRACE = "mingshu.trace";
  private static final String ROUTE = "mingshu.route";
  private static final String ROUTINE = "mingshu.routine";
  private static final String LANGUAGE = "mingshu.language";

  private Exchange() {}

  static void begin(Context ctx) {
    String trace = RandomId.next();
    ctx.attribute(TRACE, trace);
    ctx.header("X-Trace-Id", trace);
  }

  static String traceId(Context ctx) {
    String trace = ctx.attribute(TRACE);
    return trace == null ? "none" : trace;
  }

  static void matched(Context ctx, String route) {
    ctx.attribute(ROUTE, route);
  }

  /** The matched route's path, for logs and metrics: never what the client made up. */
  static String route(Context ctx) {
    String route = ctx.attribute(ROUTE);
    return route == null ? "none" : route;
  }

  /** That the request went well and is one of very many: no line of its own in the log. */
  static void routine(Context ctx) {
    ctx.attribute(ROUTINE, true);
  }

  static boolean isRoutine(Context ctx) {
    return ctx.attribute(ROUTINE) != null;
  }

  /** The language that the body asked for; it wins over query and headers in errors too. */
  static void speak(Context ctx, Optional<Language> language) {
    language.ifPresent(l -> ctx.attribute(LANGUAGE, l));
  }

  /** The language of errors: the body's, else the query's {@code lang}, else Accept-Language. */
  static Language language(Context ctx) {
    Language asked = ctx.attribute(LANGUAGE);
    if (asked != null) {
      return asked;
    }
    return byTag(ctx.queryParam("lang")).orElseGet(() -> accepted(ctx.header("Accept-Language")));
  }

  static Optional<Language> byTag(@Nullable String tag) {
    if (tag == null) {
      return Optional.empty();
    }
    String lower = tag.strip().toLowerCase(Locale.ROOT);
    if (lower.startsWith("zh")) {
      return Optional.of(Language.ZH);
    }
    return lower.startsWith("en") ? Optional.of(Language.EN) : Optional.empty();
  }

  private static Language accepted(@Nullable String header) {
    if (header == null) {
      return Language.EN;
    }
    try {
      return Locale.LanguageRange.parse(header).stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> byTag(range.getRange()).stream())
          .findFirst()
          .orElse(Language.EN);
    } catch (IllegalArgumentException e) {
      return Language.EN;
    }
  }
}
