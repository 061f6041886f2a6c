package io.mingshu.app.command;

import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.Asked;
import io.mingshu.gateway.answer.SegmentView;
import io.mingshu.gateway.answer.SegmentsShown;
import io.mingshu.gateway.answer.SegmentsShown.Size;
import io.mingshu.semantic.text.Language;
import java.io.PrintWriter;
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

@Command(
    name = "list",
    description = "Lists segments, one a line: name, label, users, who belongs to it.")
final class SegmentsListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();
  @Mixin private EngineOption engine = new EngineOption();

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = MomentConverter.class,
      description = "People belong to them as of this moment; by default the present one.")
  private @Nullable Instant asOf;

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, speech);
    Asked asked = Asked.at(asOf == null ? Instant.now() : asOf, Optional.empty(), "terminal");
    Language language = terminal.language();
    try (Workbench workbench =
        Workbench.open(data, Optional.empty(), engine.choice(), terminal.progress())) {
      SegmentsShown shown = new SegmentView(workbench.answering().layer()).list(true, asked);
      PrintWriter out = terminal.out();
      shown
          .segments()
          .forEach(
              segment ->
                  print(
                      out,
                      segment.name(),
                      segment.label().in(language),
                      segment.size(),
                      segment.definition().in(language)));
      shown
          .rfm()
          .ifPresent(
              rfm ->
                  rfm.groups()
                      .forEach(
                          group ->
                              print(
                                  out,
                                  rfm.name(),
                                  group.label().in(language),
                                  group.size(),
                                  rfm.label().in(language))));
      out.flush();
    }
    return 0;
  }

  private static void print(
      PrintWriter out, String name, String label, Optional<Size> size, String definition) {
    String users = size.map(Size::users).map(String::valueOf).orElse("");
    out.println(String.join("\t", name, label, users, definition));
  }
}
