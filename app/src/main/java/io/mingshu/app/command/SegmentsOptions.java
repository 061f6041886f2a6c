package io.mingshu.app.command;

import io.mingshu.app.wiring.EngineChoice;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.Asked;
import io.mingshu.gateway.answer.SegmentView;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose segments, and as of when. */
final class SegmentsOptions {
  @Mixin private Speech speech = new Speech();
  @Mixin private EngineOption engine = new EngineOption();

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--catalog",
      paramLabel = "FILE|DIR",
      description = "The catalog; by default the one that the data set names.")
  private @Nullable Path catalog;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = MomentConverter.class,
      description = "People belong to them as of this moment; by default the present one.")
  private @Nullable Instant asOf;

  Speech speech() {
    return speech;
  }

  /** Opens the data set for as long as its segments are looked at. */
  void look(Terminal terminal, BiConsumer<SegmentView, Asked> with) {
    EngineChoice choice = engine.choice();
    Asked asked = Asked.at(asOf == null ? Instant.now() : asOf, Optional.empty(), "terminal");
    try (Workbench workbench =
        Workbench.open(data, Optional.ofNullable(catalog), choice, terminal.progress())) {
      with.accept(new SegmentView(workbench.answering().layer()), asked);
      terminal.out().flush();
    }
  }
}
