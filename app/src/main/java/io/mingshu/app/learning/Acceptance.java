package io.mingshu.app.learning;

import io.mingshu.nlq.learning.Learned;
import io.mingshu.nlq.learning.Learned.Conflict;
import io.mingshu.nlq.learning.Proposal;
import io.mingshu.semantic.catalog.Addition;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogChange;
import io.mingshu.semantic.catalog.CatalogProblem;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.VerifiedQueries;
import io.mingshu.semantic.segment.RuleOutcome;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes accepted proposals into a catalog, if the catalog is the better for it. */
public final class Acceptance {
  private final Path catalog;
  private final Review review;
  private final Learned learned;

  /**
   * @param catalog the catalog's folder or file
   * @param review the same catalog as it is
   */
  public Acceptance(Path catalog, Review review, Learned learned) {
    this.catalog = catalog;
    this.review = review;
    this.learned = learned;
  }

  /**
   * Makes the change, or nothing where it would be wrong.
   *
   * @param file where it goes
   * @param by who accepts
   * @return the change that was made
   * @throws MingshuException {@code INVALID_USAGE} for ids that cannot be accepted; {@code
   *     CATALOG_INVALID} with all that would be wrong afterwards
   */
  public CatalogChange accept(List<String> ids, Path file, Optional<String> by, Instant now) {
    List<Proposal> chosen = ids.stream().distinct().map(this::proposal).toList();
    CatalogChange change =
        CatalogChange.adding(
            catalog, file, chosen.stream().map(proposal -> addition(proposal, by)).toList());
    CatalogReader.CheckResult checked = change.check();
    List<CatalogProblem> problems = new ArrayList<>(checked.problems());
    checked.catalog().map(VerifiedQueries::problems).ifPresent(problems::addAll);
    if (!problems.isEmpty()) {
      throw CatalogReader.invalid(file.toString(), problems);
    }
    checked.catalog().ifPresent(after -> requireBetter(after, chosen, now));
    change.write();
    return change;
  }

  private Proposal proposal(String id) {
    for (Conflict conflict : learned.conflicts()) {
      if (conflict.readings().stream().anyMatch(reading -> reading.id().equals(id))) {
        throw new MingshuException(
            ErrorCode.INVALID_USAGE,
            new Text(
                id + " 与别的说法矛盾（" + conflict.subject() + "）；请先 reject 其余的",
                id
                    + " contradicts what others said of "
                    + conflict.subject()
                    + ": reject the others first"));
      }
    }
    return learned.proposals().stream()
        .filter(proposal -> proposal.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new MingshuException(
                    ErrorCode.INVALID_USAGE, new Text("没有提议 " + id, "There is no proposal " + id)));
  }

  private Addition addition(Proposal proposal, Optional<String> by) {
    String reason =
        proposal.id() + ", said " + proposal.said() + "×: " + proposal.questions().get(0);
    if (proposal.content() instanceof Proposal.People people) {
      return segment(people, reason);
    }
    return proposal.content() instanceof Proposal.Alias alias
        ? new Addition.Alias(alias.word(), alias.language(), alias.target(), reason)
        : verified((Proposal.Verified) proposal.content(), by, reason);
  }

  private Addition segment(Proposal.People people, String reason) {
    RuleOutcome outcome = review.rule(people);
    if (outcome instanceof RuleOutcome.Impossible impossible) {
      throw new MingshuException(ErrorCode.NOT_A_SEGMENT, impossible.why());
    }
    return new Addition.NewSegment(
        new Segment(
            people.name(),
            people.label(),
            Terms.NONE,
            Optional.empty(),
            Segment.Kind.BEHAVIOUR,
            ((RuleOutcome.Found) outcome).rule()),
        reason);
  }

  private static Addition verified(Proposal.Verified verified, Optional<String> by, String reason) {
    return new Addition.Verified(
        verified.question(), verified.language(), verified.query(), by, reason);
  }

  private void requireBetter(Catalog after, List<Proposal> chosen, Instant now) {
    Review reviewed = new Review(after);
    List<String> otherwise = review.readOtherwiseBy(reviewed, now);
    if (!otherwise.isEmpty()) {
      throw refused(
          "目录的示例问题会被理解成别的意思：", "Examples of the catalog would be read otherwise: ", otherwise);
    }
    List<String> still =
        reviewed.notUnderstood(
            chosen.stream()
                .filter(p -> !(p.content() instanceof Proposal.People))
                .flatMap(p -> p.questions().stream()),
            now);
    if (!still.isEmpty()) {
      throw refused(
          "加上之后，这些问题仍然不能理解：", "With it, these questions would still not be understood: ", still);
    }
  }

  private static MingshuException refused(String zh, String en, List<String> questions) {
    return new MingshuException(
        ErrorCode.CATALOG_INVALID,
        new Text(zh + String.join("；", questions), en + String.join("; ", questions)));
  }
}
