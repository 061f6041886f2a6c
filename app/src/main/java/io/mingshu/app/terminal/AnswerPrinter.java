package io.mingshu.app.terminal;

import io.mingshu.gateway.answer.Answer;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** Prints an answer for a person at a terminal. */
public final class AnswerPrinter {
  private static final int MAX_ROWS = 100;

  private final PrintWriter out;

  public AnswerPrinter(PrintWriter out) {
    this.out = out;
  }

  public void print(Answer answer) {
    switch (answer.status()) {
      case ANSWERED -> answered(answer);
      case CLARIFY -> clarify(answer);
      case DECLINED -> issues(answer);
      case ERROR -> answer.error().ifPresent(e -> out.println(e.text()));
    }
    out.flush();
  }

  private void answered(Answer answer) {
    Language language = answer.language();
    answer
        .interpretation()
        .ifPresent(
            reading -> out.println(new Text("理解为：", "Read as: ").in(language) + reading.text()));
    answer.text().ifPresent(out::println);
    Optional<Answer.Table> table = answer.answer();
    if (table.isPresent()) {
      out.println();
      new TextTable(table.get(), MAX_ROWS).lines().forEach(out::println);
      int left = table.get().rows().size() - MAX_ROWS;
      if (left > 0) {
        out.println(
            new Text("（另有 " + left + " 行，用 --json 看全部）", "(" + left + " more rows; --json has all)")
                .in(language));
      }
      List<String> chart =
          answer.chart().map(c -> new TextChart(table.get(), c).lines()).orElse(List.of());
      if (!chart.isEmpty()) {
        out.println();
        chart.forEach(out::println);
      }
    }
    if (!answer.notes().isEmpty()) {
      out.println();
      answer.notes().forEach(n -> out.println("· " + n.text()));
    }
  }

  /** The options say what the issues' suggestions would. */
  private void clarify(Answer answer) {
    answer.clarification().ifPresent(this::choices);
    String asked = answer.clarification().map(Answer.Clarification::question).orElse("");
    answer.issues().stream()
        .map(Answer.IssueShown::text)
        .filter(text -> !text.equals(asked))
        .forEach(out::println);
  }

  private void choices(Answer.Clarification clarification) {
    out.println(clarification.question());
    for (Answer.Choice choice : clarification.options()) {
      out.println(
          "  · "
              + choice.label()
              + (choice.label().equals(choice.question()) ? "" : " → " + choice.question()));
    }
  }

  private void issues(Answer answer) {
    for (Answer.IssueShown issue : answer.issues()) {
      out.println(issue.text());
      if (!issue.suggestions().isEmpty()) {
        out.println(
            new Text("  可以问：", "  You can ask with: ").in(answer.language())
                + String.join(new Text("、", ", ").in(answer.language()), issue.suggestions()));
      }
    }
  }
}
