package io.mingshu.app.command;

import picocli.CommandLine.Command;

@Command(
    name = "segments",
    description = "People set apart by the catalog's rules.",
    subcommands = {
      SegmentsListCommand.class,
      SegmentsDescribeCommand.class,
      SegmentsSizeCommand.class,
      SegmentsExportCommand.class
    })
public final class SegmentsCommand {}
