package io.mingshu.druid.cluster;

import java.util.Locale;

/**
 * The processes, in the order in which they start. They stop in the opposite one: a server whose
 * ZooKeeper is gone hangs on its way out.
 */
public enum Role {
  ZOOKEEPER(40, 0),
  COORDINATOR(192, 32),
  BROKER(320, 384),
  HISTORICAL(320, 288),
  INDEXER(520, 96);

  private final int heapMegabytes;
  private final int directMegabytes;

  Role(int heapMegabytes, int directMegabytes) {
    this.heapMegabytes = heapMegabytes;
    this.directMegabytes = directMegabytes;
  }

  /** The largest heap. */
  public int heapMegabytes() {
    return heapMegabytes;
  }

  /** The most memory outside the heap for buffers. */
  public int directMegabytes() {
    return directMegabytes;
  }

  /** The name in Druid's command line, in file names and in the state file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
