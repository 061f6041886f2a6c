package io.mingshu.druid.cluster;

import java.nio.file.Path;

/**
 * What lies where in the folder of a local Druid.
 *
 * @param directory absolute
 */
public record ClusterFolder(Path directory) {

  public ClusterFolder {
    directory = directory.toAbsolutePath().normalize();
  }

  /** Who runs; there only while it does, or after a crash. */
  public Path stateFile() {
    return directory.resolve("cluster.json");
  }

  /** The ports of the last start; the next one takes them again where they are free. */
  public Path portsFile() {
    return directory.resolve("ports.json");
  }

  /** Held by the supervisor. */
  public Path lockFile() {
    return directory.resolve("cluster.lock");
  }

  /** What is loaded; written by the loader. */
  public Path loadedFile() {
    return directory.resolve("loaded.json");
  }

  public Path configuration() {
    return directory.resolve("conf");
  }

  public Path configuration(Role role) {
    return configuration().resolve(role.label());
  }

  public Path commonConfiguration() {
    return configuration().resolve("_common");
  }

  /** Everything that the servers write: metadata, segments, caches. */
  public Path data() {
    return directory.resolve("var");
  }

  public Path temporary() {
    return data().resolve("tmp");
  }

  public Path logs() {
    return directory.resolve("log");
  }

  /** The rolling log of a server. */
  public Path log(Role role) {
    return logs().resolve(role.label() + ".log");
  }

  /** What a process says outside its log, such as why its Java machine did not start. */
  public Path output(String process) {
    return logs().resolve(process + ".out");
  }
}
