package io.mingshu.app.druid;

import io.mingshu.semantic.catalog.Catalog;
import java.net.URI;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** A real Druid that tests may fill. */
interface DruidUnderTest extends AutoCloseable {

  /**
   * Starts one that is empty: the published image where there is a Docker, else the same version in
   * processes of this machine.
   *
   * @param folder empty, and left alone until this is closed
   */
  static DruidUnderTest start(Path folder) {
    return DockerClientFactory.instance().isDockerAvailable()
        ? ContainerDruidUnderTest.start(folder)
        : LocalDruidUnderTest.start(folder);
  }

  /** Where questions are asked. */
  URI broker();

  /** Loads a data set and the rollups of its catalog; other datasources stay. */
  void load(Path dataSet, Catalog catalog);

  @Override
  void close();
}
