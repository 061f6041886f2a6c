package io.mingshu.druid.cluster;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of each process. */
final class ServerCommand {
  /** What Druid needs of the JDK's inside; without it, it starts and then fails to ingest. */
  private static final List<String> DRUID_ACCESS =
      List.of(
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.io=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

  private final ClusterFolder folder;
  private final Path jars;

  ServerCommand(ClusterFolder folder, Path jars) {
    this.folder = folder;
    this.jars = jars.toAbsolutePath();
  }

  List<String> of(Role role) {
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    command.add("-Xms32m");
    command.add("-Xmx" + role.heapMegabytes() + "m");
    if (role.directMegabytes() > 0) {
      command.add("-XX:MaxDirectMemorySize=" + role.directMegabytes() + "m");
    }
    // Rows that are loaded live shortly; collecting them by one thread would stop two that load.
    command.add(role == Role.INDEXER ? "-XX:+UseParallelGC" : "-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    // Give memory back after a load or a heavy question.
    command.add("-XX:MinHeapFreeRatio=10");
    command.add("-XX:MaxHeapFreeRatio=30");
    if (role == Role.ZOOKEEPER || role == Role.COORDINATOR) {
      // They compute little: compile fast rather than well.
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.add("-XX:-UsePerfData");
    command.add("-Duser.timezone=UTC");
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Djava.io.tmpdir=" + folder.temporary());
    command.add("-Dmingshu.log=" + folder.log(role));
    command.add("-cp");
    if (role == Role.ZOOKEEPER) {
      command.add(classPath(folder.commonConfiguration()));
      command.add(Tether.class.getName());
      command.add("org.apache.zookeeper.server.ZooKeeperServerMain");
      command.add(Configuration.zookeeperFile(folder).toString());
      return command;
    }
    command.add(classPath(folder.commonConfiguration(), folder.configuration(role)));
    command.addAll(DRUID_ACCESS);
    command.add("-Djava.util.logging.manager=org.apache.logging.log4j.jul.LogManager");
    command.add("-Dderby.system.home=" + folder.data().resolve("metadata"));
    command.add("-Dderby.stream.error.file=" + folder.logs().resolve("derby.log"));
    command.add(Tether.class.getName());
    command.add("org.apache.druid.cli.Main");
    command.add("server");
    command.add(role.label());
    return command;
  }

  private String classPath(Path... configurations) {
    List<String> entries = new ArrayList<>();
    for (Path configuration : configurations) {
      entries.add(configuration.toString());
    }
    entries.add(ownClasses().toString());
    entries.add(jars + File.separator + "*");
    return String.join(File.pathSeparator, entries);
  }

  /** Where {@link Tether} lies. Nothing else of ours is used by the servers. */
  private static Path ownClasses() {
    try {
      return Path.of(Tether.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The Java that runs us. */
  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
