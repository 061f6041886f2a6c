package io.mingshu.druid.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void sixDifferentOnesThatAreFree() throws IOException {
    Ports ports = Ports.free();

    assertThat(ports.all()).hasSize(6).doesNotHaveDuplicates().allMatch(port -> port > 1023);
    assertThat(ports.areFree()).isTrue();
  }

  @Test
  void onePortTakenIsEnoughToChooseOthers() throws IOException {
    Ports ports = Ports.free();
    try (ServerSocket other =
        new ServerSocket(ports.derby(), 1, InetAddress.getLoopbackAddress())) {
      assertThat(other.isBound()).isTrue();
      assertThat(ports.areFree()).isFalse();
    }
  }
}
