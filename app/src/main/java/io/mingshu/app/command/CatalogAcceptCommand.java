package io.mingshu.app.command;

import io.mingshu.app.learning.Acceptance;
import io.mingshu.app.learning.AddedLines;
import io.mingshu.app.learning.Review;
import io.mingshu.nlq.learning.Learned;
import io.mingshu.semantic.catalog.Catalog;
import io.mingshu.semantic.catalog.CatalogChange;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import io.mingshu.state.StateStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
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
    name = "accept",
    description = "Writes proposals into a file of a catalog's folder and shows the change.",
    footer = {
      "",
      "The catalog is the folder of FILE, unless --catalog names it. It is checked as a whole"
          + " first;",
      "where anything would be wrong, nothing is written."
    })
final class CatalogAcceptCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();
  @Mixin private CatalogOption catalog = new CatalogOption();
  @Mixin private StateOption state = new StateOption();

  @Parameters(paramLabel = "ID", arity = "1..*", description = "As proposals lists them.")
  private List<String> ids = List.of();

  @Option(
      names = "--into",
      required = true,
      paramLabel = "FILE",
      description = "Such as learned.yaml in the catalog's folder; made where it is missing.")
  private Path into = Path.of("");

  @Option(names = "--by", paramLabel = "NAME", description = "Who confirms; answers then say so.")
  private @Nullable String by;

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, speech);
    Path whole = catalog.path().orElseGet(this::folder);
    Catalog whose = read(whole);
    Review review = new Review(whose);
    CatalogChange change =
        new Acceptance(whole, review, learned(review, whose.name()))
            .accept(ids, into, Optional.ofNullable(by), Instant.now());
    AddedLines.of(into, change).forEach(terminal.out()::println);
    terminal.out().flush();
    terminal.say(
        "已写入 " + into + "；用 serve --catalog " + whole + " 重新启动后生效",
        "Written to " + into + "; it counts once serve --catalog " + whole + " is started again");
    return 0;
  }

  private Learned learned(Review review, String name) {
    try (StateStore store = state.opened(catalog.data(), name)) {
      return review.learned(store);
    }
  }

  private Path folder() {
    Path parent = into.toAbsolutePath().normalize().getParent();
    return parent == null ? Path.of("") : parent;
  }

  private Catalog read(Path whole) {
    CatalogReader.CheckResult result = CatalogReader.check(whole);
    Optional<Catalog> served = catalog.given();
    boolean nothingThere =
        result.problems().stream().anyMatch(p -> p.code().equals("unreadable"))
            && catalog.path().isEmpty();
    if (nothingThere) {
      String name = served.map(Catalog::name).orElse("NAME");
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              whole + " 里没有目录。内置目录请先导出：mingshu catalog export " + name + " --into " + whole,
              "There is no catalog in "
                  + whole
                  + ". Export a built-in one first: mingshu catalog export "
                  + name
                  + " --into "
                  + whole));
    }
    Catalog found = CatalogReader.read(whole);
    if (served.isPresent() && !served.get().name().equals(found.name())) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              whole + " 里是目录 " + found.name() + "，数据集用的是 " + served.get().name(),
              whole
                  + " holds the catalog "
                  + found.name()
                  + "; the data set has "
                  + served.get().name()));
    }
    return found;
  }
}
