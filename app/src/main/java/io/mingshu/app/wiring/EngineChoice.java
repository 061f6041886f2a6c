package io.mingshu.app.wiring;

import io.mingshu.semantic.engine.druid.DruidSettings;
import java.nio.file.Path;

/** Which engine computes, and where it is. */
public sealed interface EngineChoice {

  /** Inside this process, from the data set's own file. */
  record DuckDb() implements EngineChoice {}

  /**
   * A Druid on this machine, which is started and loaded where need be, and ends with this process
   * if it was started for it.
   *
   * @param home where it keeps its data
   * @param jars the folder of its jars
   * @param rollupsLater whether it may be asked before its rollups are loaded, which then goes on
   */
  record LocalDruid(Path home, Path jars, boolean rollupsLater) implements EngineChoice {}

  /** A Druid that others run; its datasources are there already. */
  record DruidAt(DruidSettings settings) implements EngineChoice {}
}
