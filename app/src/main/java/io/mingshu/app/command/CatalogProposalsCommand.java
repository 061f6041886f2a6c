package io.mingshu.app.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.mingshu.app.learning.LearnedPrinter;
import io.mingshu.app.learning.Review;
import io.mingshu.nlq.learning.Learned;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.query.QueryJson;
import io.mingshu.state.StateStore;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "proposals",
    description = "Lists what people's feedback proposes to add to a catalog. Changes nothing.")
final class CatalogProposalsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();
  @Mixin private CatalogOption catalog = new CatalogOption();
  @Mixin private StateOption state = new StateOption();

  @Option(names = "--json", description = "Print them as JSON.")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    Terminal terminal = Terminal.of(spec, speech);
    Catalog whose = catalog.required();
    Review review = new Review(whose);
    Learned learned;
    Set<String> rejected;
    try (StateStore store = state.opened(catalog.data(), whose.name())) {
      learned = review.learned(store);
      rejected = review.rejected(store);
    }
    if (json) {
      terminal
          .out()
          .println(
              QueryJson.mapper()
                  .writer(SerializationFeature.INDENT_OUTPUT)
                  .writeValueAsString(learned));
    } else {
      new LearnedPrinter(terminal.out(), terminal.language(), review)
          .print(learned, rejected, Instant.now());
    }
    terminal.out().flush();
    return 0;
  }
}
