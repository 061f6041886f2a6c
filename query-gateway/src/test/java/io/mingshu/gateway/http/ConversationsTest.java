package io.mingshu.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.Interpretation.Origin;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationsTest {
  private static final Conversation GMV =
      Conversation.NEW.after(
          Origin.QUESTION,
          new Conversation.Turn(
              MetricQuery.of("gmv")
                  .withPeriod(
                      new Period.Between(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30)))
                  .withFilter(new Filter.In("province", List.of("浙江"), false)),
              Map.of("province", List.of("浙江", "江苏"))));

  @TempDir private Path folder;

  private Conversations opened(Instant now) {
    Conversations conversations = new Conversations(Optional.of(ConversationLog.at(file())));
    conversations.resume(now);
    return conversations;
  }

  private Path file() {
    return folder.resolve("kept").resolve("shop.jsonl");
  }

  @Test
  void goOnAfterARestart() {
    Conversations before = opened(Instant.now());
    before.remember("a", GMV);
    before.remember("b", GMV.unanswered());
    before.remember("a", GMV.unanswered());

    Conversations after = opened(Instant.now());
    assertThat(after.of("a")).isEqualTo(GMV.unanswered());
    assertThat(after.of("b")).isEqualTo(GMV.unanswered());
    assertThat(after.of("c")).isEqualTo(Conversation.NEW);
  }

  @Test
  void areForgottenAfterHalfADay() throws IOException {
    opened(Instant.now()).remember("a", GMV);
    Conversations next = opened(Instant.now().plus(Duration.ofHours(13)));
    assertThat(next.of("a")).isEqualTo(Conversation.NEW);
    assertThat(file()).isEmptyFile();
  }

  @Test
  void survivesALineThatWasCutOff() throws IOException {
    opened(Instant.now()).remember("a", GMV);
    Files.writeString(file(), "{\"id\":\"b\",\"at\":\"2026-", StandardOpenOption.APPEND);

    Conversations next = opened(Instant.now());
    assertThat(next.of("a")).isEqualTo(GMV);
    assertThat(Files.readAllLines(file())).hasSize(1);
  }

  @Test
  void isReadByNobodyElse() throws IOException {
    opened(Instant.now()).remember("a", GMV);
    if (file().getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(Files.getPosixFilePermissions(file())).hasSize(2);
    }
  }

  @Test
  void whereNothingCanBeWrittenMemoryWillDo() throws IOException {
    Files.writeString(folder.resolve("kept"), "not a folder");
    Conversations conversations = opened(Instant.now());
    conversations.remember("a", GMV);
    assertThat(conversations.of("a")).isEqualTo(GMV);
  }
}
