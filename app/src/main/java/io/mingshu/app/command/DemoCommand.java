package io.mingshu.app.command;

import io.mingshu.app.wiring.EngineChoice;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.answer.CatalogView;
import io.mingshu.gateway.http.GatewayConfig;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.seeds.dataset.Format;
import io.mingshu.seeds.shop.Scale;
import io.mingshu.seeds.shop.ShopGenerator;
import io.mingshu.seeds.shop.ShopSpec;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
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
    name = "demo",
    description = "Makes the demo shop where it is missing, and serves it.",
    footer = {
      "",
      "The clock of a demo stands on the day after its last day of data, so that yesterday has data",
      "however old the demo is."
    })
public final class DemoCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();
  @Mixin private EngineOption engine = new EngineOption();
  @Mixin private SegmentSizesOption sizes = new SegmentSizesOption();
  @Mixin private StateOption state = new StateOption();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where the demo shop lies; default data/demo in the project.")
  private @Nullable Path data;

  @Option(
      names = "--port",
      defaultValue = "7070",
      description = "Default ${DEFAULT-VALUE}; 0 takes any free one.")
  private int port;

  @Option(
      names = "--scale",
      defaultValue = "demo",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Scale scale = Scale.DEMO;

  @Option(
      names = "--catalog",
      paramLabel = "FILE|DIR",
      description = "The catalog; by default the one that comes with the product.")
  private @Nullable Path catalog;

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, speech);
    EngineChoice choice = engine.choiceToServe();
    GatewayConfig config = sizes.in(GatewayConfig.onPort(port));
    Path folder = data == null ? home().resolve("data").resolve("demo") : data;
    if (DataSet.exists(folder)) {
      requireScale(DataSet.open(folder));
    } else {
      terminal.say("正在生成演示商城：" + folder, "Making the demo shop in " + folder);
      ShopSpec shop =
          new ShopSpec(scale, ShopSpec.DEFAULT_SEED, DemoShop.yesterday(), ShopSpec.DEFAULT_DAYS);
      ShopGenerator.generate(shop, folder, Format.CSV, terminal.progress());
    }
    try (Workbench workbench =
        Workbench.open(folder, Optional.ofNullable(catalog), choice, terminal.progress())) {
      AskingClock clock =
          CatalogView.lastDay(workbench.answering().layer())
              .map(
                  last ->
                      AskingClock.dayAfter(last, workbench.answering().layer().catalog().zone()))
              .orElseGet(AskingClock::wall);
      String name = workbench.answering().layer().catalog().name();
      return Serving.serve(terminal, workbench, config, clock, state.of(Optional.of(folder), name));
    }
  }

  private void requireScale(DataSet found) {
    Optional<String> made = found.manifest().origin().scale();
    if (made.isPresent() && !made.get().equals(scale.label())) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              found.directory() + " 里已有规模为 " + made.get() + " 的演示商城；请用 --data 另选文件夹",
              found.directory()
                  + " already holds a demo shop of scale "
                  + made.get()
                  + "; choose another folder with --data"));
    }
  }

  private static Path home() {
    return Path.of(System.getProperty("mingshu.home", "")).toAbsolutePath();
  }
}
