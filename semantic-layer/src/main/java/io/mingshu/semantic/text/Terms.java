package io.mingshu.semantic.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * Words that people use for a thing, by language. A question may mix languages, so readers take all
 * of them.
 *
 * @param zh the Chinese words
 * @param en the English words
 */
public record Terms(List<String> zh, List<String> en) {
  public static final Terms NONE = new Terms(List.of(), List.of());

  public Terms {
    zh = List.copyOf(zh);
    en = List.copyOf(en);
  }

  public Stream<String> all() {
    return Stream.concat(zh.stream(), en.stream());
  }
}
