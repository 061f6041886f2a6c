package io.mingshu.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.AskingClock;
import io.mingshu.gateway.http.Gateway;
import io.mingshu.gateway.http.GatewayConfig;
import io.mingshu.seeds.dataset.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/**
 * The page in a headless Chromium, against the real server on real data: the tests themselves are
 * {@code chat-ui/browser-tests}. A build without the page ({@code -DskipUi}) has nothing to drive.
 */
@DisabledIfSystemProperty(named = "skipUi", matches = ".*", disabledReason = "built without page")
class BrowserTest {
  private static final long MINUTES = 30;

  @Test
  void thePageAnswersInBothLanguagesOnDesktopAndPhone() throws Exception {
    try (Workbench workbench = Workbench.open(TinyShop.folder(), Optional.empty(), Progress.NONE);
        Gateway gateway =
            Gateway.create(
                    GatewayConfig.onPort(0),
                    workbench.answering(),
                    AskingClock.at(OffsetDateTime.parse(TinyShop.AS_OF).toInstant()))
                .start()) {
      Path log = Path.of("target", "browser-tests.log");
      Process tests = start(gateway.address(), log);
      boolean ended = tests.waitFor(MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        tests.descendants().forEach(ProcessHandle::destroyForcibly);
        tests.destroyForcibly();
      }

      assertThat(ended).as("the browser tests end within %s minutes", MINUTES).isTrue();
      assertThat(tests.exitValue()).as(Files.readString(log)).isZero();
    }
  }

  private static Process start(String address, Path log) throws IOException {
    Path page = Path.of("..", "chat-ui").toAbsolutePath().normalize();
    Files.createDirectories(log.toAbsolutePath().getParent());
    Files.writeString(log, "", StandardCharsets.UTF_8);
    ProcessBuilder builder =
        new ProcessBuilder("npm", "run", "--silent", "test:browser").directory(page.toFile());
    builder.environment().put("MINGSHU_URL", address);
    return builder.redirectErrorStream(true).redirectOutput(log.toAbsolutePath().toFile()).start();
  }
}
