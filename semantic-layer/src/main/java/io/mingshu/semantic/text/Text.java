package io.mingshu.semantic.text;

/**
 * The same words in Chinese and in English.
 *
 * @param zh the Chinese words
 * @param en the English words
 */
public record Text(String zh, String en) {

  /** One wording for both, such as a name that is not translated. */
  public static Text same(String words) {
    return new Text(words, words);
  }

  public String in(Language language) {
    return language == Language.ZH ? zh : en;
  }
}
