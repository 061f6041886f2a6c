package io.mingshu.druid.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterStateTest {
  private static final ProcessMark SELF = ProcessMark.of(ProcessHandle.current());
  private static final Ports PORTS = new Ports(1, 2, 3, 4, 5, 6);

  @TempDir private Path temp = Path.of("");

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    ClusterFolder folder = new ClusterFolder(temp);
    ClusterState state = new ClusterState(SELF, PORTS, Map.of(Role.BROKER, new ProcessMark(7, 8)));

    state.write(folder);

    assertThat(ClusterState.read(folder)).contains(state);
    assertThat(ClusterState.readPorts(folder)).contains(PORTS);
    assertThat(DruidCluster.in(temp).running()).contains(state);
  }

  @Test
  void aProcessOfAnotherTimeIsAnotherProcess() {
    assertThat(SELF.lives()).isTrue();
    assertThat(new ProcessMark(SELF.pid(), SELF.started() - 60_000).lives()).isFalse();
  }

  @Test
  void aSupervisorThatIsGoneMeansThatNothingRuns() throws IOException {
    ClusterFolder folder = new ClusterFolder(temp);
    new ClusterState(new ProcessMark(SELF.pid(), 1), PORTS, Map.of()).write(folder);

    assertThat(DruidCluster.in(temp).running()).isEmpty();
    assertThat(DruidCluster.in(temp).status()).isEmpty();
    assertThat(DruidCluster.in(temp).stop()).isFalse();
    assertThat(folder.stateFile()).doesNotExist();
  }

  @Test
  void noFileOrABrokenOneIsNoState() throws IOException {
    ClusterFolder folder = new ClusterFolder(temp);
    assertThat(ClusterState.read(folder)).isEmpty();

    Files.writeString(folder.stateFile(), "{\"supervisor\":");

    assertThat(ClusterState.read(folder)).isEmpty();
  }
}
