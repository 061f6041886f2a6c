package io.mingshu.app.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.error.MingshuException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionSetTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void readsOneQuestionALine() throws IOException {
    Path file =
        write(
            "{\"id\":\"a\",\"lang\":\"zh\",\"turns\":[\"上个月GMV\"],\"question\":\"那上海呢\","
                + "\"expect\":\"answer\",\"kind\":\"followup\",\"sql\":\"SELECT 1\",\"ordered\":true,"
                + "\"note\":\"why\"}",
            "",
            "{\"id\":\"b\",\"question\":\"利润\",\"expect\":\"decline\"}");

    QuestionSet set = QuestionSet.read(file);

    assertThat(set.questions()).extracting(EvalQuestion::id).containsExactly("a", "b");
    assertThat(set.questions().get(0).turns()).containsExactly("上个月GMV");
    assertThat(set.questions().get(0).ordered()).isTrue();
    assertThat(set.questions().get(1).sql()).isEmpty();
  }

  @Test
  void aBrokenLineIsNamed() throws IOException {
    Path file = write("{\"id\":\"b\",\"question\":\"利润\",\"expect\":\"decline\"}", "{\"id\":\"c\"");

    assertThatThrownBy(() -> QuestionSet.read(file))
        .isInstanceOf(MingshuException.class)
        .hasMessageContaining(":2:");
  }

  @Test
  void anAnswerWithoutGoldSqlIsNoQuestion() throws IOException {
    Path file = write("{\"id\":\"b\",\"question\":\"GMV\",\"expect\":\"answer\"}");

    assertThatThrownBy(() -> QuestionSet.read(file)).hasMessageContaining("sql is needed");
  }

  private Path write(String... lines) throws IOException {
    return Files.write(folder.resolve("set.jsonl"), java.util.List.of(lines));
  }
}
