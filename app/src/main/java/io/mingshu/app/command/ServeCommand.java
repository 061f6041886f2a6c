package io.mingshu.app.command;

import io.mingshu.app.wiring.EngineChoice;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.http.GatewayConfig;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Serves a data set: the chat page and the HTTP API.")
public final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();
  @Mixin private EngineOption engine = new EngineOption();
  @Mixin private SegmentSizesOption sizes = new SegmentSizesOption();
  @Mixin private FramersOption framers = new FramersOption();
  @Mixin private StateOption state = new StateOption();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data set; not needed with --druid and --catalog.")
  private @Nullable Path data;

  @Option(
      names = "--port",
      defaultValue = "7070",
      description = "Default ${DEFAULT-VALUE}; 0 takes any free one.")
  private int port;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "A loopback address; others are refused until there is sign-in.")
  private String host = "127.0.0.1";

  @Option(
      names = "--catalog",
      paramLabel = "FILE|DIR",
      description = "The catalog; by default the one that the data set names.")
  private @Nullable Path catalog;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = MomentConverter.class,
      description = "The moment of asking; by default the present one.")
  private @Nullable Instant asOf;

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, speech);
    GatewayConfig config = framers.in(sizes.in(GatewayConfig.onPort(port).onHost(host)));
    AskingClock clock = asOf == null ? AskingClock.wall() : AskingClock.at(asOf);
    try (Workbench workbench = workbench(engine.choiceToServe(), terminal)) {
      String name = workbench.answering().layer().catalog().name();
      return Serving.serve(
          terminal, workbench, config, clock, state.of(Optional.ofNullable(data), name));
    }
  }

  private Workbench workbench(EngineChoice choice, Terminal terminal) {
    if (data != null) {
      return Workbench.open(data, Optional.ofNullable(catalog), choice, terminal.progress());
    }
    if (catalog != null && choice instanceof EngineChoice.DruidAt druid) {
      return Workbench.open(catalog, druid.settings());
    }
    throw new MingshuException(
        ErrorCode.INVALID_USAGE,
        new Text(
            "缺少 --data；只有同时给出 --druid 和 --catalog 时才可以不写",
            "--data is missing; only with both --druid and --catalog it is not needed"));
  }
}
