package io.mingshu.nlq;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.util.List;

/** What became of a question. Exactly one of: understood, asked back, declined. */
public sealed interface Interpretation {

  /** The language to answer in. */
  Language language();

  /**
   * One reading was clearly ahead and consumed every content word.
   *
   * @param text the reading in words: metric, groups, filters, exact dates
   * @param unused words that carry no content (courtesy, filler), as typed
   * @param spans what each part of the question was taken for
   * @param notes what the reader must know, such as a corrected spelling or the default period
   */
  record Understood(
      Language language,
      SemanticQuery query,
      Text text,
      List<String> unused,
      List<Span> spans,
      List<Note> notes)
      implements Interpretation {
    public Understood {
      unused = List.copyOf(unused);
      spans = List.copyOf(spans);
      notes = List.copyOf(notes);
    }
  }

  /**
   * More than one sensible reading, or a needed part is missing.
   *
   * @param question what is asked back
   * @param options the readings to choose from; may be empty
   */
  record Clarify(Language language, Text question, List<Option> options, List<Issue> issues)
      implements Interpretation {
    public Clarify {
      options = List.copyOf(options);
      issues = List.copyOf(issues);
    }
  }

  /** Not in the data or the catalog, or not a question about data. All reasons at once. */
  record Declined(Language language, List<Issue> issues) implements Interpretation {
    public Declined {
      issues = List.copyOf(issues);
    }
  }

  /**
   * A choice.
   *
   * @param label what it would mean
   * @param question the question that asks for just this
   */
  record Option(Text label, String question) {}

  /**
   * A part of the question as typed.
   *
   * @param start first character, from 0
   * @param end after the last character
   * @param text the characters
   * @param role what it was taken for: {@code metric}, {@code dimension}, {@code value}, {@code
   *     period}, {@code grain}, {@code comparison}, {@code ranking}, {@code condition}, {@code
   *     share}, {@code connective}, {@code filler}
   * @param refersTo the catalog's name for it, or empty
   */
  record Span(int start, int end, String text, String role, String refersTo) {}
}
