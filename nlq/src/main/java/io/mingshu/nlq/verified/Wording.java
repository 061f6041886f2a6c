package io.mingshu.nlq.verified;

import io.mingshu.nlq.normal.NormalText;
import java.util.regex.Pattern;

/**
 * A question without what it could as well be asked without. Only words at its ends that can mean
 * nothing else are taken away, and 的 and "the": one question must not become another.
 *
 * @param text what is left, for comparison only
 */
public record Wording(String text) {
  private static final Pattern SPACE_BY_HAN =
      Pattern.compile("(?<=[\\u4E00-\\u9FFF]) +| +(?=[\\u4E00-\\u9FFF])");
  private static final Pattern EMPTY_WORDS = Pattern.compile("的|(?<![a-z0-9'])the(?![a-z0-9'])");
  private static final Pattern PUNCTUATION_AT_ENDS =
      Pattern.compile("^[\\s,;:.!?。、~…]+|[\\s,;:.!?。、~…]+$");
  private static final Pattern BEFORE =
      Pattern.compile(
          "^(?:请问一下|请问|请帮我|请|麻烦你|麻烦您|麻烦|帮我|帮忙|给我|告诉我|我想知道|想知道|我想了解|想了解|我想看|想看|你好|您好"
              + "|看一下|看下|看看|查一下|查下|查询|查看|看|查|列出|展示|显示|统计一下|统计|计算|算一下"
              + "|(?:please|pls|could you|can you|would you|hi|hello|hey|i want to know|i want to see"
              + "|i'd like to know|i'd like to see|i would like to know|i would like to see"
              + "|tell me|show me|give me|get me|let me see|let me know|show"
              + "|what's|what is|what are|what was|what were)(?![a-z0-9'-]))");
  private static final Pattern AFTER =
      Pattern.compile(
          "(?:是多少|有多少|多少|呢|啊|呀|吧|哦|谢谢|多谢|拜托" + "|(?<![a-z0-9'-])(?:please|pls|thanks|thank you))$");

  /** The wording of a question. */
  public static Wording of(NormalText question) {
    String text = EMPTY_WORDS.matcher(question.text()).replaceAll("");
    text = SPACE_BY_HAN.matcher(text.replaceAll("\\s+", " ")).replaceAll("");
    String shorter = text;
    do {
      text = shorter;
      shorter = PUNCTUATION_AT_ENDS.matcher(text).replaceAll("");
      shorter = BEFORE.matcher(shorter).replaceFirst("");
      shorter = AFTER.matcher(shorter).replaceFirst("");
    } while (!shorter.equals(text));
    return new Wording(text);
  }

  /** Whether nothing is left of it. */
  public boolean saysNothing() {
    return text.isEmpty();
  }
}
