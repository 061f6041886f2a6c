package io.mingshu.app.command;

import io.mingshu.druid.cluster.ClusterState;
import io.mingshu.druid.cluster.ClusterStatus;
import io.mingshu.druid.cluster.DruidCluster;
import io.mingshu.druid.cluster.Lifetime;
import io.mingshu.druid.load.DruidLoader;
import io.mingshu.druid.load.LoadRecord;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogReader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "druid",
    description = "A real Druid on this machine, in processes of its own.",
    subcommands = {
      DruidCommand.Start.class,
      DruidCommand.Stop.class,
      DruidCommand.Status.class,
      DruidCommand.Load.class,
      DruidSpecCommand.class
    })
public final class DruidCommand {

  /** Which cluster is meant. */
  static final class Place {
    @Option(
        names = "--home",
        paramLabel = "DIR",
        description = "Where the cluster keeps its data; default data/druid in the project.")
    private @Nullable Path home;

    DruidCluster cluster() {
      return DruidCluster.in(LocalDruid.home(home));
    }
  }

  @Command(name = "start", description = "Starts it and waits until it answers.")
  static final class Start implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Speech speech = new Speech();
    @Mixin private Place place = new Place();

    @Override
    public Integer call() {
      Terminal terminal = Terminal.of(spec, speech);
      ClusterState state = started(place.cluster(), Lifetime.UNTIL_STOPPED, terminal);
      terminal.out().println(state.brokerAddress());
      terminal.out().flush();
      terminal.say("Druid 已启动；用 mingshu druid stop 停止", "Druid runs; mingshu druid stop ends it");
      return 0;
    }
  }

  @Command(name = "stop", description = "Stops it; its data stay.")
  static final class Stop implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Speech speech = new Speech();
    @Mixin private Place place = new Place();

    @Override
    public Integer call() {
      Terminal terminal = Terminal.of(spec, speech);
      if (place.cluster().stop()) {
        terminal.say("Druid 已停止", "Druid stopped");
      } else {
        terminal.say("Druid 没有在运行", "Druid did not run");
      }
      return 0;
    }
  }

  @Command(
      name = "status",
      description = "Says what runs where; exit code 1 where it does not, or not yet, answer.")
  static final class Status implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Speech speech = new Speech();
    @Mixin private Place place = new Place();

    @Override
    public Integer call() {
      Terminal terminal = Terminal.of(spec, speech);
      Optional<ClusterStatus> found = place.cluster().status();
      if (found.isEmpty()) {
        terminal.say("Druid 没有在运行", "Druid does not run");
        return 1;
      }
      ClusterStatus status = found.get();
      for (ClusterStatus.Server server : status.servers()) {
        terminal
            .out()
            .printf(
                "%-12s port %-6d pid %-8d %s%n",
                server.role().label(), server.port(), server.pid(), condition(server));
      }
      terminal.out().println(status.state().brokerAddress());
      DruidLoader.loaded(place.cluster().folder())
          .ifPresent(held -> terminal.out().println(held.dataSet() + "  " + held.rows()));
      terminal.out().flush();
      terminal.say(status.ready() ? "已就绪" : "尚未就绪", status.ready() ? "ready" : "not ready yet");
      return status.ready() ? 0 : 1;
    }

    private static String condition(ClusterStatus.Server server) {
      if (!server.alive()) {
        return "ended";
      }
      return server.residentBytes().isPresent()
          ? server.residentBytes().getAsLong() / (1024 * 1024) + " MB"
          : "runs";
    }
  }

  @Command(
      name = "load",
      description =
          "Loads a data set into it in place of what it held; starts it where it does not run.")
  static final class Load implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Speech speech = new Speech();
    @Mixin private Place place = new Place();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data set.")
    private Path data = Path.of("");

    @Override
    public Integer call() {
      Terminal terminal = Terminal.of(spec, speech);
      Catalog catalog = catalog(DataSet.open(data));
      DruidCluster cluster = place.cluster();
      ClusterState state = started(cluster, Lifetime.UNTIL_STOPPED, terminal);
      LoadRecord loaded =
          DruidLoader.load(data, catalog, cluster.folder(), state, terminal.progress());
      loaded.rows().forEach((table, rows) -> terminal.out().println(table + "  " + rows));
      loaded.rollups().forEach((name, held) -> terminal.out().println(name + "  " + held.rows()));
      terminal.out().flush();
      return 0;
    }
  }

  /** What a data set means. */
  static Catalog catalog(DataSet dataSet) {
    return dataSet
        .catalogFile()
        .map(CatalogReader::read)
        .orElseGet(() -> CatalogReader.builtIn(dataSet.manifest().catalog()));
  }

  private static ClusterState started(DruidCluster cluster, Lifetime lifetime, Terminal terminal) {
    return cluster.start(LocalDruid.jars(), lifetime, terminal.progress());
  }
}
