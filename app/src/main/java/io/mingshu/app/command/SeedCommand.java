package io.mingshu.app.command;

import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.shop.Scale;
import io.mingshu.seeds.shop.ShopGenerator;
import io.mingshu.seeds.shop.ShopSpec;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "seed", description = "Makes the demo shop's data: users, events, order_items.")
public final class SeedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to.")
  private Path out = Path.of("");

  @Option(
      names = "--scale",
      defaultValue = "demo",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Scale scale = Scale.DEMO;

  @Option(
      names = "--seed",
      defaultValue = "7",
      description = "Of chance; default ${DEFAULT-VALUE}.")
  private long seed = ShopSpec.DEFAULT_SEED;

  @Option(
      names = "--end",
      paramLabel = "DATE",
      description = "The last business day with data; default yesterday.")
  private @Nullable LocalDate end;

  @Option(names = "--days", defaultValue = "396", description = "Default ${DEFAULT-VALUE}.")
  private int days = ShopSpec.DEFAULT_DAYS;

  @Option(
      names = "--format",
      defaultValue = "csv",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.CSV;

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, speech);
    LocalDate last = end == null ? DemoShop.yesterday() : end;
    DataSet made =
        ShopGenerator.generate(
            new ShopSpec(scale, seed, last, days), out, format, terminal.progress());
    made.manifest()
        .tables()
        .forEach(t -> terminal.out().println(made.directory().resolve(t.file()) + "  " + t.rows()));
    terminal.out().flush();
    return 0;
  }
}
