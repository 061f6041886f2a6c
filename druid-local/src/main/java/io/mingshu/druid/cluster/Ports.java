package io.mingshu.druid.cluster;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the processes listen, on the loopback address only.
 *
 * @param derby the metadata store's, which lives in the coordinator's process
 */
public record Ports(
    int zookeeper, int derby, int coordinator, int broker, int historical, int indexer) {

  private static final int COUNT = 6;

  /** Six ports that are free now. */
  public static Ports free() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      // All are held until the last is found, so that none is given twice.
      for (int i = 0; i < COUNT; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      int[] p = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
      return new Ports(p[0], p[1], p[2], p[3], p[4], p[5]);
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  /** Whether all of them can be had now. */
  public boolean areFree() {
    return all().stream().allMatch(Ports::isFree);
  }

  List<Integer> all() {
    return List.of(zookeeper, derby, coordinator, broker, historical, indexer);
  }

  /** Whether nobody listens on a port of the loopback address. */
  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // What a stopped server leaves in TIME_WAIT does not keep the next one from listening.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
