package io.mingshu.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mingshu.app.terminal.AnswerPrinter;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.Answer;
import io.mingshu.gateway.answer.Asked;
import io.mingshu.gateway.answer.Json;
import io.mingshu.nlq.Conversation;
import io.mingshu.semantic.error.MingshuException;
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
    name = "ask",
    description = "Answers one question: how it was read, a table, a small chart.")
public final class AskCommand implements Callable<Integer> {
  /** Only answers over HTTP are found again in a log. */
  private static final String TRACE = "terminal";

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();
  @Mixin private EngineOption engine = new EngineOption();

  @Parameters(paramLabel = "QUESTION", description = "In Chinese or English.")
  private String question = "";

  @Option(names = "--data", required = true, paramLabel = "DIR", description = "The data set.")
  private Path data = Path.of("");

  @Option(names = "--json", description = "Print the answer as the API gives it.")
  private boolean json;

  @Option(
      names = "--approximate",
      description = "Distinct counts may be estimated, where the engine can.")
  private boolean approximate;

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      converter = MomentConverter.class,
      description = "The moment of asking; by default the present one.")
  private @Nullable Instant asOf;

  @Override
  public Integer call() throws JsonProcessingException {
    Terminal terminal = Terminal.of(spec, speech);
    Asked exactly = Asked.at(asOf == null ? Instant.now() : asOf, speech.asked(), TRACE);
    Asked asked = approximate ? exactly.estimating() : exactly;
    try (Workbench workbench =
        Workbench.open(data, Optional.empty(), engine.choice(), terminal.progress())) {
      Answer answer = answer(workbench, asked);
      boolean answered = answer.status() == Answer.Status.ANSWERED;
      if (json) {
        terminal
            .out()
            .println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        terminal.out().flush();
      }
      if (!answered) {
        new AnswerPrinter(terminal.err()).print(answer);
      } else if (!json) {
        new AnswerPrinter(terminal.out()).print(answer);
      }
      return answered ? 0 : 1;
    }
  }

  private Answer answer(Workbench workbench, Asked asked) {
    try {
      return workbench.answering().ask(question, Conversation.NEW, asked).answer();
    } catch (MingshuException e) {
      return workbench.answering().failed(question, e, asked);
    }
  }
}
