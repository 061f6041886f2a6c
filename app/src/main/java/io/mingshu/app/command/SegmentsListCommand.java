package io.mingshu.app.command;

import io.mingshu.gateway.answer.SegmentsShown;
import io.mingshu.gateway.answer.SegmentsShown.Size;
import io.mingshu.semantic.text.Language;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
    name = "list",
    description = "Lists segments, one a line: name, label, users, who belongs to it.")
final class SegmentsListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private SegmentsOptions segments = new SegmentsOptions();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, segments.speech());
    segments.look(
        terminal,
        (view, asked) -> print(terminal.out(), terminal.language(), view.list(true, asked)));
    return 0;
  }

  private static void print(PrintWriter out, Language language, SegmentsShown shown) {
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
  }

  private static void print(
      PrintWriter out, String name, String label, Optional<Size> size, String definition) {
    String users = size.map(Size::users).map(String::valueOf).orElse("");
    out.println(String.join("\t", name, label, users, definition));
  }
}
