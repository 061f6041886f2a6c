package io.mingshu.nlq.learning;

import io.mingshu.nlq.Interpreter;
import io.mingshu.nlq.learning.Feedback.Chose;
import io.mingshu.nlq.learning.Feedback.NamedPeople;
import io.mingshu.nlq.learning.Finding.Candidate;
import io.mingshu.nlq.learning.Learned.Conflict;
import io.mingshu.nlq.learning.Learned.Remark;
import io.mingshu.semantic.catalog.Catalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns what people said into proposals; the same records always come to the same. */
public final class Proposals {
  private static final int MOST_QUESTIONS = 5;

  private final Findings findings;

  /**
   * @param interpreter reads questions by the catalog as it is now, as if every day had data
   */
  public Proposals(Catalog catalog, Interpreter interpreter) {
    this.findings = new Findings(catalog, interpreter);
  }

  /**
   * What the records come to.
   *
   * @param rejected the ids of what the owner does not want
   */
  public Learned of(List<Feedback> records, Set<String> rejected) {
    Map<String, List<Candidate>> byId = new LinkedHashMap<>();
    Map<Finding.Note, Integer> remarks = new LinkedHashMap<>();
    for (Feedback feedback : lastWords(records)) {
      for (Finding finding : findings.of(feedback)) {
        if (finding instanceof Candidate candidate) {
          String id = Proposal.idOf(candidate.subject(), candidate.content());
          if (!rejected.contains(id)) {
            byId.computeIfAbsent(id, i -> new ArrayList<>()).add(candidate);
          }
        } else {
          remarks.merge((Finding.Note) finding, 1, Integer::sum);
        }
      }
    }
    Map<String, List<Proposal>> bySubject = new LinkedHashMap<>();
    byId.forEach(
        (id, said) ->
            bySubject
                // A word and a question that consists of it are two subjects.
                .computeIfAbsent(id.charAt(0) + said.get(0).subject(), s -> new ArrayList<>())
                .add(proposal(id, said)));
    return new Learned(
        bySubject.values().stream()
            .filter(readings -> readings.size() == 1)
            .map(readings -> readings.get(0))
            .sorted(Comparator.comparing(Proposal::said).reversed().thenComparing(Proposal::id))
            .toList(),
        bySubject.values().stream()
            .filter(readings -> readings.size() > 1)
            .map(readings -> new Conflict(readings.get(0).subject(), readings))
            .toList(),
        remarks.entrySet().stream()
            .map(
                e ->
                    new Remark(
                        e.getKey().kind(), e.getKey().about(), e.getKey().meant(), e.getValue()))
            .sorted(Comparator.comparing(Remark::said).reversed())
            .toList());
  }

  /** Of one asking, the last verdict and the last choice count. */
  private static Collection<Feedback> lastWords(List<Feedback> records) {
    Map<String, Feedback> last = new LinkedHashMap<>();
    for (Feedback feedback : records) {
      String kind =
          feedback.said() instanceof NamedPeople
              ? "people "
              : feedback.said() instanceof Chose ? "choice " : "verdict ";
      last.remove(kind + feedback.traceId());
      last.put(kind + feedback.traceId(), feedback);
    }
    return last.values();
  }

  private static Proposal proposal(String id, List<Candidate> said) {
    return new Proposal(
        id,
        said.get(0).content(),
        said.size(),
        said.stream().map(Candidate::question).distinct().limit(MOST_QUESTIONS).toList());
  }
}
