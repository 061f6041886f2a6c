package io.mingshu.nlq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.mingshu.nlq.Interpretation.Clarify;
import io.mingshu.nlq.Interpretation.Declined;
import io.mingshu.nlq.Interpretation.Understood;
import io.mingshu.semantic.query.SemanticQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads every question of a question set, turns and all, and writes each reading beside what was
 * expected. Run it with the set's file as the argument.
 */
final class QuestionReport {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private QuestionReport() {}

  public static void main(String[] files) throws IOException {
    for (String file : files) {
      of(Path.of(file)).forEach(System.out::println);
    }
  }

  /** A block of lines for each question; marked where it was answered and should not be, or not. */
  static List<String> of(Path file) throws IOException {
    List<String> report = new ArrayList<>();
    int asExpected = 0;
    int all = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode question = JSON.readTree(line);
      Interpretation reading = read(question);
      boolean answered = reading instanceof Understood;
      boolean same = answered == question.path("expect").asText().equals("answer");
      asExpected += same ? 1 : 0;
      all++;
      report.add((same ? "   " : "## ") + heading(question));
      report.add("      " + describe(reading));
    }
    report.add(asExpected + " of " + all + " answered or not as expected");
    return report;
  }

  private static String heading(JsonNode question) {
    StringBuilder heading = new StringBuilder();
    heading.append(question.path("id").asText()).append(' ').append(question.path("kind").asText());
    question.path("turns").forEach(turn -> heading.append(" | ").append(turn.asText()));
    return heading.append(" | ").append(question.path("question").asText()).toString();
  }

  private static Interpretation read(JsonNode question) {
    Optional<SemanticQuery> previous = Optional.empty();
    for (JsonNode turn : question.path("turns")) {
      Interpretation reading = ask(turn.asText(), previous);
      previous =
          reading instanceof Understood understood
              ? Optional.of(understood.query())
              : Optional.empty();
    }
    return ask(question.path("question").asText(), previous);
  }

  private static Interpretation ask(String text, Optional<SemanticQuery> previous) {
    return DemoShop.INTERPRETER.interpret(
        new Question(text, DemoShop.AS_OF, Optional.empty(), previous));
  }

  private static String describe(Interpretation reading) throws IOException {
    if (reading instanceof Understood understood) {
      String notes =
          understood.notes().stream().map(n -> n.code().name()).collect(Collectors.joining(","));
      return JSON.writeValueAsString(understood.query()) + " " + understood.unused() + notes;
    }
    if (reading instanceof Clarify clarify) {
      String options =
          clarify.options().stream()
              .map(Interpretation.Option::question)
              .collect(Collectors.joining(" / "));
      return "CLARIFY " + clarify.question().zh() + " " + options + codes(clarify.issues());
    }
    return "DECLINED " + codes(((Declined) reading).issues());
  }

  private static String codes(List<Issue> issues) {
    return issues.stream()
        .map(i -> i.code() + "(" + i.words() + ")" + i.suggestions())
        .collect(Collectors.joining(", "));
  }
}
