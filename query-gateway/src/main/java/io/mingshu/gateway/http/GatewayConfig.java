package io.mingshu.gateway.http;

import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.StateLocation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * Where and how narrowly to serve.
 *
 * @param host a loopback address; others are refused, because nobody is asked who they are yet
 * @param port 0: any free one
 * @param atOnce how many questions may run at the same time
 * @param patience how long a further one waits for its turn before it is sent away
 * @param limits bounds of each query
 * @param stopGrace how long running questions may finish when the server stops
 * @param state where threads, boards and links are kept; absent: in memory only
 * @param feedback the file that keeps what people say about answers; absent: it is not kept
 * @param sizesAt when the people of segments are counted each day, on the catalog's clock, beside
 *     once after the start; absent: only when they are asked for
 * @param framers whose pages may show ours in a frame
 */
public record GatewayConfig(
    String host,
    int port,
    int atOnce,
    Duration patience,
    Limits limits,
    Duration stopGrace,
    Optional<StateLocation> state,
    Optional<Path> feedback,
    Optional<LocalTime> sizesAt,
    Framers framers) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

  public GatewayConfig {
    if (!LOOPBACK.contains(host)) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              "只能在本机（127.0.0.1）上提供服务：还没有登录与权限，不能监听 " + host,
              "Serves on 127.0.0.1 only: without sign-in it must not listen on " + host));
    }
    if (port < 0 || port > 65_535) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text("端口须在 0 到 65535 之间：" + port, "A port lies between 0 and 65535: " + port));
    }
  }

  /** The same, and nobody's page may show ours. */
  public GatewayConfig(
      String host,
      int port,
      int atOnce,
      Duration patience,
      Limits limits,
      Duration stopGrace,
      Optional<StateLocation> state,
      Optional<Path> feedback,
      Optional<LocalTime> sizesAt) {
    this(host, port, atOnce, patience, limits, stopGrace, state, feedback, sizesAt, Framers.NONE);
  }

  /** The defaults on a port of this machine. */
  public static GatewayConfig onPort(int port) {
    return new GatewayConfig(
        "127.0.0.1",
        port,
        8,
        Duration.ofSeconds(20),
        Limits.DEFAULT,
        Duration.ofSeconds(5),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public GatewayConfig onHost(String otherHost) {
    return new GatewayConfig(
        otherHost, port, atOnce, patience, limits, stopGrace, state, feedback, sizesAt, framers);
  }

  public GatewayConfig keepingState(StateLocation place) {
    return new GatewayConfig(
        host,
        port,
        atOnce,
        patience,
        limits,
        stopGrace,
        Optional.of(place),
        feedback,
        sizesAt,
        framers);
  }

  public GatewayConfig keepingFeedback(Path file) {
    return new GatewayConfig(
        host,
        port,
        atOnce,
        patience,
        limits,
        stopGrace,
        state,
        Optional.of(file),
        sizesAt,
        framers);
  }

  public GatewayConfig countingSegmentsAt(LocalTime time) {
    return new GatewayConfig(
        host,
        port,
        atOnce,
        patience,
        limits,
        stopGrace,
        state,
        feedback,
        Optional.of(time),
        framers);
  }

  public GatewayConfig framedBy(Framers others) {
    return new GatewayConfig(
        host, port, atOnce, patience, limits, stopGrace, state, feedback, sizesAt, others);
  }
}
