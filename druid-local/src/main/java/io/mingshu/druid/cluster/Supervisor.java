package io.mingshu.druid.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The process that holds a cluster's servers: starts them, starts one again that died, stops them
 * in order when it is told to end. Each server's standard input is a pipe from here, see {@link
 * Tether}.
 */
final class Supervisor {
  /** The exit code where another supervisor has the folder. */
  static final int OCCUPIED = 3;

  static final String TIED = "tied";
  static final String DETACHED = "detached";

  private static final Duration GOODBYE = Duration.ofSeconds(8);
  private static final Duration LEFTOVERS = Duration.ofSeconds(15);
  private static final int MOST_RESTARTS = 5;
  private static final Duration RESTART_WINDOW = Duration.ofMinutes(10);

  private final ClusterFolder folder;
  private final ServerCommand commands;
  private final Ports ports;
  private final PrintWriter log;
  private final Map<Role, Process> servers = new EnumMap<>(Role.class);
  private final Map<Role, Deque<Instant>> deaths = new EnumMap<>(Role.class);
  private final CountDownLatch broken = new CountDownLatch(1);
  private boolean stopping;

  private Supervisor(ClusterFolder folder, Path jars, Ports ports, PrintWriter log) {
    this.folder = folder;
    this.commands = new ServerCommand(folder, jars);
    this.ports = ports;
    this.log = log;
  }

  /**
   * @param args the cluster's folder, the folder of Druid's jars, and whether to end with standard
   *     input ({@link #TIED}) or only when told to ({@link #DETACHED})
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    ClusterFolder folder = new ClusterFolder(Path.of(args[0]));
    Files.createDirectories(folder.logs());
    // Never closed: the system gives up the lock with the process.
    FileChannel channel =
        FileChannel.open(folder.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      System.exit(OCCUPIED);
      return;
    }
    try (PrintWriter log =
        new PrintWriter(Files.newBufferedWriter(folder.logs().resolve("supervisor.log")), true)) {
      endLeftovers(folder, log);
      prepare(folder);
      Ports ports = ClusterState.readPorts(folder).filter(Ports::areFree).orElse(Ports.free());
      new Configuration(folder, ports).write();
      Supervisor supervisor = new Supervisor(folder, Path.of(args[1]), ports, log);
      Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop"));
      supervisor.start();
      if (args[2].equals(TIED)) {
        Thread tie =
            new Thread(
                () -> {
                  Tether.awaitEndOfInput();
                  supervisor.broken.countDown();
                },
                "tie");
        tie.setDaemon(true);
        tie.start();
      }
      supervisor.broken.await();
      System.exit(1);
    }
  }

  /** Servers of a supervisor that was killed: they are about to end; those that hang are killed. */
  private static void endLeftovers(ClusterFolder folder, PrintWriter log) throws IOException {
    ClusterState.read(folder)
        .ifPresent(
            old -> {
              log.println(Instant.now() + " the last supervisor did not end in order");
              Instant end = Instant.now().plus(LEFTOVERS);
              for (ProcessMark server : old.servers().values()) {
                Duration left = Duration.between(Instant.now(), end);
                if (!server.awaitEnd(left.isNegative() ? Duration.ZERO : left)) {
                  server.find().ifPresent(ProcessHandle::destroyForcibly);
                  server.awaitEnd(GOODBYE);
                }
              }
            });
    Files.deleteIfExists(folder.stateFile());
  }

  private static void prepare(ClusterFolder folder) throws IOException {
    for (String part : List.of("segments", "segment-cache", "task", "task-logs", "metadata")) {
      Files.createDirectories(folder.data().resolve(part));
    }
    Files.createDirectories(folder.temporary());
  }

  private void start() throws IOException {
    for (Role role : Role.values()) {
      launch(role);
      if (role == Role.ZOOKEEPER) {
        awaitListening(ports.zookeeper());
      }
    }
  }

  /** The servers find each other faster when they need not look for ZooKeeper twice. */
  private static void awaitListening(int port) throws IOException {
    Instant end = Instant.now().plusSeconds(20);
    while (Ports.isFree(port) && Instant.now().isBefore(end)) {
      pause(Duration.ofMillis(100));
    }
  }

  private synchronized void launch(Role role) throws IOException {
    if (stopping) {
      return;
    }
    ProcessBuilder builder =
        new ProcessBuilder(commands.of(role))
            .directory(folder.directory().toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.output(role.label()).toFile());
    // Else the C library keeps some memory for each of many threads.
    builder.environment().put("MALLOC_ARENA_MAX", "2");
    Process process = builder.start();
    servers.put(role, process);
    Map<Role, ProcessMark> marks = new EnumMap<>(Role.class);
    servers.forEach((name, server) -> marks.put(name, ProcessMark.of(server.toHandle())));
    new ClusterState(ProcessMark.of(ProcessHandle.current()), ports, marks).write(folder);
    log.println(Instant.now() + " " + role.label() + " started as " + process.pid());
    Thread watch = new Thread(() -> watch(role, process), "watch-" + role.label());
    watch.setDaemon(true);
    watch.start();
  }

  private void watch(Role role, Process process) {
    int exit;
    try {
      exit = process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    if (isLast(role)) {
      broken.countDown();
      return;
    }
    pause(Duration.ofSeconds(1));
    try {
      launch(role);
    } catch (IOException e) {
      log.println(Instant.now() + " " + role.label() + " cannot be started: " + e);
      broken.countDown();
    }
    log.println(Instant.now() + " " + role.label() + " had ended with " + exit);
  }

  /** Whether a death is one too many. */
  private synchronized boolean isLast(Role role) {
    if (stopping) {
      return false;
    }
    Instant now = Instant.now();
    Deque<Instant> recent = deaths.computeIfAbsent(role, r -> new ArrayDeque<>());
    recent.addLast(now);
    while (recent.getFirst().isBefore(now.minus(RESTART_WINDOW))) {
      recent.removeFirst();
    }
    if (recent.size() > MOST_RESTARTS) {
      log.println(now + " " + role.label() + " keeps dying; giving up");
      return true;
    }
    return false;
  }

  private void stop() {
    Map<Role, Process> last;
    synchronized (this) {
      stopping = true;
      last = new EnumMap<>(servers);
    }
    end(last, List.of(Role.INDEXER, Role.BROKER, Role.HISTORICAL));
    end(last, List.of(Role.COORDINATOR));
    end(last, List.of(Role.ZOOKEEPER));
    try {
      Files.deleteIfExists(folder.stateFile());
    } catch (IOException e) {
      log.println(Instant.now() + " the state file cannot be removed: " + e);
    }
  }

  private static void end(Map<Role, Process> servers, List<Role> roles) {
    List<Process> ending = roles.stream().map(servers::get).filter(p -> p != null).toList();
    ending.forEach(Process::destroy);
    Instant latest = Instant.now().plus(GOODBYE);
    for (Process process : ending) {
      try {
        long left = Math.max(0, Duration.between(Instant.now(), latest).toMillis());
        if (!process.waitFor(left, TimeUnit.MILLISECONDS)) {
          process.destroyForcibly().waitFor();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        process.destroyForcibly();
      }
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
