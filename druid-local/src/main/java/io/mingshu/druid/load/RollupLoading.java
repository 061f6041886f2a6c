package io.mingshu.druid.load;

import io.mingshu.seeds.dataset.Progress;
import java.util.function.Function;

/** What is left of a load when the tables are there. */
public final class RollupLoading {
  private final Function<Progress, LoadRecord> rest;

  RollupLoading(Function<Progress, LoadRecord> rest) {
    this.rest = rest;
  }

  static RollupLoading none(LoadRecord done) {
    return new RollupLoading(progress -> done);
  }

  /**
   * Loads the rollups; to be called once.
   *
   * @param progress hears of it, and of rollups that could not be loaded
   * @return what is loaded then; a rollup that could not be is not among it
   * @throws io.mingshu.semantic.error.MingshuException with {@code DISK_FULL}, or with {@code
   *     LOAD_FAILED} where the thread was interrupted
   */
  public LoadRecord finish(Progress progress) {
    return rest.apply(progress);
  }
}
