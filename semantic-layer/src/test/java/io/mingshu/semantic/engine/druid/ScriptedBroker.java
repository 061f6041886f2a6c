package io.mingshu.semantic.engine.druid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Answers as a broker of Druid 33 does, statement by statement as the test says. */
final class ScriptedBroker implements AutoCloseable {
  /** Name, types, no row, the end. */
  static final String NO_ROWS = "[\"n\"]\n[\"LONG\"]\n[\"BIGINT\"]\n\n";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final String scheme;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
  final List<JsonNode> statements = new CopyOnWriteArrayList<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();
  final BlockingQueue<String> cancelled = new LinkedBlockingQueue<>();

  /** How often it was asked what it sees. */
  final AtomicInteger candidates = new AtomicInteger();

  /** Days of 2026-03 that it serves, and those that are published. */
  volatile List<Integer> served = List.of(1, 2, 3);

  volatile List<Integer> published = List.of(1, 2, 3);
  volatile int cancelStatus = 202;
  volatile String explained = "2026-03-01T00:00:00.000Z/2026-04-01T00:00:00.000Z";

  /** What happens to one statement. */
  interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  ScriptedBroker() throws IOException {
    this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), "http");
  }

  private ScriptedBroker(HttpServer server, String scheme) {
    this.server = server;
    this.scheme = scheme;
    server.createContext("/druid/v2/sql", this::sql);
    server.createContext("/druid/v2/datasources", this::candidates);
    server.setExecutor(threads);
    server.start();
  }

  static ScriptedBroker encrypted(SSLContext context) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new ScriptedBroker(server, "https");
  }

  URI address() {
    return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
  }

  /** The next statement's reply; without one, no rows. */
  ScriptedBroker then(Reply reply) {
    replies.add(reply);
    return this;
  }

  ScriptedBroker then(int status, String body) {
    return then(exchange -> send(exchange, status, body));
  }

  /** One column of numbers. */
  ScriptedBroker thenNumber(long number) {
    return then(200, "[\"n\"]\n[\"LONG\"]\n[\"BIGINT\"]\n[" + number + "]\n\n");
  }

  /** A part of an answer, and then nothing more. */
  ScriptedBroker thenHangAfter(String part) {
    return then(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(part.getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
          sleep();
        });
  }

  ScriptedBroker thenHang() {
    return then(exchange -> sleep());
  }

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, 0);
    exchange.getResponseBody().write(bytes);
    exchange.getResponseBody().close();
  }

  private void sql(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("DELETE")) {
      String path = exchange.getRequestURI().getPath();
      // Who sees the query in the list may change the status of the next one.
      int status = cancelStatus;
      cancelled.add(path.substring(path.lastIndexOf('/') + 1));
      send(exchange, status, "");
      return;
    }
    JsonNode statement = JSON.readTree(exchange.getRequestBody());
    String sql = statement.path("query").asText();
    if (sql.contains("sys.segments")) {
      send(exchange, 200, segments());
    } else if (sql.startsWith("EXPLAIN")) {
      String plan =
          "[{\\\"query\\\":{\\\"intervals\\\":{\\\"type\\\":\\\"intervals\\\",\\\"intervals\\\":[\\\""
              + explained
              + "\\\"]}}}]";
      send(exchange, 200, "[\"PLAN\"]\n[\"STRING\"]\n[\"VARCHAR\"]\n[\"" + plan + "\"]\n\n");
    } else {
      statements.add(statement);
      authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      if (statement.path("context").has("uncoveredIntervalsLimit")) {
        exchange.getResponseHeaders().set("X-Druid-Response-Context", gaps());
      }
      Reply reply = replies.poll();
      (reply == null ? (Reply) e -> send(e, 200, NO_ROWS) : reply).to(exchange);
    }
  }

  private String segments() {
    StringBuilder lines =
        new StringBuilder(
            """
            ["start","end","version","partition_num"]
            ["STRING","STRING","STRING","LONG"]
            ["VARCHAR","VARCHAR","VARCHAR","BIGINT"]
            """);
    for (int day : published) {
      lines.append("[\"%s\",\"%s\",\"v1\",0]\n".formatted(start(day), start(day + 1)));
    }
    return lines.append('\n').toString();
  }

  private String gaps() {
    return IntStream.range(1, 31)
        .filter(day -> !served.contains(day))
        .mapToObj(day -> "\"%s/%s\"".formatted(start(day), start(day + 1)))
        .collect(Collectors.joining(",", "{\"uncoveredIntervals\":[", "]}"));
  }

  private void candidates(HttpExchange exchange) throws IOException {
    candidates.incrementAndGet();
    List<String> segments =
        served.stream()
            .map(
                day ->
                    "{\"interval\":\"%s/%s\",\"version\":\"v1\",\"partitionNumber\":0,\"locations\":[]}"
                        .formatted(start(day), start(day + 1)))
            .toList();
    send(exchange, 200, "[" + String.join(",", segments) + "]");
  }

  private static String start(int day) {
    return "2026-03-%02dT00:00:00.000Z".formatted(day);
  }

  /** The id of the statement that was sent last. */
  String lastId() {
    return statements.get(statements.size() - 1).path("context").path("sqlQueryId").asText();
  }

  @Nullable String nextCancelled() {
    try {
      return cancelled.poll(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
