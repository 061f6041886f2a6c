package io.mingshu.app.command;

import io.mingshu.app.learning.FeedbackFolder;
import io.mingshu.app.learning.Review;
import io.mingshu.nlq.learning.Learned;
import io.mingshu.nlq.learning.Proposal;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "reject", description = "Remembers that proposals are not wanted.")
final class CatalogRejectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();
  @Mixin private CatalogOption catalog = new CatalogOption();

  @Parameters(paramLabel = "ID", arity = "1..*", description = "As proposals lists them.")
  private List<String> ids = List.of();

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, speech);
    Catalog whose = catalog.required();
    FeedbackFolder folder = FeedbackFolder.ofHome();
    Learned learned = new Review(whose).learned(folder);
    Set<String> known =
        Stream.concat(
                learned.proposals().stream(),
                learned.conflicts().stream().flatMap(conflict -> conflict.readings().stream()))
            .map(Proposal::id)
            .collect(Collectors.toSet());
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new MingshuException(
            ErrorCode.INVALID_USAGE, new Text("没有提议 " + id, "There is no proposal " + id));
      }
    }
    folder.reject(whose.name(), ids);
    terminal.say("不会再提议：" + String.join("、", ids), "Rejected: " + String.join(", ", ids));
    return 0;
  }
}
