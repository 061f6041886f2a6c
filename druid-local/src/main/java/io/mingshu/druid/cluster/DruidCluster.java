package io.mingshu.druid.cluster;

import io.mingshu.seeds.dataset.DiskFailure;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.seeds.dataset.Progress.Stage;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The local Druid of one folder. Data stay in the folder from one start to the next. */
public final class DruidCluster {
  private static final Duration LONGEST_START = Duration.ofMinutes(4);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(40);
  private static final Duration POLL = Duration.ofMillis(250);

  private final ClusterFolder folder;

  private DruidCluster(ClusterFolder folder) {
    this.folder = folder;
  }

  /** The cluster of a folder, which need not exist yet. */
  public static DruidCluster in(Path directory) {
    return new DruidCluster(new ClusterFolder(directory));
  }

  public ClusterFolder folder() {
    return folder;
  }

  /** Who runs; empty where the cluster does not. */
  public Optional<ClusterState> running() {
    try {
      return ClusterState.read(folder).filter(state -> state.supervisor().lives());
    } catch (IOException e) {
      throw DiskFailure.of(e, folder.directory());
    }
  }

  /**
   * Starts the cluster where it does not run, and waits until it answers and serves all its
   * segments. What was started is stopped again where that fails or this process is told to end.
   *
   * @param jars the folder of Druid's jars
   * @throws MingshuException with {@code ENGINE_UNAVAILABLE}, {@code DISK_FULL} or {@code
   *     LOAD_FAILED}
   */
  public ClusterState start(Path jars, Lifetime lifetime, Progress progress) {
    Optional<ClusterState> already = running();
    if (already.isPresent()) {
      return await(already.get().supervisor(), progress);
    }
    requireJars(jars);
    Process supervisor = launch(jars, lifetime);
    Thread onShutdown = new Thread(() -> end(supervisor.toHandle()), "druid-start-abort");
    Runtime.getRuntime().addShutdownHook(onShutdown);
    boolean ready = false;
    try {
      ClusterState state = await(ProcessMark.of(supervisor.toHandle()), progress);
      ready = true;
      return state;
    } finally {
      if (!ready) {
        end(supervisor.toHandle());
      }
      if (!ready || lifetime == Lifetime.UNTIL_STOPPED) {
        forget(onShutdown);
      }
    }
  }

  /** Stops the cluster; false where it did not run. */
  public boolean stop() {
    try {
      Optional<ClusterState> state = ClusterState.read(folder);
      if (state.isEmpty()) {
        return false;
      }
      Optional<ProcessHandle> supervisor = state.get().supervisor().find();
      supervisor.ifPresent(DruidCluster::end);
      boolean ran = supervisor.isPresent();
      for (ProcessMark server : state.get().servers().values()) {
        // They end by themselves when the supervisor is gone, a hanging one excepted.
        if (server.lives() && !server.awaitEnd(Duration.ofSeconds(12))) {
          server.find().ifPresent(ProcessHandle::destroyForcibly);
          server.awaitEnd(Duration.ofSeconds(5));
        }
      }
      Files.deleteIfExists(folder.stateFile());
      return ran;
    } catch (IOException e) {
      throw DiskFailure.of(e, folder.directory());
    }
  }

  /** How the cluster is; empty where it does not run. */
  public Optional<ClusterStatus> status() {
    return running()
        .map(
            state -> {
              List<ClusterStatus.Server> servers = new ArrayList<>();
              for (Role role : Role.values()) {
                ProcessMark mark = state.servers().get(role);
                if (mark != null) {
                  servers.add(
                      new ClusterStatus.Server(
                          role,
                          mark.pid(),
                          port(state.ports(), role),
                          mark.lives(),
                          residentBytes(mark.pid())));
                }
              }
              Readiness readiness = new Readiness(state.ports());
              return new ClusterStatus(state, servers, readiness.advance() == readiness.total());
            });
  }

  private static int port(Ports ports, Role role) {
    return switch (role) {
      case ZOOKEEPER -> ports.zookeeper();
      case COORDINATOR -> ports.coordinator();
      case BROKER -> ports.broker();
      case HISTORICAL -> ports.historical();
      case INDEXER -> ports.indexer();
    };
  }

  private static OptionalLong residentBytes(long pid) {
    Path file = Path.of("/proc", String.valueOf(pid), "status");
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst();
    } catch (IOException notToldHere) {
      return OptionalLong.empty();
    }
  }

  private Process launch(Path jars, Lifetime lifetime) {
    boolean tied = lifetime == Lifetime.WITH_THIS_PROCESS;
    List<String> command = new ArrayList<>();
    // A session of its own: Ctrl-C and the terminal's end are for us, not for the servers.
    sessionStarter().ifPresent(setsid -> command.add(setsid.toString()));
    command.addAll(
        List.of(
            ServerCommand.java().toString(),
            "-Xmx32m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            Supervisor.class.getName(),
            folder.directory().toString(),
            jars.toAbsolutePath().toString(),
            tied ? Supervisor.TIED : Supervisor.DETACHED));
    try {
      Files.createDirectories(folder.logs());
      return new ProcessBuilder(command)
          .redirectInput(tied ? Redirect.PIPE : Redirect.from(new File("/dev/null")))
          .redirectErrorStream(true)
          .redirectOutput(folder.output("supervisor").toFile())
          .start();
    } catch (IOException e) {
      throw DiskFailure.of(e, folder.directory());
    }
  }

  private static Optional<Path> sessionStarter() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(part -> Path.of(part, "setsid"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private ClusterState await(ProcessMark supervisor, Progress progress) {
    Instant end = Instant.now().plus(LONGEST_START);
    @Nullable Readiness readiness = null;
    int last = -1;
    while (Instant.now().isBefore(end)) {
      if (!supervisor.lives()) {
        throw failed("Druid 启动后又退出了", "Druid ended while it was starting");
      }
      Optional<ClusterState> state =
          running().filter(found -> found.supervisor().pid() == supervisor.pid());
      if (state.isPresent()) {
        if (readiness == null) {
          readiness = new Readiness(state.get().ports());
        }
        int passed = readiness.advance();
        if (passed != last) {
          last = passed;
          progress.report(Stage.DRUID_START, passed, readiness.total());
        }
        if (passed == readiness.total()) {
          return state.get();
        }
      }
      pause();
    }
    throw failed(
        "Druid 在 " + LONGEST_START.toMinutes() + " 分钟内没有就绪",
        "Druid was not ready within " + LONGEST_START.toMinutes() + " minutes");
  }

  private MingshuException failed(String zh, String en) {
    return new MingshuException(
        ErrorCode.ENGINE_UNAVAILABLE,
        new Text(
            zh + "；原因见 " + folder.logs() + lastWords(),
            en + "; see why in " + folder.logs() + lastWords()));
  }

  private String lastWords() {
    try {
      List<String> said = Files.readAllLines(folder.output("supervisor"));
      return said.isEmpty() ? "" : ": " + said.get(0);
    } catch (IOException silent) {
      return "";
    }
  }

  private static void requireJars(Path jars) {
    try (Stream<Path> entries = Files.list(jars)) {
      if (entries.anyMatch(jar -> jar.getFileName().toString().startsWith("druid-services"))) {
        return;
      }
    } catch (IOException none) {
      throw noJars(jars);
    }
    throw noJars(jars);
  }

  private static MingshuException noJars(Path jars) {
    return new MingshuException(
        ErrorCode.ENGINE_UNAVAILABLE,
        new Text(
            jars + " 里没有 Druid 的 jar；请用 ./mingshu 启动，它会先下载。",
            jars + " has no jars of Druid; start through ./mingshu, which fetches them."));
  }

  private static void end(ProcessHandle supervisor) {
    ProcessMark mark = ProcessMark.of(supervisor);
    supervisor.destroy();
    if (!mark.awaitEnd(LONGEST_STOP)) {
      supervisor.destroyForcibly();
      mark.awaitEnd(Duration.ofSeconds(5));
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyStopping) {
      return;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MingshuException(
          ErrorCode.ENGINE_UNAVAILABLE,
          new Text("启动 Druid 时被中断", "Interrupted while Druid was starting"));
    }
  }
}
