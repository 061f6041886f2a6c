package io.mingshu.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    description = "Prints the ids of a segment's people, where the catalog allows it.")
final class SegmentsExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SegmentsOptions segments = new SegmentsOptions();
  @Mixin private SegmentArgument segment = new SegmentArgument();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, segments.speech());
    segments.look(
        terminal,
        (view, asked) ->
            view.ids(segment.name(), segment.group(), asked).forEach(terminal.out()::println));
    return 0;
  }
}
