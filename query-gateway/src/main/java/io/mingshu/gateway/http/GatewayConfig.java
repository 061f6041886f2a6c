package io.mingshu.gateway.http;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.StateLocation;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

/**
 * Where and how narrowly to serve.
 *
 * @param host a loopback address; others are refused, because nobody is asked who they are yet
 * @param port 0: any free one
 * @param state where threads, boards, links and feedback are kept; absent: in memory only
 * @param sizesAt when the people of segments are counted each day, on the catalog's clock, beside
 *     once after the start; absent: only when they are asked for
 * @param framers whose pages may show ours in a frame
 */
public record GatewayConfig(
    String host,
    int port,
    Capacity capacity,
    Optional<StateLocation> state,
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

  /** The defaults on a port of this machine. */
  public static GatewayConfig onPort(int port) {
    return new GatewayConfig(
        "127.0.0.1", port, Capacity.DEFAULT, Optional.empty(), Optional.empty(), Framers.NONE);
  }

  public GatewayConfig onHost(String otherHost) {
    return new GatewayConfig(otherHost, port, capacity, state, sizesAt, framers);
  }

  public GatewayConfig taking(Capacity other) {
    return new GatewayConfig(host, port, other, state, sizesAt, framers);
  }

  public GatewayConfig keepingState(StateLocation place) {
    return new GatewayConfig(host, port, capacity, Optional.of(place), sizesAt, framers);
  }

  public GatewayConfig countingSegmentsAt(LocalTime time) {
    return new GatewayConfig(host, port, capacity, state, Optional.of(time), framers);
  }

  public GatewayConfig framedBy(Framers others) {
    return new GatewayConfig(host, port, capacity, state, sizesAt, others);
  }
}
