package io.mingshu.app.command;

import io.mingshu.app.terminal.SegmentPrinter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "describe",
    description =
        "Describes a segment beside everybody: who, how many, metrics, how people spread.")
final class SegmentsDescribeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SegmentsOptions segments = new SegmentsOptions();
  @Mixin private SegmentArgument segment = new SegmentArgument();

  @Option(
      names = "--metrics",
      paramLabel = "METRIC",
      split = ",",
      description = "Which to compare; by default those of RFM.")
  private List<String> metrics = List.of();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, segments.speech());
    segments.look(
        terminal,
        (view, asked) ->
            new SegmentPrinter(terminal.out(), terminal.language())
                .print(view.describe(segment.name(), segment.group(), metrics, asked)));
    return 0;
  }
}
