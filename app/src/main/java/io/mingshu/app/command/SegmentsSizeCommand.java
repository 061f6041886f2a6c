package io.mingshu.app.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(name = "size", description = "Prints how many belong to a segment.")
final class SegmentsSizeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SegmentsOptions segments = new SegmentsOptions();
  @Mixin private SegmentArgument segment = new SegmentArgument();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, segments.speech());
    segments.look(
        terminal,
        (view, asked) ->
            terminal.out().println(view.size(segment.name(), segment.group(), asked).users()));
    return 0;
  }
}
