package io.mingshu.gateway.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.mingshu.nlq.chips.Part;
import io.mingshu.semantic.chart.ChartSpec;
import io.mingshu.semantic.query.Measure;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What comes back for a question, as the API and {@code ask --json} write it; {@code openapi.yaml}
 * describes every field. All words are in {@code language}.
 *
 * <p>Which parts are there depends on the status: figures, sentence, period, query, SQL, engine and
 * chart where it was answered; a clarification where it was asked back; issues where it was
 * declined; an error where it failed.
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Answer(
    Status status,
    Language language,
    String question,
    String asOf,
    Optional<Reading> interpretation,
    Optional<Table> answer,
    Optional<String> text,
    Optional<PeriodShown> period,
    Optional<PeriodShown> base,
    Optional<PeriodShown> secondBase,
    List<NoteShown> notes,
    List<Definition> definitions,
    List<ChipShown> chips,
    Optional<SemanticQuery> query,
    Optional<String> sql,
    Optional<String> plan,
    Optional<String> engine,
    List<SourceShown> sources,
    Optional<ChartShown> chart,
    List<String> suggestions,
    Optional<Clarification> clarification,
    Optional<SegmentOffer> segment,
    List<IssueShown> issues,
    Optional<Failure> error,
    Timings timings,
    String traceId,
    Optional<String> conversationId,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean verified) {

  public Answer {
    notes = List.copyOf(notes);
    definitions = List.copyOf(definitions);
    chips = List.copyOf(chips);
    sources = List.copyOf(sources);
    suggestions = List.copyOf(suggestions);
    issues = List.copyOf(issues);
  }

  /** The same answer, named as part of a conversation. */
  public Answer inConversation(String id) {
    return new Answer(
        status,
        language,
        question,
        asOf,
        interpretation,
        answer,
        text,
        period,
        base,
        secondBase,
        notes,
        definitions,
        chips,
        query,
        sql,
        plan,
        engine,
        sources,
        chart,
        suggestions,
        clarification,
        segment,
        issues,
        error,
        timings,
        traceId,
        Optional.of(id),
        verified);
  }

  /** What became of the question. */
  public enum Status {
    @JsonProperty("answered")
    ANSWERED,
    @JsonProperty("clarify")
    CLARIFY,
    @JsonProperty("declined")
    DECLINED,
    @JsonProperty("error")
    ERROR
  }

  /**
   * How the question was read.
   *
   * @param unused words that carry no content, as typed
   */
  public record Reading(String text, List<String> unused, List<SpanShown> spans) {}

  /** A part of the question and what it was taken for. */
  public record SpanShown(int start, int end, String text, String role, String refersTo) {}

  /**
   * The figures.
   *
   * @param rows JSON values by column: text, numbers, booleans, null; time buckets as ISO dates of
   *     their first day, hours as {@code 2026-06-30T14:00}
   * @param truncated whether rows were left out for their number
   * @param labels by column: what a value is called in the answer's language, where that differs
   */
  public record Table(
      List<ColumnShown> columns,
      List<List<@Nullable Object>> rows,
      boolean approximate,
      boolean truncated,
      Map<String, Map<String, String>> labels) {}

  /** What a column holds: members of a dimension, buckets of time, figures of a metric. */
  public enum Role {
    @JsonProperty("dimension")
    DIMENSION,
    @JsonProperty("time")
    TIME,
    @JsonProperty("metric")
    METRIC
  }

  /** A column; {@code metric}, {@code measure} and {@code unit} are there for figures. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record ColumnShown(
      String name,
      String type,
      String label,
      Role role,
      Optional<String> metric,
      Optional<Measure> measure,
      Optional<String> unit,
      Optional<String> dimension,
      Optional<String> grain) {}

  /** A period on the business clock; {@code until} is the first moment after it. */
  public record PeriodShown(String from, String until, boolean complete) {}

  public record NoteShown(String code, String text) {}

  /** A table that was read, and why that one. */
  public record SourceShown(String table, String reason) {}

  /** A part of the reading; what could stand in its place is asked for by the query. */
  public record ChipShown(String id, Part part, String label) {}

  /** A metric as the catalog defines it. */
  public record Definition(
      String name, String label, String description, String unit, String formula) {}

  /** The chart that fits, with the reason and what else would be valid. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record ChartShown(
      ChartSpec.Type type,
      Optional<String> x,
      Optional<String> xEnd,
      List<String> y,
      Optional<String> series,
      Optional<ChartSpec.Flow> flow,
      String reason,
      List<ChartSpec.Type> alternatives) {}

  public record Clarification(String question, List<Choice> options) {}

  /** A reading to choose; {@code question} asks for just this one. */
  public record Choice(String label, String question) {}

  /**
   * The answer's people, who can be saved as a segment; with a clarification they are to be, and
   * the query is that of the answer before.
   *
   * @param definition who belongs to it, read out from its rule
   * @param label what it is to be called, where that was said
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record SegmentOffer(String definition, Optional<String> label) {}

  public record IssueShown(String code, String words, String text, List<String> suggestions) {}

  /** A failure with its stable code and number. */
  public record Failure(String code, int number, String text) {}

  /** Milliseconds. {@code plan} and {@code execute} are 0 where nothing was run. */
  public record Timings(double parse, double plan, double execute, double total) {}
}
