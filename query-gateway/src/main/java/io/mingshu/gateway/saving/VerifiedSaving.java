package io.mingshu.gateway.saving;

import io.mingshu.gateway.answer.Answering;
import io.mingshu.nlq.Interpretation;
import io.mingshu.nlq.Question;
import io.mingshu.nlq.normal.Normalizer;
import io.mingshu.nlq.saving.NameReading;
import io.mingshu.nlq.verified.NamedYears;
import io.mingshu.nlq.verified.Wording;
import io.mingshu.semantic.catalog.Addition;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogChange;
import io.mingshu.semantic.catalog.CatalogProblem;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.CatalogSource;
import io.mingshu.semantic.catalog.VerifiedQuestion;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.VerifiedQueries;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes questions with the queries that they ask for into the catalog that is served, if the
 * catalog is as good with them: it is read whole, the question must be read so, and the examples
 * must mean what they did. One at a time.
 */
public final class VerifiedSaving {
  private static final Logger LOG = LoggerFactory.getLogger(VerifiedSaving.class);
  private static final Normalizer NORMALIZER = new Normalizer();

  private final CatalogSource source;
  private final Function<Catalog, Answering> answeringBy;

  /**
   * @param answeringBy the engine that is served, asked by another catalog
   */
  public VerifiedSaving(CatalogSource source, Function<Catalog, Answering> answeringBy) {
    this.source = source;
    this.answeringBy = answeringBy;
  }

  /**
   * What was saved.
   *
   * @param next what is to be served from now on; absent: as before
   */
  public record Outcome(Saved.State state, Optional<Answering> next) {}

  /**
   * Lets only questions pass that can be kept.
   *
   * @return whether it is kept already
   * @throws MingshuException {@code QUESTION_UNFIT}, {@code QUESTION_TAKEN}
   */
  public static boolean requireFree(Catalog catalog, VerifiedWish wish) {
    Wording wording = Wording.of(NORMALIZER.normalize(wish.question()));
    if (wording.saysNothing()) {
      throw unfit(new Text("这个问题除了客套话没有内容", "Nothing is left of the question but courtesy"));
    }
    if (!NamedYears.areAll(wish.query(), wish.question())) {
      throw unfit(
          new Text(
              "查询里有写死的日期，而问题没有说是哪一年：过了今年它就答错了。请改用“上个月”这样的时间，或在问题里写出年份",
              "The query has fixed dates whose year the question does not name: next year it would"
                  + " be wrong. Use a period such as last month, or name the year in the"
                  + " question"));
    }
    Optional<SemanticQuery> kept =
        catalog.verified().stream()
            .filter(
                known ->
                    known.wordings().stream()
                        .map(NORMALIZER::normalize)
                        .map(Wording::of)
                        .anyMatch(wording::equals))
            .map(VerifiedQuestion::query)
            .findFirst();
    if (kept.isPresent() && !kept.get().equals(wish.query())) {
      throw taken(
          new Text(
              "这个问法已经确认为另一个查询；要改，请到目录的 verified 里改",
              "This wording has another verified query; change it in the catalog, under verified"));
    }
    return kept.isPresent();
  }

  /**
   * Saves.
   *
   * @param served what is served now
   * @param reason where it comes from, for the file's reviewers
   * @throws MingshuException as {@link #requireFree}; also {@code QUESTION_TAKEN} where an example
   *     of the catalog would be read otherwise, {@code QUESTION_UNFIT} where the question would not
   *     be read so, {@code INVALID_USAGE} where the file cannot be written
   */
  public synchronized Outcome save(
      Answering served, VerifiedWish wish, String reason, Instant now) {
    Catalog before = served.layer().catalog();
    if (requireFree(before, wish)) {
      return new Outcome(Saved.State.SAVED, Optional.empty());
    }
    boolean unchanged = CatalogReader.check(source).catalog().filter(before::equals).isPresent();
    CatalogChange change =
        CatalogChange.adding(
            source,
            List.of(
                new Addition.Verified(
                    wish.question(), wish.language(), wish.query(), Optional.empty(), reason)));
    Answering next = answeringBy.apply(checked(change));
    requireAsGood(served, next, wish, now);
    change.write();
    LOG.info("a verified question was saved in {}", change.file());
    return new Outcome(
        unchanged ? Saved.State.SAVED : Saved.State.AFTER_RESTART,
        unchanged ? Optional.of(next) : Optional.empty());
  }

  private static Catalog checked(CatalogChange change) {
    CatalogReader.CheckResult checked = change.check();
    List<CatalogProblem> problems = new ArrayList<>(checked.problems());
    checked.catalog().map(VerifiedQueries::problems).ifPresent(problems::addAll);
    if (problems.isEmpty() && checked.catalog().isPresent()) {
      return checked.catalog().get();
    }
    throw CatalogReader.invalid(change.file().toString(), problems);
  }

  private static void requireAsGood(
      Answering served, Answering next, VerifiedWish wish, Instant now) {
    boolean read =
        next.interpreter().interpret(Question.of(wish.question(), now))
                instanceof Interpretation.Understood understood
            && understood.query().equals(wish.query());
    if (!read) {
      throw unfit(
          new Text("这样问不会被当成一个完整的问题", "Asked so, it would not be taken for a whole question"));
    }
    List<String> otherwise =
        new NameReading(served.layer().catalog(), served.interpreter())
            .readOtherwiseBy(new NameReading(next.layer().catalog(), next.interpreter()), now);
    if (!otherwise.isEmpty()) {
      throw taken(
          new Text(
              "目录里的示例“" + otherwise.get(0) + "”会因此被理解成别的意思",
              "The catalog's example “" + otherwise.get(0) + "” would be read otherwise"));
    }
  }

  private static MingshuException unfit(Text why) {
    return new MingshuException(ErrorCode.QUESTION_UNFIT, why);
  }

  private static MingshuException taken(Text why) {
    return new MingshuException(ErrorCode.QUESTION_TAKEN, why);
  }
}
