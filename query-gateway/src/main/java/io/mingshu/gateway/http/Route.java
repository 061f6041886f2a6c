package io.mingshu.gateway.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * An address that is served.
 *
 * @param documented whether it is part of the API that {@code openapi.yaml} describes (the page's
 *     own files are not)
 */
record Route(HandlerType method, String path, boolean documented, Handler handler) {

  static Route get(String path, Handler handler) {
    return new Route(HandlerType.GET, path, true, handler);
  }

  static Route post(String path, Handler handler) {
    return new Route(HandlerType.POST, path, true, handler);
  }

  static Route put(String path, Handler handler) {
    return new Route(HandlerType.PUT, path, true, handler);
  }

  static Route patch(String path, Handler handler) {
    return new Route(HandlerType.PATCH, path, true, handler);
  }

  static Route delete(String path, Handler handler) {
    return new Route(HandlerType.DELETE, path, true, handler);
  }

  static Route ofPage(String path, Handler handler) {
    return new Route(HandlerType.GET, path, false, handler);
  }

  Handler marked() {
    return ctx -> {
      Exchange.matched(ctx, path);
      handler.handle(ctx);
    };
  }
}
