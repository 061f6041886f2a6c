package io.mingshu.app.command;

import io.mingshu.app.eval.EvalReport;
import io.mingshu.app.eval.Evaluation;
import io.mingshu.app.eval.GoldSql;
import io.mingshu.app.eval.QuestionSet;
import io.mingshu.app.eval.ScoreBoard;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.Json;
import io.mingshu.seeds.dataset.DataSet;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "eval",
    description = "Asks a question set and scores the answers against gold SQL.")
public final class EvalCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();
  @Mixin private EngineOption engine = new EngineOption();

  @Parameters(paramLabel = "FILE", description = "JSON lines, one question each.")
  private Path file = Path.of("");

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data set.")
  private Path data = Path.of("");

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      defaultValue = "2026-07-01T10:00:00+08:00",
      converter = MomentConverter.class,
      description = "The moment of asking; default ${DEFAULT-VALUE}.")
  private Instant asOf = Instant.EPOCH;

  @Option(names = "--report", paramLabel = "OUT.json", description = "Every question in detail.")
  private @Nullable Path report;

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, speech);
    QuestionSet questions = QuestionSet.read(file);
    try (Workbench workbench =
            Workbench.open(data, Optional.empty(), engine.choice(), terminal.progress());
        GoldSql gold = GoldSql.over(DataSet.open(data))) {
      EvalReport result = new Evaluation(workbench.answering(), gold, asOf).run(questions);
      new ScoreBoard(result).lines().forEach(terminal.out()::println);
      terminal.out().flush();
      if (report != null) {
        write(report, result);
      }
      return 0;
    }
  }

  private static void write(Path target, EvalReport result) {
    try {
      Json.mapper().writerWithDefaultPrettyPrinter().writeValue(target.toFile(), result);
    } catch (IOException e) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text("写不了报告 " + target, "Cannot write the report " + target),
          e);
    }
  }
}
