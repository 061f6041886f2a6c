package io.mingshu.nlq.wording;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.answer.QueryResult;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.BehaviourQuery;
import io.mingshu.semantic.query.Comparison;
import io.mingshu.semantic.query.Grain;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.time.Bucket;
import io.mingshu.semantic.time.Buckets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answer in a sentence or two. Every figure in it stands in the answer's rows; it is rounded
 * for reading, never computed. Immutable.
 */
public final class AnswerWording {
  private static final Set<Note.Code> CAVEATS =
      EnumSet.of(
          Note.Code.INCOMPLETE_PERIOD,
          Note.Code.BASE_INCOMPLETE,
          Note.Code.NO_WHOLE_UNIT,
          Note.Code.IMMATURE_LEFT_OUT,
          Note.Code.LOWER_BOUND,
          Note.Code.OPEN_WINDOW,
          Note.Code.OVERLAPPING_GROUPS,
          Note.Code.ROWS_CUT);

  private final Catalog catalog;
  private final PeriodWording periods;
  private final FigureWording figures;
  private final Buckets buckets;
  private final BehaviourQueryWording behaviours;

  public AnswerWording(Catalog catalog) {
    this.catalog = catalog;
    this.periods = new PeriodWording(catalog);
    this.figures = new FigureWording(catalog.currency());
    this.buckets = new Buckets(catalog);
    this.behaviours = new BehaviourQueryWording(catalog);
  }

  /** What the answer says, with the caveats that change how it is read. */
  public String of(SemanticQuery query, QueryResult result, Language language) {
    CatalogWords words = new CatalogWords(catalog, language);
    boolean chinese = words.isChinese();
    String sentence =
        query instanceof BehaviourQuery behaviour
            ? behaviours.sentence(behaviour, result, language)
            : sentence((MetricQuery) query, result, words);
    List<String> sentences = new ArrayList<>();
    sentences.add(sentence);
    result.notes().stream()
        .filter(note -> CAVEATS.contains(note.code()))
        .map(note -> ended(words.in(note.text()), chinese))
        .forEach(sentences::add);
    return String.join(chinese ? "" : " ", sentences);
  }

  private String sentence(MetricQuery query, QueryResult result, CatalogWords words) {
    boolean chinese = words.isChinese();
    return lead(query, result, words)
        + (chinese ? "，" : ": ")
        + body(query, result, words)
        + (chinese ? "。" : ".");
  }

  private String lead(MetricQuery query, QueryResult result, CatalogWords words) {
    boolean chinese = words.isChinese();
    String dates = PeriodWording.dates(result.period(), words.language());
    boolean maybeSwapped = query.comparison().filter(c -> c instanceof Comparison.With).isPresent();
    Period period = query.period().orElse(catalog.defaultPeriod(query.namedDimensions()));
    String phrase = periods.phrase(period, words.language());
    String when;
    boolean ofCohorts =
        query.period().isEmpty() && query.metrics().stream().allMatch(catalog::isOfCohorts);
    if (words.isHeadcount(query)) {
      when = chinese ? "目前" : "As of now";
    } else if (maybeSwapped || ofCohorts) {
      when = dates;
    } else {
      when = chinese ? phrase + "（" + dates + "）" : capitalised(phrase) + " (" + dates + ")";
    }
    FilterWording filters = new FilterWording(words, figures);
    String where =
        query.filter().map(f -> (chinese ? "，" : ", where ") + filters.filter(f)).orElse("");
    return when + where;
  }

  private String body(MetricQuery query, QueryResult result, CatalogWords words) {
    boolean chinese = words.isChinese();
    if (result.rows().isEmpty()) {
      return query.conditions().isEmpty()
          ? chinese ? "没有符合条件的数据" : "no data match"
          : chinese ? "没有满足条件的结果" : "nothing meets the condition";
    }
    AnswerTable table = new AnswerTable(result, words);
    if (query.countGroups()) {
      return new GroupSentence(query, table, words, figures).count();
    }
    if (table.dimensions().isEmpty() && table.time().isEmpty()) {
      return new FigureSentence(query, result, table, words, figures, periods).all();
    }
    boolean wholeSeries =
        table.time().isPresent()
            && table.dimensions().isEmpty()
            && query.ranking().isEmpty()
            && query.conditions().isEmpty()
            && result.rows().size() > 1;
    return wholeSeries
        ? new TrendSentence(query, table, wholeBuckets(query, result, table), words, figures).all()
        : new GroupSentence(query, table, words, figures).all(isCut(result));
  }

  private Predicate<List<@Nullable Object>> wholeBuckets(
      MetricQuery query, QueryResult result, AnswerTable table) {
    Set<LocalDateTime> starts =
        buckets.whole(result.period(), query.grain().orElse(Grain.DAY)).stream()
            .map(Bucket::start)
            .collect(Collectors.toSet());
    return row -> table.start(row).filter(starts::contains).isPresent();
  }

  private static boolean isCut(QueryResult result) {
    return result.notes().stream().anyMatch(n -> n.code() == Note.Code.ROWS_CUT);
  }

  private static String ended(String sentence, boolean chinese) {
    boolean hasEnd = sentence.endsWith("。") || sentence.endsWith(".");
    return hasEnd ? sentence : sentence + (chinese ? "。" : ".");
  }

  private static String capitalised(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
