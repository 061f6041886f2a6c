package io.mingshu.app.command;

import io.mingshu.gateway.http.GatewayConfig;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.Option;

/** When a server counts the people of segments. */
final class SegmentSizesOption {
  private static final String OFF = "off";

  @Option(
      names = "--segment-sizes",
      paramLabel = "HH:MM|off",
      defaultValue = "00:30",
      description = {
        "When the people of segments are counted each day, on the catalog's clock, beside once after",
        "the start; default ${DEFAULT-VALUE}. off: only when somebody asks."
      })
  private String at = "00:30";

  GatewayConfig in(GatewayConfig config) {
    if (at.equals(OFF)) {
      return config;
    }
    try {
      return config.countingSegmentsAt(LocalTime.parse(at));
    } catch (DateTimeParseException e) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              "--segment-sizes 须是 00:30 这样的时刻，或 off：" + at,
              "--segment-sizes is a time of day such as 00:30, or off: " + at),
          e);
    }
  }
}
