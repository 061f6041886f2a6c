package io.mingshu.app.command;

import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.Asked;
import io.mingshu.gateway.answer.SegmentView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    description = "Prints the ids of a segment's people, where the catalog allows it.")
final class SegmentsExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();
  @Mixin private EngineOption engine = new EngineOption();

  @Parameters(paramLabel = "SEGMENT", description = "Its name, as 'segments list' gives it.")
  private String segment = "";

  @Option(names = "--group", paramLabel = "GROUP", description = "Which group, of RFM.")
  private @Nullable String group;

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = MomentConverter.class,
      description = "People belong to it as of this moment; by default the present one.")
  private @Nullable Instant asOf;

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, speech);
    Asked asked = Asked.at(asOf == null ? Instant.now() : asOf, Optional.empty(), "terminal");
    try (Workbench workbench =
        Workbench.open(data, Optional.empty(), engine.choice(), terminal.progress())) {
      new SegmentView(workbench.answering().layer())
          .ids(segment, Optional.ofNullable(group), asked)
          .forEach(terminal.out()::println);
      terminal.out().flush();
    }
    return 0;
  }
}
