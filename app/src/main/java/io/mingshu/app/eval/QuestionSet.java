package io.mingshu.app.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mingshu.gateway.answer.Json;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file of questions, one JSON object a line. */
public record QuestionSet(List<EvalQuestion> questions) {
  public QuestionSet {
    questions = List.copyOf(questions);
  }

  /**
   * Reads a file.
   *
   * @throws MingshuException with {@code DATA_MISSING} or {@code DATA_MALFORMED}
   */
  public static QuestionSet read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new MingshuException(
          ErrorCode.DATA_MISSING,
          new Text("读不到问题集 " + file, "Cannot read the question set " + file),
          e);
    }
    List<EvalQuestion> questions = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        questions.add(question(file, i + 1, lines.get(i)));
      }
    }
    return new QuestionSet(questions);
  }

  private static EvalQuestion question(Path file, int line, String json) {
    try {
      return Json.mapper().readValue(json, EvalQuestion.class);
    } catch (JsonProcessingException e) {
      String where = file + ":" + line + ": " + e.getOriginalMessage();
      throw new MingshuException(
          ErrorCode.DATA_MALFORMED, new Text("问题集格式不对：" + where, "Not a question: " + where), e);
    }
  }
}
