package io.mingshu.app.command;

import io.mingshu.gateway.http.Framers;
import io.mingshu.gateway.http.GatewayConfig;
import java.util.List;
import picocli.CommandLine.Option;

/** Whose pages may show the chat page. */
final class FramersOption {
  @Option(
      names = "--frame-ancestors",
      paramLabel = "ORIGIN",
      description = {
        "A site whose pages may show the chat page in a frame, such as https://shop.example.com; may",
        "be given several times. By default none."
      })
  private List<String> origins = List.of();

  GatewayConfig in(GatewayConfig config) {
    return config.framedBy(new Framers(origins));
  }
}
