package io.mingshu.app.eval;

import java.util.ArrayList;
import java.util.List;

/** A report as lines for a terminal: a row for each kind, the total, the ids that failed. */
public final class ScoreBoard {
  private final EvalReport report;

  public ScoreBoard(EvalReport report) {
    this.report = report;
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-14s %9s %8s %6s %9s", "kind", "questions", "correct", "wrong", "abstained"));
    report.byKind().forEach((kind, score) -> lines.add(line(kind, score)));
    Score total = report.total();
    lines.add(line("total", total));
    lines.add(
        String.format(
            "correct %.1f%%  wrong %.1f%%  abstained %.1f%%  penalised %.3f",
            total.correctPercent(),
            total.wrongPercent(),
            total.abstainedPercent(),
            total.penalised()));
    lines.add("wrong: " + String.join(" ", report.ids(Verdict.WRONG)));
    lines.add("abstained: " + String.join(" ", report.ids(Verdict.ABSTAINED)));
    return lines;
  }

  private static String line(String kind, Score score) {
    return String.format(
        "%-14s %9d %8d %6d %9d",
        kind, score.questions(), score.correct(), score.wrong(), score.abstained());
  }
}
