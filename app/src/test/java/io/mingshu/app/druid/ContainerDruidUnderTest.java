package io.mingshu.app.druid;

import io.mingshu.druid.cluster.ClusterFolder;
import io.mingshu.druid.cluster.ClusterState;
import io.mingshu.druid.cluster.Ports;
import io.mingshu.druid.cluster.ProcessMark;
import io.mingshu.druid.http.DruidHttp;
import io.mingshu.druid.load.DruidLoader;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.catalog.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/**
 * The published image of Druid, a container for each server, as its own Compose file has it. Needs
 * a Docker whose ports are this machine's.
 *
 * <p><b>Not run yet</b>: where this was written there is no Docker. A run of {@code
 * DruidCanaryTest} with {@code -Pdruid} on a machine that has it shows whether this works.
 */
final class ContainerDruidUnderTest implements DruidUnderTest {
  private static final DockerImageName DRUID = DockerImageName.parse("apache/druid:33.0.0");
  private static final DockerImageName ZOOKEEPER = DockerImageName.parse("zookeeper:3.8.4");
  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final Set<String> SERVERS =
      Set.of("coordinator", "overlord", "broker", "historical", "indexer");

  /** Underscores stand for dots; each becomes a line of a server's {@code runtime.properties}. */
  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("druid_zk_service_host", "zookeeper"),
          Map.entry("druid_extensions_loadList", "[\"druid-datasketches\"]"),
          Map.entry("druid_lookup_enableLookupSyncOnStartup", "false"),
          Map.entry("druid_processing_buffer_sizeBytes", "33554432"),
          Map.entry("druid_processing_numThreads", "2"),
          Map.entry("druid_processing_numMergeBuffers", "4"),
          Map.entry("druid_query_groupBy_maxOnDiskStorage", "1GiB"),
          // These would each be a minute, which the loader would wait for, table by table.
          Map.entry("druid_manager_segments_pollDuration", "PT2S"),
          Map.entry("druid_coordinator_startDelay", "PT5S"),
          Map.entry("druid_coordinator_period", "PT5S"),
          Map.entry("druid_sql_planner_metadataRefreshPeriod", "PT2S"),
          Map.entry("druid_worker_capacity", "3"),
          Map.entry("druid_worker_globalIngestionHeapLimitBytes", "150000000"),
          Map.entry("DRUID_XMS", "64m"),
          Map.entry("DRUID_XMX", "512m"),
          Map.entry("DRUID_MAXDIRECTMEMORYSIZE", "512m"));

  private final ClusterFolder folder;
  private final Network network;
  private final List<GenericContainer<?>> containers;
  private final ClusterState state;

  private ContainerDruidUnderTest(
      ClusterFolder folder,
      Network network,
      List<GenericContainer<?>> containers,
      ClusterState state) {
    this.folder = folder;
    this.network = network;
    this.containers = containers;
    this.state = state;
  }

  static ContainerDruidUnderTest start(Path directory) {
    ClusterFolder folder = new ClusterFolder(directory);
    Network network = Network.newNetwork();
    GenericContainer<?> zookeeper =
        new GenericContainer<>(ZOOKEEPER)
            .withNetwork(network)
            .withNetworkAliases("zookeeper")
            .withExposedPorts(2181);
    GenericContainer<?> coordinator = server(network, "coordinator", 8081).dependsOn(zookeeper);
    // Deep storage is a folder of the coordinator's volume, which the others share.
    GenericContainer<?> historical =
        server(network, "historical", 8083)
            .dependsOn(coordinator)
            .withVolumesFrom(coordinator, BindMode.READ_WRITE);
    // As root it may read the staged rows, whoever we are.
    GenericContainer<?> indexer =
        server(network, "indexer", 8091)
            .dependsOn(coordinator)
            .withVolumesFrom(coordinator, BindMode.READ_WRITE)
            .withFileSystemBind(
                created(folder.data()).toString(), folder.data().toString(), BindMode.READ_ONLY)
            .withCreateContainerCmdModifier(command -> command.withUser("root"));
    GenericContainer<?> broker = server(network, "broker", 8082).dependsOn(coordinator);
    List<GenericContainer<?>> containers =
        List.of(broker, indexer, historical, coordinator, zookeeper);
    boolean ready = false;
    try {
      Startables.deepStart(containers).join();
      Ports ports =
          new Ports(
              zookeeper.getMappedPort(2181),
              0,
              coordinator.getMappedPort(8081),
              broker.getMappedPort(8082),
              historical.getMappedPort(8083),
              indexer.getMappedPort(8091));
      awaitAcquaintance(ports);
      ready = true;
      return new ContainerDruidUnderTest(
          folder, network, containers, new ClusterState(new ProcessMark(0, 0), ports, Map.of()));
    } finally {
      if (!ready) {
        stop(containers, network);
      }
    }
  }

  private static GenericContainer<?> server(Network network, String name, int port) {
    return new GenericContainer<>(DRUID)
        .withNetwork(network)
        .withNetworkAliases(name)
        .withEnv(SETTINGS)
        .withCommand(name)
        .withExposedPorts(port)
        .waitingFor(Wait.forHttp("/status/health").forPort(port).withStartupTimeout(LONGEST_START));
  }

  private static Path created(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Servers answer long before they know each other, and there is a leader. */
  private static void awaitAcquaintance(Ports ports) {
    DruidHttp coordinator = DruidHttp.local(ports.coordinator());
    DruidHttp broker = DruidHttp.local(ports.broker());
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (!areAcquainted(coordinator, broker)) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("the servers of Druid have not found each other");
      }
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static boolean areAcquainted(DruidHttp coordinator, DruidHttp broker) {
    try {
      Set<String> known = new HashSet<>();
      broker
          .sql("SELECT DISTINCT server_type FROM sys.servers")
          .forEach(row -> known.add(row.path("server_type").asText()));
      return known.containsAll(SERVERS)
          && coordinator.get("/druid/indexer/v1/isLeader").path("leader").asBoolean()
          && !coordinator.get("/druid/indexer/v1/workers").isEmpty();
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public URI broker() {
    return URI.create(state.brokerAddress());
  }

  @Override
  public void load(Path dataSet, Catalog catalog) {
    DruidLoader.load(dataSet, catalog, folder, state, Progress.NONE);
  }

  @Override
  public void close() {
    stop(containers, network);
  }

  private static void stop(List<GenericContainer<?>> containers, Network network) {
    // In the order of the list: who uses another's volume goes first.
    containers.forEach(GenericContainer::stop);
    network.close();
  }
}
