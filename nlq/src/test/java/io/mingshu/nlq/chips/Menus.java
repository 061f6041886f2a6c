package io.mingshu.nlq.chips;

import io.mingshu.nlq.DemoShop;
import io.mingshu.semantic.plan.QueryCheck;
import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The menus of the demo shop's queries, as lines that people can read. */
final class Menus {
  static final QueryCheck CHECK = new QueryCheck(DemoShop.CATALOG);

  private static final int SHOWN = 8;
  private static final LocalDateTime NOW =
      new PeriodResolver(DemoShop.CATALOG).calendar().at(DemoShop.AS_OF);
  private static final DayRange DAYS =
      new DayRange(LocalDate.of(2025, 5, 31), LocalDate.of(2026, 6, 30));
  private static final QueryChips CHIPS =
      new QueryChips(DemoShop.CATALOG, query -> CHECK.problems(query).isEmpty());

  private Menus() {}

  static Chips of(SemanticQuery query) {
    return CHIPS.of(query, NOW, DAYS);
  }

  /**
   * A line for each chip: what it says, {@code ×} where it can be taken away, and what could stand
   * in its place, the first ones by name. What could be added follows, after a {@code +}.
   */
  static String shown(SemanticQuery query, Language language) {
    Chips chips = of(query);
    return Stream.concat(
            chips.chips().stream()
                .map(
                    chip ->
                        line(
                            chip.label().in(language) + (chip.without().isPresent() ? " ×" : ""),
                            chip.alternatives(),
                            language)),
            chips.add().stream()
                .map(more -> line("+ " + more.label().in(language), more.alternatives(), language)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(String head, List<Alternative> alternatives, Language language) {
    String names =
        alternatives.stream()
            .limit(SHOWN)
            .map(one -> one.label().in(language))
            .collect(Collectors.joining(" | "));
    int more = alternatives.size() - SHOWN;
    return head + ": " + names + (more > 0 ? " | … " + more : "");
  }
}
