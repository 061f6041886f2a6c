package io.mingshu.nlq;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.plan.DataRange;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.time.DayRange;
import io.mingshu.semantic.time.PeriodResolver;
import io.mingshu.semantic.time.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every time expression is read as the days that it means, or not at all. */
class TimeCorpusTest {
  private static final Path CORPUS = Path.of("src", "test", "resources", "time", "corpus.tsv");
  private static final double MOST_REFUSED = 0.03;
  private static final Catalog CATALOG = DemoShop.CATALOG;
  private static final PeriodResolver PERIODS = new PeriodResolver(CATALOG);
  private static final Map<LocalDateTime, Interpreter> INTERPRETERS = new HashMap<>();

  /**
   * An expression.
   *
   * @param expected from and until; absent where there is no one answer
   */
  private record Case(
      LocalDateTime now, String language, String words, Optional<TimeRange> expected) {

    static Case of(String line) {
      String[] fields = line.split("\t");
      Optional<TimeRange> expected =
          fields[3].equals("-")
              ? Optional.empty()
              : Optional.of(
                  new TimeRange(
                      LocalDateTime.parse(fields[3]), LocalDateTime.parse(fields[4]), true));
      return new Case(LocalDateTime.parse(fields[0]), fields[1], fields[2], expected);
    }

    String question() {
      return language.equals("zh") ? words + "的GMV" : "GMV " + words;
    }

    /** From and until as read; empty where it was asked back or declined. */
    Optional<String> read() {
      Interpreter interpreter = INTERPRETERS.computeIfAbsent(now, Case::interpreter);
      Interpretation reading =
          interpreter.interpret(Question.of(question(), now.atZone(CATALOG.zone()).toInstant()));
      if (!(reading instanceof Understood understood)) {
        return Optional.empty();
      }
      MetricQuery query = (MetricQuery) understood.query();
      assertThat(query.comparison()).as(words).isEmpty();
      assertThat(query.filter()).as(words).isEmpty();
      assertThat(query.grain()).as(words).isEmpty();
      return Optional.of(shown(PERIODS.resolve(query.period().orElseThrow(), now, days(now))));
    }

    private static Interpreter interpreter(LocalDateTime now) {
      DayRange days = days(now);
      DataRange data = new DataRange(Map.of("events", days, "order_items", days, "users", days));
      return new CatalogInterpreter(CATALOG, () -> data, PERIODS);
    }

    private static DayRange days(LocalDateTime now) {
      return new DayRange(LocalDate.of(2020, 1, 1), now.toLocalDate());
    }

    static String shown(TimeRange range) {
      return range.from() + " until " + range.until();
    }
  }

  private static List<Case> corpus() throws IOException {
    return Files.readAllLines(CORPUS).stream()
        .filter(line -> !line.startsWith("#"))
        .map(Case::of)
        .toList();
  }

  @Test
  void eachIsRightOrRefused() throws IOException {
    List<Case> corpus = corpus();
    List<String> refused = new ArrayList<>();
    assertThat(corpus).hasSizeGreaterThan(400);
    for (Case each : corpus) {
      Optional<String> read = each.read();
      Optional<String> expected = each.expected().map(Case::shown);
      if (read.isPresent()) {
        assertThat(read).as("%s at %s", each.words(), each.now()).isEqualTo(expected);
      } else if (expected.isPresent()) {
        refused.add(each.words());
      }
    }
    assertThat(refused.size()).as("%s", refused).isLessThan((int) (corpus.size() * MOST_REFUSED));
  }
}
