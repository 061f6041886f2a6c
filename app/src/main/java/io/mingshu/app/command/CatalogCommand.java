package io.mingshu.app.command;

import io.mingshu.semantic.catalog.CatalogProblem;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.plan.VerifiedQueries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "catalog",
    description = "Works on catalogs.",
    subcommands = {
      CatalogCommand.Validate.class,
      CatalogExportCommand.class,
      CatalogProposalsCommand.class,
      CatalogAcceptCommand.class,
      CatalogRejectCommand.class
    })
public final class CatalogCommand {

  @Command(
      name = "validate",
      description = "Reports every problem of a catalog with file, line and suggestion.")
  static final class Validate implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private Speech speech = new Speech();

    @Parameters(paramLabel = "FILE|DIR", description = "A YAML file, or a folder of them.")
    private Path path = Path.of("");

    @Override
    public Integer call() {
      Terminal terminal = Terminal.of(spec, speech);
      CatalogReader.CheckResult result = CatalogReader.check(path);
      List<CatalogProblem> problems = new ArrayList<>(result.problems());
      result.catalog().map(VerifiedQueries::problems).ifPresent(problems::addAll);
      problems.forEach(problem -> terminal.err().println(problem));
      int count = problems.size();
      if (count > 0) {
        terminal.say("共 " + count + " 个问题", count + (count == 1 ? " problem" : " problems"));
        return 1;
      }
      result
          .catalog()
          .ifPresent(
              c ->
                  terminal
                      .out()
                      .println(
                          path
                              + ": "
                              + c.metrics().size()
                              + " metrics, "
                              + c.dimensions().size()
                              + " dimensions"));
      terminal.out().flush();
      return 0;
    }
  }
}
