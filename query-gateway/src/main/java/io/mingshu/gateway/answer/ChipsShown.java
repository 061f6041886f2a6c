package io.mingshu.gateway.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mingshu.nlq.chips.Alternative;
import io.mingshu.nlq.chips.Chips;
import io.mingshu.nlq.chips.Part;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import java.util.List;
import java.util.Optional;

/** A query taken apart, in one language, as the API writes it. */
public record ChipsShown(List<ChipShown> chips, List<AdditionShown> add) {

  /** A part; {@code without} is the query without it, where that is one. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record ChipShown(
      String id,
      Part part,
      String label,
      List<AlternativeShown> alternatives,
      Optional<SemanticQuery> without) {}

  /** What could be added. */
  public record AdditionShown(Part part, String label, List<AlternativeShown> alternatives) {}

  /** A whole query that could be asked instead. */
  public record AlternativeShown(String label, SemanticQuery query) {}

  static ChipsShown of(Chips chips, Language language) {
    return new ChipsShown(
        chips.chips().stream()
            .map(
                chip ->
                    new ChipShown(
                        chip.id(),
                        chip.part(),
                        chip.label().in(language),
                        shown(chip.alternatives(), language),
                        chip.without()))
            .toList(),
        chips.add().stream()
            .map(
                addition ->
                    new AdditionShown(
                        addition.part(),
                        addition.label().in(language),
                        shown(addition.alternatives(), language)))
            .toList());
  }

  private static List<AlternativeShown> shown(List<Alternative> alternatives, Language language) {
    return alternatives.stream()
        .map(one -> new AlternativeShown(one.label().in(language), one.query()))
        .toList();
  }
}
