package io.mingshu.app.druid;

import io.mingshu.druid.cluster.ProcessMark;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A process that hangs for a while: it keeps its connections and answers nothing. */
final class FrozenProcess {
  private FrozenProcess() {}

  /** The process goes on after the work, if it was not killed within. */
  static void during(ProcessMark process, Runnable work) {
    signal(process, "-STOP");
    try {
      work.run();
    } finally {
      if (process.lives()) {
        signal(process, "-CONT");
      }
    }
  }

  private static void signal(ProcessMark process, String name) {
    try {
      int exit = new ProcessBuilder("kill", name, String.valueOf(process.pid())).start().waitFor();
      if (exit != 0) {
        throw new IllegalStateException("kill " + name + " ended with " + exit);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
