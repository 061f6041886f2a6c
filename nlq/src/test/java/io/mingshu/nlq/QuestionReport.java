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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Conversation conversation = Conversation.NEW;
    for (JsonNode turn : question.path("turns")) {
      conversation = after(conversation, ask(turn.asText(), conversation));
    }
    return ask(question.path("question").asText(), conversation);
  }

  static Conversation after(Conversation conversation, Interpretation reading) {
    if (reading instanceof Understood understood) {
      return conversation.after(
          understood.origin(),
          new Conversation.Turn(understood.query(), DemoShop.members(understood.query())));
    }
    return reading instanceof Clarify clarify
        ? conversation.after(clarify)
        : conversation.unanswered();
  }

  static Interpretation ask(String text, Conversation conversation) {
    return DemoShop.INTERPRETER.interpret(
        new Question(text, DemoShop.AS_OF, Optional.empty(), conversation));
  }

  private static String describe(Interpretation reading) {
    return String.join("\n      ", lines(reading));
  }

  /** A reading in lines: the query as JSON and in words, or what was said instead. */
  static List<String> lines(Interpretation reading) {
    List<String> lines = new ArrayList<>();
    if (reading instanceof Understood understood) {
      lines.add(json(understood.query()));
      lines.add(understood.text().in(understood.language()));
      if (!understood.unused().isEmpty()) {
        lines.add("unused " + understood.unused());
      }
      understood.notes().forEach(n -> lines.add("note " + n.code() + " " + n.text().zh()));
    } else if (reading instanceof Clarify clarify) {
      lines.add("clarify " + clarify.question().in(clarify.language()));
      clarify.options().forEach(o -> lines.add("- " + o.question()));
      lines.addAll(codes(clarify.issues()));
    } else {
      lines.add("declined");
      lines.addAll(codes(((Declined) reading).issues()));
    }
    return lines;
  }

  private static String json(SemanticQuery query) {
    try {
      return JSON.writeValueAsString(query)
          .replace("\"kind\":\"metric\",", "")
          .replace(",\"countGroups\":false", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> codes(List<Issue> issues) {
    return issues.stream().map(i -> i.code() + " (" + i.words() + ") " + i.suggestions()).toList();
  }
}
