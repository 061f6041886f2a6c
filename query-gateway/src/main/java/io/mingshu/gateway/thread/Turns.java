package io.mingshu.gateway.thread;

import io.mingshu.gateway.answer.Answer;
import io.mingshu.nlq.Conversation;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.KeptThread;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Questions and answers as the store keeps them: their words, no rows. */
public final class Turns {
  /** How many characters the title of a thread may have. */
  public static final int LONGEST_TITLE = 80;

  private static final int LONGEST = 2_000;

  private Turns() {}

  public static KeptThread.Question asking(
      String question, Instant askedAt, Instant asOf, Optional<Language> language) {
    return new KeptThread.Question(
        cut(question, LONGEST),
        cut(question.strip().replaceAll("\\s+", " "), LONGEST_TITLE),
        askedAt,
        asOf,
        language.map(Turns::tag).orElse(""),
        TurnStatus.ASKING.word());
  }

  public static KeptThread.Outcome settled(Answer answer, Conversation after) {
    return new KeptThread.Outcome(
        tag(answer.language()),
        TurnStatus.of(answer.status()).word(),
        cut(words(answer), LONGEST),
        answer.status() == Answer.Status.ANSWERED
            ? answer.query().map(QueryJson::write)
            : Optional.empty(),
        answer.interpretation().map(reading -> cut(reading.text(), LONGEST)),
        Optional.of(answer.traceId()),
        answer.clarification().map(asked -> Choices.write(asked.options())),
        Optional.of(Dialogue.write(after)));
  }

  /** Of a question whose answer failed; its language may not be known. */
  public static KeptThread.Outcome failed(RuntimeException failure, Optional<Language> language) {
    Language told = language.orElse(Language.ZH);
    Text text =
        failure instanceof MingshuException known
            ? known.text()
            : new Text("服务内部出错", "Something broke inside");
    boolean stopped =
        failure instanceof MingshuException known && known.code() == ErrorCode.QUERY_CANCELLED;
    return new KeptThread.Outcome(
        tag(told),
        (stopped ? TurnStatus.INTERRUPTED : TurnStatus.ERROR).word(),
        cut(text.in(told), LONGEST),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static String words(Answer answer) {
    return answer
        .text()
        .or(() -> answer.clarification().map(Answer.Clarification::question))
        .orElseGet(
            () ->
                answer.issues().stream()
                    .map(Answer.IssueShown::text)
                    .collect(Collectors.joining("\n")));
  }

  private static String tag(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, longest - 1)));
  }
}
