package io.mingshu.app;

import io.mingshu.app.command.AskCommand;
import io.mingshu.app.command.CatalogCommand;
import io.mingshu.app.command.DemoCommand;
import io.mingshu.app.command.DruidCommand;
import io.mingshu.app.command.EvalCommand;
import io.mingshu.app.command.ImportCommand;
import io.mingshu.app.command.SeedCommand;
import io.mingshu.app.command.SegmentsCommand;
import io.mingshu.app.command.ServeCommand;
import io.mingshu.app.command.Speech;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;

/**
 * The command. Exit codes: 0 done; 1 asked back, declined, refused or failed; 2 wrong usage.
 * Results go to stdout, everything else to stderr.
 */
@Command(
    name = "mingshu",
    description = "Questions about a shop in Chinese or English, the right number out.",
    mixinStandardHelpOptions = true,
    version = "mingshu 0.1.0",
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DemoCommand.class,
      SeedCommand.class,
      ServeCommand.class,
      AskCommand.class,
      EvalCommand.class,
      ImportCommand.class,
      CatalogCommand.class,
      SegmentsCommand.class,
      DruidCommand.class
    })
public final class Mingshu {
  private Mingshu() {}

  public static void main(String[] args) {
    // Chinese answers, whatever the terminal's locale makes Java think.
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    System.exit(run(writer(System.out), writer(System.err), args));
  }

  /** Runs a command line and returns its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Mingshu())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Mingshu::failed)
        .execute(args);
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (failure instanceof MingshuException known) {
      err.println("mingshu: " + known.text().in(Speech.of(command)));
      err.flush();
      return known.code() == ErrorCode.INVALID_USAGE ? 2 : 1;
    }
    err.println("mingshu: unexpected failure");
    failure.printStackTrace(err);
    err.flush();
    return 1;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
