package io.mingshu.nlq;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;

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
   * @param origin whether it stands by itself or builds on an earlier question
   */
  record Understood(
      Language language,
      SemanticQuery query,
      Text text,
      List<String> unused,
      List<Span> spans,
      List<Note> notes,
      Origin origin)
      implements Interpretation {
    public Understood {
      unused = List.copyOf(unused);
      spans = List.copyOf(spans);
      notes = List.copyOf(notes);
    }
  }

  /** What an understood question builds on. */
  enum Origin {
    /** Nothing: it is a question of its own. */
    QUESTION,
    /** The last answered question, some of which it changes. */
    FOLLOW_UP,
    /** It asks for the answer before the last one again. */
    UNDO
  }

  /**
   * More than one sensible reading, or a needed part is missing.
   *
   * @param question what is asked back
   * @param options the readings to choose from; may be empty
   * @param origin whether it is about a question of its own or about a follow-up
   */
  record Clarify(
      Language language, Text question, List<Option> options, List<Issue> issues, Origin origin)
      implements Interpretation {
    public Clarify {
      options = List.copyOf(options);
      issues = List.copyOf(issues);
    }

    /** Whether the asker wants what was said before to be forgotten. */
    public boolean startsOver() {
      return issues.stream().anyMatch(issue -> issue.code() == Issue.Code.STARTED_OVER);
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
   * @param query what it asks for, in the terms of the question that was asked; absent where only
   *     words are exchanged
   */
  record Option(Text label, String question, Optional<SemanticQuery> query) {
    public Option(Text label, String question) {
      this(label, question, Optional.empty());
    }
  }

  /**
   * A part of the question as typed.
   *
   * @param start first character, from 0
   * @param end after the last character
   * @param text the characters
   * @param role what it was taken for: {@code metric}, {@code dimension}, {@code value}, {@code
   *     period}, {@code grain}, {@code comparison}, {@code ranking}, {@code condition}, {@code
   *     share}, {@code average}, {@code analysis}, {@code connective}, {@code filler}
   * @param refersTo the catalog's name for it, or empty
   */
  record Span(int start, int end, String text, String role, String refersTo) {}
}
