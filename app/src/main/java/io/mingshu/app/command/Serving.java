package io.mingshu.app.command;

import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.http.Gateway;
import io.mingshu.gateway.http.GatewayConfig;
import io.mingshu.gateway.saving.SegmentSaving;
import io.mingshu.state.StateLocation;
import java.util.concurrent.CountDownLatch;

/** Serves a data set until the process is told to stop. */
final class Serving {
  private Serving() {}

  /**
   * Returns when interrupted; a signal ends the process after running questions had their grace.
   */
  static int serve(
      Terminal terminal,
      Workbench workbench,
      GatewayConfig config,
      AskingClock clock,
      StateLocation state) {
    try (Gateway gateway =
        Gateway.create(
                config.keepingState(state),
                workbench.answering(),
                clock,
                new SegmentSaving(workbench.source(), workbench::answeringBy))
            .start(workbench::finishLoading)) {
      Thread stop = new Thread(gateway::close, "stop");
      Runtime.getRuntime().addShutdownHook(stop);
      terminal.out().println(gateway.address());
      terminal.out().flush();
      terminal.say("已启动，按 Ctrl-C 停止", "Serving; Ctrl-C stops it");
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Runtime.getRuntime().removeShutdownHook(stop);
      }
    }
    return 0;
  }
}
