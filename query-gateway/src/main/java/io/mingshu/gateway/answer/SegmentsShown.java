package io.mingshu.gateway.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The catalog's segments, as {@code GET /api/v1/segments} writes them. Words are in both languages.
 *
 * @param asOf the moment at which people belong to them; rules look at the days before it
 * @param everybody how many people there are, where sizes were asked for
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record SegmentsShown(
    String asOf, OptionalLong everybody, List<SegmentShown> segments, Optional<RfmShown> rfm) {

  /**
   * A segment.
   *
   * @param definition who belongs to it, read out from its rule
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record SegmentShown(
      String name,
      Text label,
      Terms terms,
      String kind,
      Optional<Text> description,
      Text definition,
      Optional<Size> size) {}

  /**
   * How many belong to it.
   *
   * @param share of everybody; null where there is nobody
   */
  public record Size(long users, @Nullable Double share) {}

  /** Buyers by how lately, how often and for how much they buy. */
  public record RfmShown(String name, Text label, Text definition, List<GroupShown> groups) {}

  /** One of its groups. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record GroupShown(String code, Text label, Optional<Size> size) {}

  /**
   * A segment beside everybody.
   *
   * @param metrics over the catalog's default period
   * @param profile by what people have
   */
  public record Description(
      String asOf,
      String name,
      Text label,
      Text definition,
      Size size,
      List<MetricShown> metrics,
      List<ProfileShown> profile) {}

  /** A metric of the segment's people and of everybody. */
  public record MetricShown(
      String metric, Text label, String unit, @Nullable Object segment, @Nullable Object all) {}

  /** How people are spread over the values of a dimension. */
  public record ProfileShown(String dimension, Text label, List<ValueShown> values) {}

  /**
   * A value.
   *
   * @param share of the segment's people
   * @param shareOfAll of everybody
   * @param index the one over the other; 1 is as everybody
   */
  public record ValueShown(
      String code,
      Text label,
      long users,
      @Nullable Double share,
      @Nullable Double shareOfAll,
      @Nullable Double index) {}

  /**
   * Two segments beside each other.
   *
   * @param ofFirst which part of the first also belongs to the second
   * @param ofSecond which part of the second also belongs to the first
   * @param lift the one over the second's share of everybody; 1 is as everybody
   */
  public record Overlap(
      String asOf,
      String first,
      String second,
      long firstUsers,
      long secondUsers,
      long both,
      @Nullable Double ofFirst,
      @Nullable Double ofSecond,
      @Nullable Double lift) {}
}
