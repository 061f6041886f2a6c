package io.mingshu.app.druid;

import io.mingshu.semantic.catalog.Catalog;
import java.net.URI;
import java.nio.file.Path;

/** A real Druid that tests may fill. */
interface DruidUnderTest extends AutoCloseable {

  /** Where questions are asked. */
  URI broker();

  /** Loads a data set and the rollups of its catalog; other datasources stay. */
  void load(Path dataSet, Catalog catalog);

  @Override
  void close();
}
