package io.mingshu.druid.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who runs in a cluster's folder and where they listen; written by the supervisor.
 *
 * @param supervisor it holds the others: when it ends, they end
 * @param ports where they listen
 * @param servers by role; those that were started so far
 */
public record ClusterState(ProcessMark supervisor, Ports ports, Map<Role, ProcessMark> servers) {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public ClusterState {
    servers = Map.copyOf(servers);
  }

  /** The address to which SQL is sent. */
  public String brokerAddress() {
    return "http://127.0.0.1:" + ports.broker();
  }

  /** What the folder's state file says; empty where there is none, or none that can be read. */
  static Optional<ClusterState> read(ClusterFolder folder) throws IOException {
    return read(folder.stateFile(), ClusterState.class);
  }

  /** The ports of the last start. */
  static Optional<Ports> readPorts(ClusterFolder folder) throws IOException {
    return read(folder.portsFile(), Ports.class);
  }

  void write(ClusterFolder folder) throws IOException {
    // Sorted, so that the file reads in the order of starting.
    write(folder.stateFile(), new ClusterState(supervisor, ports, servers).sorted());
    write(folder.portsFile(), ports);
  }

  private Map<String, Object> sorted() {
    return new TreeMap<>(
        Map.of("supervisor", supervisor, "ports", ports, "servers", new TreeMap<>(servers)));
  }

  private static <T> Optional<T> read(Path file, Class<T> type) throws IOException {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), type));
    } catch (NoSuchFileException | JsonProcessingException nothing) {
      return Optional.empty();
    }
  }

  private static void write(Path file, Object value) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, JSON.writeValueAsBytes(value));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
