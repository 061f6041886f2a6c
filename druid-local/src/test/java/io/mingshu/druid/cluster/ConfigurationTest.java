package io.mingshu.druid.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  private static final Ports PORTS = new Ports(1, 2, 3, 4, 5, 6);

  @TempDir private Path temp = Path.of("");

  @Test
  void serversKeepToThisMachineAndToThisFolder() throws IOException {
    ClusterFolder folder = written(temp.resolve("druid"));

    Properties common = read(folder.commonConfiguration().resolve("common.runtime.properties"));
    assertThat(common)
        .containsEntry("druid.host", "127.0.0.1")
        .containsEntry("druid.bindOnHost", "true")
        .containsEntry("druid.zk.service.host", "127.0.0.1:1")
        .containsEntry("druid.javascript.enabled", "false");
    assertThat(common.getProperty("druid.metadata.storage.connector.connectURI"))
        .startsWith("jdbc:derby://127.0.0.1:2/");
    assertThat(common.getProperty("druid.storage.storageDirectory"))
        .startsWith(folder.data().toString());
    assertThat(read(Configuration.zookeeperFile(folder)))
        .containsEntry("clientPort", "1")
        .containsEntry("clientPortAddress", "127.0.0.1");
    Map.of(Role.COORDINATOR, "3", Role.BROKER, "4", Role.HISTORICAL, "5", Role.INDEXER, "6")
        .forEach(
            (role, port) ->
                assertThat(folder.configuration(role).resolve("runtime.properties"))
                    .content()
                    .contains("druid.service=druid/" + role.label() + "\n")
                    .contains("druid.plaintextPort=" + port + "\n"));
  }

  @Test
  void anyFolderWillDo() throws IOException {
    ClusterFolder folder = written(temp.resolve("数据 a\\b"));

    Properties common = read(folder.commonConfiguration().resolve("common.runtime.properties"));
    assertThat(common.getProperty("druid.storage.storageDirectory"))
        .isEqualTo(folder.data().resolve("segments").toString());
  }

  @Test
  void buffersFitIntoTheMemoryOutsideTheHeap() throws IOException {
    ClusterFolder folder = written(temp.resolve("druid"));

    for (Role role : List.of(Role.BROKER, Role.HISTORICAL, Role.INDEXER)) {
      Properties server = read(folder.configuration(role).resolve("runtime.properties"));
      long buffers =
          Long.parseLong(server.getProperty("druid.processing.numThreads"))
              + Long.parseLong(server.getProperty("druid.processing.numMergeBuffers"))
              + 1;
      long bytes = Long.parseLong(server.getProperty("druid.processing.buffer.sizeBytes"));
      // Druid refuses to start otherwise.
      assertThat(buffers * bytes).isLessThanOrEqualTo(role.directMegabytes() * 1024L * 1024L);
    }
  }

  @Test
  void theBrokerHasRoomForTheBuffersOfNestedGroupings() throws IOException {
    Properties broker =
        read(
            written(temp.resolve("druid"))
                .configuration(Role.BROKER)
                .resolve("runtime.properties"));
    long buffer = Long.parseLong(broker.getProperty("druid.processing.buffer.sizeBytes"));
    long merging = Long.parseLong(broker.getProperty("druid.processing.numMergeBuffers"));

    // Each of the queries that hold a buffer for merging, and one for its outer grouping.
    assertThat(Role.BROKER.directMegabytes() * 1024L * 1024L).isGreaterThan(2 * merging * buffer);
  }

  @Test
  void heapsLeaveRoomUnderTwoGigabytes() {
    assertThat(Arrays.stream(Role.values()).mapToInt(Role::heapMegabytes).sum()).isLessThan(1400);
  }

  @Test
  void everyServerHangsOnItsTether() {
    ServerCommand commands = new ServerCommand(new ClusterFolder(temp), temp.resolve("lib"));

    for (Role role : Role.values()) {
      List<String> command = commands.of(role);
      assertThat(command)
          .contains(Tether.class.getName(), "-Xmx" + role.heapMegabytes() + "m")
          .contains("-XX:+ExitOnOutOfMemoryError");
    }
    assertThat(commands.of(Role.BROKER))
        .contains("--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")
        .endsWith("org.apache.druid.cli.Main", "server", "broker");
  }

  private static ClusterFolder written(Path directory) throws IOException {
    ClusterFolder folder = new ClusterFolder(directory);
    new Configuration(folder, PORTS).write();
    return folder;
  }

  private static Properties read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return properties;
  }
}
