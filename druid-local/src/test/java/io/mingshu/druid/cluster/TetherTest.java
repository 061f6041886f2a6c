package io.mingshu.druid.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TetherTest {
  /** Something that would run for ever. */
  public static final class Endless {
    private Endless() {}

    public static void main(String[] args) throws InterruptedException {
      Thread.currentThread().join();
    }
  }

  @Test
  void aProcessEndsWhenNobodyHoldsItsInput() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ServerCommand.java().toString(),
                "-Xmx16m",
                "-cp",
                System.getProperty("java.class.path"),
                Tether.class.getName(),
                Endless.class.getName())
            .start();
    try (OutputStream rope = process.getOutputStream()) {
      rope.flush();
      assertThat(process.waitFor(1, TimeUnit.SECONDS)).isFalse();
    }
    try {
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }
}
