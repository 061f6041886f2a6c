package io.mingshu.gateway.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.nlq.learning.Feedback;
import io.mingshu.semantic.query.MetricQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackLogTest {
  private static final Instant AT = Instant.parse("2026-07-01T02:00:00Z");

  @TempDir private Path folder = Path.of("");

  private Path file() {
    return folder.resolve("feedback").resolve("shop-7070.jsonl");
  }

  private static Feedback right(String trace) {
    return new Feedback(AT, trace, "GMV", AT, new Feedback.Right(MetricQuery.of("gmv")));
  }

  @Test
  void keepsWhatWasSaidOverARestart() throws IOException {
    Feedback wrong =
        new Feedback(AT, "b", "水位", AT, new Feedback.Wrong(Optional.of("GMV"), Optional.empty()));
    FeedbackLog.at(file()).append(right("a"));
    FeedbackLog.at(file()).append(wrong);

    assertThat(FeedbackLog.at(file()).read()).containsExactly(right("a"), wrong);
    assertThat(FeedbackLog.at(folder.resolve("none")).read()).isEmpty();
  }

  @Test
  void isReadByNobodyElse() throws IOException {
    FeedbackLog log = FeedbackLog.at(file(), 500);
    for (int i = 0; i < 20; i++) {
      log.append(right("t" + i));
    }
    if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void survivesALineThatWasCutOff() throws IOException {
    FeedbackLog.at(file()).append(right("a"));
    Files.writeString(file(), "{\"at\":\"2026-", StandardOpenOption.APPEND);
    FeedbackLog.at(file()).append(right("b"));

    assertThat(FeedbackLog.at(file()).read()).containsExactly(right("a"), right("b"));
  }

  @Test
  void growsNoFurtherThanItsBoundAndKeepsWhatIsNewer() throws IOException {
    FeedbackLog log = FeedbackLog.at(file(), 2_000);
    for (int i = 0; i < 200; i++) {
      log.append(right("t" + i));
      assertThat(Files.size(file())).isLessThanOrEqualTo(2_000);
    }
    List<Feedback> kept = log.read();
    assertThat(kept).hasSizeGreaterThan(3).last().isEqualTo(right("t199"));
    assertThat(kept.get(0)).isEqualTo(right("t" + (200 - kept.size())));
  }

  @Test
  void saysSoWhereItCannotKeepAnything() throws IOException {
    Files.writeString(folder.resolve("feedback"), "not a folder");

    assertThatThrownBy(() -> FeedbackLog.at(file()).append(right("a")))
        .isInstanceOf(IOException.class);
  }
}
