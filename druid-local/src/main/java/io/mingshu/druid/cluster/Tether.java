package io.mingshu.druid.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another main class in this process and ends the process when its standard input ends. The
 * input is a pipe from the supervisor: the system closes it however the supervisor dies, so nothing
 * it started outlives it. Uses nothing but the JDK, because it runs among Druid's jars.
 */
public final class Tether {
  private static final long LONGEST_GOODBYE_MILLIS = 8_000;

  private Tether() {}

  /**
   * @param args the other main class and its arguments
   */
  public static void main(String[] args) throws Throwable {
    Thread watch = new Thread(Tether::endWithInput, "tether");
    watch.setDaemon(true);
    watch.start();
    try {
      Class.forName(args[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void endWithInput() {
    awaitEndOfInput();
    Thread last =
        new Thread(
            () -> {
              pause(LONGEST_GOODBYE_MILLIS);
              // Servers that lose each other at the same time may wait for ever.
              Runtime.getRuntime().halt(1);
            },
            "tether-end");
    last.setDaemon(true);
    last.start();
    System.exit(0);
  }

  /** Returns when nobody is left who could write to our standard input. */
  static void awaitEndOfInput() {
    try {
      System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException broken) {
      return;
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
