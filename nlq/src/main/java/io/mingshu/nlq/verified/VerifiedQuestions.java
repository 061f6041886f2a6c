package io.mingshu.nlq.verified;

import io.mingshu.nlq.normal.NormalText;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.catalog.VerifiedQuestion;
import io.mingshu.semantic.text.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The verified questions of a catalog, by their wording. Immutable once built. */
public final class VerifiedQuestions {
  private final Map<Wording, VerifiedQuestion> byWording = new HashMap<>();

  public VerifiedQuestions(List<VerifiedQuestion> questions, Normalizer normalizer) {
    Set<Wording> disputed = new HashSet<>();
    for (VerifiedQuestion question : questions) {
      for (String asked : question.wordings()) {
        Wording wording = Wording.of(normalizer.normalize(asked));
        VerifiedQuestion first = byWording.putIfAbsent(wording, question);
        if (wording.saysNothing() || (first != null && !first.query().equals(question.query()))) {
          disputed.add(wording);
        }
      }
    }
    // What was confirmed in two ways was not confirmed.
    byWording.keySet().removeAll(disputed);
  }

  /** The verified question that was asked, but for courtesy and punctuation. */
  public Optional<VerifiedQuestion> of(NormalText question) {
    return byWording.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byWording.get(Wording.of(question)));
  }

  /** What the reader of an answer is told. */
  public static Note note(VerifiedQuestion question) {
    String zh = question.by().map(name -> name + " 已确认这个问题的理解").orElse("这个问题的理解已由数据负责人确认");
    String en =
        question
            .by()
            .map(name -> name + " has verified how this question is read")
            .orElse("The data owner has verified how this question is read");
    return new Note(
        Note.Code.VERIFIED_QUESTION,
        question
            .note()
            .map(more -> new Text(zh + "：" + more.zh(), en + ": " + more.en()))
            .orElseGet(() -> new Text(zh, en)));
  }
}
