package io.mingshu.druid.cluster;

/** How long a cluster runs. */
public enum Lifetime {
  /** Until it is stopped, whatever becomes of the one who started it. */
  UNTIL_STOPPED,
  /** Not longer than this process, however this process ends. */
  WITH_THIS_PROCESS
}
