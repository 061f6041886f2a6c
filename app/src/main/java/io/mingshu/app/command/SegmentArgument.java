package io.mingshu.app.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which segment, or which group of RFM. */
final class SegmentArgument {
  @Parameters(paramLabel = "SEGMENT", description = "Its name, as 'segments list' gives it.")
  private String name = "";

  @Option(names = "--group", paramLabel = "GROUP", description = "Which group, of RFM.")
  private @Nullable String group;

  String name() {
    return name;
  }

  Optional<String> group() {
    return Optional.ofNullable(group);
  }
}
