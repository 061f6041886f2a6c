package io.mingshu.app.command;

import io.mingshu.app.learning.Review;
import io.mingshu.nlq.learning.Learned;
import io.mingshu.nlq.learning.Proposal;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.StateStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "reject", description = "Remembers that proposals are not wanted.")
final class CatalogRejectCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();
  @Mixin private CatalogOption catalog = new CatalogOption();
  @Mixin private StateOption state = new StateOption();

  @Parameters(paramLabel = "ID", arity = "1..*", description = "As proposals lists them.")
  private List<String> ids = List.of();

  @Option(names = "--undo", description = "They may be proposed again.")
  private boolean undo;

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, speech);
    Catalog whose = catalog.required();
    Review review = new Review(whose);
    try (StateStore store = state.opened(catalog.data(), whose.name())) {
      if (undo) {
        requireKnown(review.rejected(store));
        ids.forEach(id -> store.rejections().takeBack(whose.name(), id));
      } else {
        requireKnown(proposed(review.learned(store)));
        store.rejections().add(whose.name(), ids, Instant.now());
      }
    }
    if (undo) {
      terminal.say("又会提议：" + String.join("、", ids), "Proposed again: " + String.join(", ", ids));
    } else {
      terminal.say("不会再提议：" + String.join("、", ids), "Rejected: " + String.join(", ", ids));
    }
    return 0;
  }

  private static Set<String> proposed(Learned learned) {
    return Stream.concat(
            learned.proposals().stream(),
            learned.conflicts().stream().flatMap(conflict -> conflict.readings().stream()))
        .map(Proposal::id)
        .collect(Collectors.toSet());
  }

  private void requireKnown(Set<String> known) {
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new MingshuException(
            ErrorCode.INVALID_USAGE,
            undo
                ? new Text("没有拒绝过 " + id, id + " was not rejected")
                : new Text("没有提议 " + id, "There is no proposal " + id));
      }
    }
  }
}
