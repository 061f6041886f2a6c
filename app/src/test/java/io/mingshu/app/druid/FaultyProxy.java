package io.mingshu.app.druid;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Stands before a broker, passes on what it says, and spoils it as a test wants. */
final class FaultyProxy implements AutoCloseable {
  private static final List<String> PASSED =
      List.of("Authorization", "Content-Type", "X-Druid-Response-Context");

  private final Supplier<URI> broker;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private volatile Fault fault = Fault.NONE;

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final AtomicInteger statementsUnanswered = new AtomicInteger();

  /** The queries that the broker was told to cancel. */
  final List<String> cancelled = new CopyOnWriteArrayList<>();

  /**
   * @param broker where it is at the moment
   */
  FaultyProxy(Supplier<URI> broker) throws IOException {
    this.broker = broker;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on, this happens. */
  void does(Fault next) {
    requests.set(0);
    cancelled.clear();
    fault = next;
  }

  /** How many requests came since then. */
  int requests() {
    return requests.get();
  }

  /** How many requests the broker has not answered yet, whether or not someone still waits. */
  int unanswered() {
    return unanswered.get();
  }

  /** How many of them are statements. */
  int statementsUnanswered() {
    return statementsUnanswered.get();
  }

  /** What becomes of a request; the connection is closed where it throws. */
  interface Fault {
    Fault NONE = request -> request.passOn(bytes -> {});

    void to(Request request) throws IOException;
  }

  /** So many requests are turned away, as by a broker that has too much to do. */
  static Fault busy(int times) {
    AtomicInteger left = new AtomicInteger(times);
    return request -> {
      if (left.getAndDecrement() > 0) {
        request.answer(429, "{\"error\":\"druidException\",\"category\":\"CAPACITY_EXCEEDED\"}");
      } else {
        Fault.NONE.to(request);
      }
    };
  }

  /** Only those who send just this header get through; the refusal quotes what was sent. */
  static Fault signIn(String authorization) {
    return request -> {
      String sent = request.authorization();
      if (sent.equals(authorization)) {
        Fault.NONE.to(request);
      } else {
        request.answer(401, "{\"error\":\"" + sent + " does not fit\"}");
      }
    };
  }

  /** Of an answer to a statement, the first half comes, and then the connection is closed. */
  static Fault brokenOff() {
    return request -> request.passHalf(false);
  }

  /** The same, but the half ends as if it were the whole. */
  static Fault shortened() {
    return request -> request.passHalf(true);
  }

  /** Something happens when the first bytes of an answer to a statement have been passed on. */
  static Fault withinAnAnswer(Runnable happens) {
    AtomicInteger times = new AtomicInteger();
    return request ->
        request.passOn(
            bytes -> {
              if (request.isStatement() && bytes > 0 && times.getAndIncrement() == 0) {
                happens.run();
              }
            });
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    requests.incrementAndGet();
    if (exchange.getRequestMethod().equals("DELETE")) {
      String path = exchange.getRequestURI().getPath();
      cancelled.add(path.substring(path.lastIndexOf('/') + 1));
    }
    fault.to(new Request(exchange, body));
  }

  /** Hears how many bytes of an answer have been passed on so far. */
  interface Listener {
    void passed(long bytes);
  }

  /** A request that was read. */
  final class Request {
    private final HttpExchange exchange;
    private final byte[] body;

    private Request(HttpExchange exchange, byte[] body) {
      this.exchange = exchange;
      this.body = body;
    }

    boolean isStatement() {
      return exchange.getRequestMethod().equals("POST");
    }

    String authorization() {
      return String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    void answer(int status, String json) throws IOException {
      begin(status).write(json.getBytes(StandardCharsets.UTF_8));
      exchange.close();
    }

    void passOn(Listener listener) throws IOException {
      HttpResponse<InputStream> answer = ask();
      try (InputStream in = answer.body()) {
        OutputStream out = begin(answer);
        byte[] buffer = new byte[8192];
        long bytes = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          out.write(buffer, 0, read);
          out.flush();
          bytes += read;
          listener.passed(bytes);
        }
      }
      exchange.close();
    }

    void passHalf(boolean inOrder) throws IOException {
      if (!isStatement()) {
        Fault.NONE.to(this);
        return;
      }
      HttpResponse<InputStream> answer = ask();
      byte[] whole = answer.body().readAllBytes();
      OutputStream out = begin(answer);
      out.write(whole, 0, whole.length / 2);
      out.flush();
      if (!inOrder) {
        throw new IOException("cut");
      }
      exchange.close();
    }

    private HttpResponse<InputStream> ask() throws IOException {
      URI address = broker.get();
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address + exchange.getRequestURI().toString()))
              .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
      for (String name : PASSED) {
        List<String> values = exchange.getRequestHeaders().get(name);
        if (values != null) {
          request.header(name, values.get(0));
        }
      }
      int statement = isStatement() ? 1 : 0;
      statementsUnanswered.addAndGet(statement);
      unanswered.incrementAndGet();
      try {
        return client.send(request.build(), BodyHandlers.ofInputStream());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("closed");
      } finally {
        unanswered.decrementAndGet();
        statementsUnanswered.addAndGet(-statement);
      }
    }

    private OutputStream begin(HttpResponse<InputStream> answer) throws IOException {
      for (String name : PASSED) {
        List<String> values = answer.headers().allValues(name);
        if (!values.isEmpty()) {
          exchange.getResponseHeaders().put(name, new ArrayList<>(values));
        }
      }
      return begin(answer.statusCode());
    }

    private OutputStream begin(int status) throws IOException {
      exchange.sendResponseHeaders(status, 0);
      return exchange.getResponseBody();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
