package io.mingshu.druid.cluster;

import java.util.List;
import java.util.OptionalLong;

/**
 * How a running cluster is.
 *
 * @param state who runs where
 * @param servers in the order of starting
 * @param ready whether questions can be answered now
 */
public record ClusterStatus(ClusterState state, List<Server> servers, boolean ready) {

  public ClusterStatus {
    servers = List.copyOf(servers);
  }

  /**
   * One server.
   *
   * @param residentBytes its memory, where the system tells
   */
  public record Server(Role role, long pid, int port, boolean alive, OptionalLong residentBytes) {}
}
