package io.mingshu.nlq.complete;

import io.mingshu.nlq.complete.Candidate.Closeness;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.util.ArrayList;
import java.util.List;

/** The catalog's examples, offered whole. */
final class Examples {
  /** Behind all words: an example takes the place of the whole text. */
  static final int WANT = 6;

  private final List<Example> examples;

  private record Example(Text text, Text folded) {}

  Examples(List<Text> examples, Normalizer normalizer) {
    this.examples =
        examples.stream()
            .map(
                text ->
                    new Example(
                        text,
                        new Text(
                            Vocabulary.folded(text.zh(), normalizer),
                            Vocabulary.folded(text.en(), normalizer))))
            .toList();
  }

  /** All of them, in the place of a text. */
  List<Completion> all(String text, Language language) {
    return examples.stream().map(example -> inPlaceOf(text, example, language)).toList();
  }

  /** Those that begin as the whole text does. */
  List<Candidate> goingOn(Typing typing) {
    String begun = typing.before().stripLeading();
    if (begun.isEmpty() || !typing.after().isBlank()) {
      return List.of();
    }
    Language own = Letters.hasHan(begun) ? Language.ZH : typing.asker();
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < examples.size(); i++) {
      Example example = examples.get(i);
      for (Language language : Language.values()) {
        String folded = example.folded().in(language);
        if (folded.startsWith(begun)) {
          Closeness closeness =
              folded.length() == begun.length() ? Closeness.EXACT : Closeness.PREFIX;
          found.add(
              new Candidate(
                  inPlaceOf(typing.text(), example, language),
                  language == own ? closeness : Closeness.OTHER_LANGUAGE,
                  WANT,
                  folded.length(),
                  i));
        }
      }
    }
    return found;
  }

  private static Completion inPlaceOf(String text, Example example, Language language) {
    String words = example.text().in(language);
    return new Completion(words, Completion.Kind.QUESTION, "", 0, text.length(), words);
  }
}
