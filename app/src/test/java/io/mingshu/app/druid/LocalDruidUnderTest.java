package io.mingshu.app.druid;

import io.mingshu.druid.cluster.ClusterState;
import io.mingshu.druid.cluster.DruidCluster;
import io.mingshu.druid.cluster.Lifetime;
import io.mingshu.druid.load.DruidLoader;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.catalog.Catalog;
import java.net.URI;
import java.nio.file.Path;

/** A Druid in processes of this machine. */
final class LocalDruidUnderTest implements DruidUnderTest {
  private static final Path JARS = Path.of(System.getProperty("mingshu.druid.lib", ""));

  private final DruidCluster cluster;
  private final ClusterState state;

  private LocalDruidUnderTest(DruidCluster cluster, ClusterState state) {
    this.cluster = cluster;
    this.state = state;
  }

  static LocalDruidUnderTest start(Path folder) {
    DruidCluster cluster = DruidCluster.in(folder);
    return new LocalDruidUnderTest(
        cluster, cluster.start(JARS, Lifetime.WITH_THIS_PROCESS, Progress.NONE));
  }

  @Override
  public URI broker() {
    return URI.create(state.brokerAddress());
  }

  @Override
  public void load(Path dataSet, Catalog catalog) {
    DruidLoader.load(dataSet, catalog, cluster.folder(), state, Progress.NONE);
  }

  @Override
  public void close() {
    cluster.stop();
  }
}
