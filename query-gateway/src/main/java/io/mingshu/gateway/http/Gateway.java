package io.mingshu.gateway.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.feedback.FeedbackBox;
import io.mingshu.gateway.saving.SegmentSaving;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.Principal;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.Owner;
import io.mingshu.state.StateStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The HTTP server: the API that {@code openapi.yaml} describes, and the chat page. It watches
 * nothing but its own requests; all state beside the data is in its state store.
 */
public final class Gateway implements AutoCloseable {
  /** A text of {@link Answering#MAX_CHARACTERS} in an address: nine bytes for a Chinese one. */
  private static final int MAX_HEAD_BYTES = 24 * 1024;

  private static final String OPENAPI = "/io/mingshu/gateway/openapi.yaml";

  private final GatewayConfig config;
  private final Admission admission;
  private final Health health;
  private final StateStore store;
  private final Optional<SegmentSizes> sizes;
  private final List<Route> routes;
  private final Telemetry telemetry;
  private final Problems problems = new Problems();
  private final Beats beats = new Beats();
  private final Javalin server;

  private Gateway(
      GatewayConfig config,
      Answering answering,
      AskingClock clock,
      Optional<SegmentSaving> saving) {
    this.config = config;
    this.telemetry = new Telemetry();
    this.admission = new Admission(config.capacity().atOnce(), config.capacity().patience());
    this.store = config.state().map(StateStore::open).orElseGet(StateStore::inMemory);
    this.health = new Health(answering, clock, store);
    Served served = new Served(answering, clock);
    this.sizes =
        config
            .sizesAt()
            .map(
                daily ->
                    new SegmentSizes(served, clock, admission, config.capacity().limits(), daily));
    this.routes = routes(served, clock, saving);
    this.server = Javalin.create(this::configure);
  }

  /**
   * A server that does not listen yet, whose catalog stays as it is.
   *
   * @throws MingshuException where its state store cannot be opened
   */
  public static Gateway create(GatewayConfig config, Answering answering, AskingClock clock) {
    return new Gateway(config, answering, clock, Optional.empty());
  }

  /** The same, and segments are saved in its catalog. */
  public static Gateway create(
      GatewayConfig config, Answering answering, AskingClock clock, SegmentSaving saving) {
    return new Gateway(config, answering, clock, Optional.of(saving));
  }

  /**
   * Listens, and warms up in the background.
   *
   * @throws MingshuException with {@code PORT_IN_USE}
   */
  public Gateway start() {
    return start(() -> {});
  }

  /**
   * The same.
   *
   * @param whenReady done once questions can be answered, in the background
   * @throws MingshuException with {@code PORT_IN_USE}
   */
  public Gateway start(Runnable whenReady) {
    try {
      server.start(config.host(), config.port());
    } catch (JavalinBindException e) {
      store.close();
      throw new MingshuException(
          ErrorCode.PORT_IN_USE,
          new Text(
              "端口 " + config.port() + " 已被占用；请用 --port 换一个，或停掉占用它的程序",
              "Port "
                  + config.port()
                  + " is in use; choose another with --port or stop what holds it"),
          e);
    }
    health.warmUp(
        () -> {
          sizes.ifPresent(SegmentSizes::start);
          whenReady.run();
        });
    return this;
  }

  public int port() {
    return server.port();
  }

  /** Where people find it. */
  public String address() {
    return "http://127.0.0.1:" + port() + "/";
  }

  /** As if the store was gone, and nothing had been said to it before. */
  void abandonState() {
    store.close();
  }

  List<Route> routes() {
    return routes;
  }

  /** Lets running questions finish within the grace, cancels the rest, and stops listening. */
  @Override
  public void close() {
    health.close();
    sizes.ifPresent(SegmentSizes::close);
    admission.close(config.capacity().stopGrace());
    server.stop();
    beats.close();
    store.close();
  }

  private List<Route> routes(Served served, AskingClock clock, Optional<SegmentSaving> saving) {
    Requests requests = new Requests(clock);
    Limits limits = config.capacity().limits();
    Owner owner =
        new Owner(served.now().answering().layer().catalog().name(), Principal.LOCAL.name());
    Conversations conversations = new Conversations(store.threads(), owner);
    AskHandlers ask =
        new AskHandlers(
            served,
            requests,
            conversations,
            limits,
            new AnswerReply(admission, telemetry, problems, beats));
    ChipsHandler chips = new ChipsHandler(served, requests);
    CompletionHandler completions = new CompletionHandler(served, requests);
    FeedbackBox box = new FeedbackBox(store.feedback(), owner.catalog());
    FeedbackHandler feedback = new FeedbackHandler(store.threads(), owner, box);
    SegmentHandlers segments = new SegmentHandlers(served, requests, admission, limits, sizes);
    SaveHandler save = new SaveHandler(served, requests, saving, box, sizes);
    VerifiedHandler verified =
        new VerifiedHandler(served, requests, saving.map(SegmentSaving::ofQuestions), box);
    ThreadHandlers threads = new ThreadHandlers(served, store.threads(), owner, limits.timeout());
    BoardHandlers boards = new BoardHandlers(served, requests, store.boards(), owner);
    LinkHandlers links = new LinkHandlers(served, store.links(), owner);
    Page page = new Page();
    return List.of(
        Route.post("/api/v1/ask", ask::ask),
        Route.post("/api/v1/query", ask::query),
        Route.post("/api/v1/chips", chips::of),
        Route.get("/api/v1/completions", completions::complete),
        Route.post("/api/v1/feedback", feedback::take),
        Route.get("/api/v1/catalog", ctx -> JsonReply.send(ctx, served.now().catalog().shown())),
        Route.get(
            "/api/v1/query-schema.json",
            ctx -> JsonReply.sendSchema(ctx, served.now().catalog().querySchema())),
        Route.get("/api/v1/segments", segments::list),
        Route.post("/api/v1/segments", save::save),
        Route.get("/api/v1/segments/{name}", segments::describe),
        Route.get("/api/v1/segments/{name}/overlap/{other}", segments::overlap),
        Route.get("/api/v1/segments/{name}/members.csv", segments::members),
        Route.post("/api/v1/verified", verified::save),
        Route.get("/api/v1/threads", threads::list),
        Route.get("/api/v1/threads/{id}", threads::read),
        Route.patch("/api/v1/threads/{id}", threads::rename),
        Route.delete("/api/v1/threads/{id}", threads::delete),
        Route.get("/api/v1/boards", boards::list),
        Route.post("/api/v1/boards", boards::create),
        Route.get("/api/v1/boards/{id}", boards::read),
        Route.put("/api/v1/boards/{id}", boards::write),
        Route.delete("/api/v1/boards/{id}", boards::delete),
        Route.post("/api/v1/boards/{id}/tiles", boards::pin),
        Route.post("/api/v1/links", links::create),
        Route.get("/api/v1/links/{id}", links::open),
        Route.get("/health/live", health::live),
        Route.get("/health/ready", health::ready),
        Route.get("/metrics", telemetry::expose),
        Route.get("/openapi.yaml", Gateway::openApi),
        Route.ofPage("/", page::index),
        Route.ofPage("/{file}", page::file),
        Route.ofPage("/assets/{file}", page::asset));
  }

  private void configure(JavalinConfig javalin) {
    javalin.startup.showJavalinBanner = false;
    javalin.startup.showOldJavalinVersionWarning = false;
    javalin.startup.startupWatcherEnabled = false;
    javalin.http.prefer405over404 = true;
    javalin.http.maxRequestSize = Body.MAX_BYTES;
    javalin.jetty.modifyHttpConfiguration(
        http -> {
          http.setRequestHeaderSize(MAX_HEAD_BYTES);
          http.setSendServerVersion(false);
          http.setSendXPoweredBy(false);
        });
    LoopbackGuard guard = new LoopbackGuard(config.framers());
    SecurityHeaders security = new SecurityHeaders(config.framers());
    javalin.routes.before(
        ctx -> {
          Exchange.begin(ctx);
          security.set(ctx);
          guard.check(ctx);
        });
    for (Route route : routes) {
      javalin.routes.addHttpHandler(route.method(), route.path(), route.marked());
    }
    problems.register(javalin.routes);
    javalin.requestLogger.http(telemetry::served);
  }

  private static void openApi(Context ctx) {
    try (InputStream in = Gateway.class.getResourceAsStream(OPENAPI)) {
      if (in == null) {
        throw new IllegalStateException(OPENAPI + " is not on the class path");
      }
      ctx.contentType("application/yaml;charset=utf-8").result(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
