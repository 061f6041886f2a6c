package io.mingshu.gateway.saving;

import io.mingshu.gateway.answer.Answering;
import io.mingshu.nlq.saving.NameReading;
import io.mingshu.nlq.saving.NewName;
import io.mingshu.nlq.wording.SegmentWording;
import io.mingshu.semantic.catalog.Addition;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogChange;
import io.mingshu.semantic.catalog.CatalogProblem;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.CatalogSource;
import io.mingshu.semantic.catalog.Segment;
import io.mingshu.semantic.catalog.SegmentRule;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.VerifiedQueries;
import io.mingshu.semantic.segment.RuleOutcome;
import io.mingshu.semantic.segment.SegmentFromQuery;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes segments into the catalog that is served, if the catalog is as good with it: it is read
 * whole, the new name must be understood, and the examples must mean what they did. One at a time.
 */
public final class SegmentSaving {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentSaving.class);

  private final CatalogSource source;
  private final Function<Catalog, Answering> answeringBy;

  /**
   * @param answeringBy the engine that is served, asked by another catalog
   */
  public SegmentSaving(CatalogSource source, Function<Catalog, Answering> answeringBy) {
    this.source = source;
    this.answeringBy = answeringBy;
  }

  /** The same catalog's, for questions. */
  public VerifiedSaving ofQuestions() {
    return new VerifiedSaving(source, answeringBy);
  }

  /**
   * What was saved.
   *
   * @param next what is to be served from now on; absent: as before
   */
  public record Outcome(Saved saved, Optional<Answering> next) {}

  /**
   * The segment that a wish comes to, not saved yet.
   *
   * @param served what is served now
   * @throws MingshuException {@code NOT_A_SEGMENT}, {@code NAME_UNFIT}, {@code NAME_TAKEN}
   */
  public static Segment segment(Answering served, SegmentWish wish, Instant now) {
    Catalog catalog = served.layer().catalog();
    RuleOutcome outcome = new SegmentFromQuery(catalog).of(wish.query(), wish.asOf());
    if (outcome instanceof RuleOutcome.Impossible impossible) {
      throw new MingshuException(ErrorCode.NOT_A_SEGMENT, impossible.why());
    }
    NewName name = wish.name();
    name.problem()
        .ifPresent(
            why -> {
              throw new MingshuException(ErrorCode.NAME_UNFIT, why);
            });
    requireFree(catalog, name);
    new NameReading(catalog, served.interpreter())
        .meansAlready(name.label(), now)
        .ifPresent(
            text -> {
              throw new MingshuException(ErrorCode.NAME_TAKEN, taken(text));
            });
    SegmentRule rule = ((RuleOutcome.Found) outcome).rule();
    return new Segment(
        name.name(), name.label(), Terms.NONE, Optional.empty(), Segment.Kind.BEHAVIOUR, rule);
  }

  private static void requireFree(Catalog catalog, NewName name) {
    catalog
        .dimension(name.name())
        .ifPresent(
            there -> {
              throw new MingshuException(
                  ErrorCode.NAME_TAKEN,
                  new Text(
                      "代号 " + name.name() + " 已是“" + there.label().zh() + "”，请换一个名字",
                      "The short name "
                          + name.name()
                          + " is taken by “"
                          + there.label().en()
                          + "”; choose another"));
            });
  }

  private static Text taken(String label) {
    return new Text(
        "“" + label + "”在问题里已经有意思（是指标、已有的人群或条件），用作人群名会改变别的问题；请加上别的字，例如“" + label + "名单”",
        "“"
            + label
            + "” already means something in questions (a metric, a segment or a condition), so that"
            + " it would change what others ask; add a word of its own, such as “"
            + label
            + " list”");
  }

  /**
   * Saves.
   *
   * @param served what is served now
   * @param reason the words that it comes from, for the file's reviewers
   * @throws MingshuException as {@link #segment}; {@code NAME_TAKEN} where the catalog would not be
   *     valid, {@code NAME_UNFIT} where questions would not understand the name, {@code
   *     INVALID_USAGE} where the file cannot be written
   */
  public synchronized Outcome save(Answering served, SegmentWish wish, String reason, Instant now) {
    Segment segment = segment(served, wish, now);
    Catalog before = served.layer().catalog();
    boolean unchanged = CatalogReader.check(source).catalog().filter(before::equals).isPresent();
    CatalogChange change =
        CatalogChange.adding(source, List.of(new Addition.NewSegment(segment, reason)));
    Catalog after = checked(change, segment);
    Answering next = answeringBy.apply(after);
    requireAsGood(served, next, segment, now);
    change.write();
    LOG.info("segment {} was saved in {}", segment.name(), change.file());
    return new Outcome(
        new Saved(
            segment.name(),
            segment.label(),
            new SegmentWording(after).of(segment),
            unchanged ? Saved.State.SAVED : Saved.State.AFTER_RESTART),
        unchanged ? Optional.of(next) : Optional.empty());
  }

  private static Catalog checked(CatalogChange change, Segment segment) {
    CatalogReader.CheckResult checked = change.check();
    List<CatalogProblem> problems = new ArrayList<>(checked.problems());
    checked.catalog().map(VerifiedQueries::problems).ifPresent(problems::addAll);
    if (problems.isEmpty() && checked.catalog().isPresent()) {
      return checked.catalog().get();
    }
    boolean word = problems.stream().anyMatch(p -> p.code().equals("ambiguous-alias"));
    throw word
        ? new MingshuException(ErrorCode.NAME_TAKEN, taken(segment.label().zh()))
        : CatalogReader.invalid(change.file().toString(), problems);
  }

  private static void requireAsGood(
      Answering served, Answering next, Segment segment, Instant now) {
    NameReading after = new NameReading(next.layer().catalog(), next.interpreter());
    List<String> lost = after.notUnderstood(segment.name(), segment.label(), now);
    if (!lost.isEmpty()) {
      throw new MingshuException(
          ErrorCode.NAME_UNFIT,
          new Text(
              "问题里听不出“" + lost.get(0) + "”是人群，请换一个名字",
              "Questions would not understand “" + lost.get(0) + "” as a segment; choose another"));
    }
    List<String> otherwise =
        new NameReading(served.layer().catalog(), served.interpreter()).readOtherwiseBy(after, now);
    if (!otherwise.isEmpty()) {
      throw new MingshuException(
          ErrorCode.NAME_TAKEN,
          new Text(
              "叫这个名字，“" + otherwise.get(0) + "”会被理解成别的意思；请换一个",
              "With this name “" + otherwise.get(0) + "” would be read otherwise; choose another"));
    }
  }

  /** Whether somebody's segments become part of a catalog. */
  public static boolean mayEdit(Catalog catalog, String who) {
    return catalog.editors().contains(who);
  }
}
