package io.mingshu.app.command;

import io.mingshu.seeds.importer.ImportReport;
import io.mingshu.seeds.importer.ImportSpec;
import io.mingshu.seeds.importer.Importer;
import java.nio.file.Path;
import java.time.ZoneId;
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
    name = "import",
    description = "Makes a served data set, with a drafted catalog, of a CSV or Parquet file.")
public final class ImportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();

  @Parameters(paramLabel = "FILE", description = "CSV or Parquet.")
  private Path file = Path.of("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "A short identifier; by default the file's name.")
  private @Nullable String name;

  @Option(names = "--into", required = true, paramLabel = "DIR", description = "Where to.")
  private Path into = Path.of("");

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The business time zone, such as Asia/Shanghai, for times without an offset.")
  private @Nullable ZoneId zone;

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, speech);
    ImportReport report =
        Importer.importFile(
            new ImportSpec(file, Optional.ofNullable(name), into, Optional.ofNullable(zone)),
            terminal.progress());
    report.notes().forEach(note -> terminal.say(note.zh(), note.en()));
    report
        .rejectedFile()
        .ifPresent(
            rejected ->
                terminal.say(
                    report.rejected() + " 行无法读取，见 " + rejected,
                    report.rejected() + " rows could not be read, see " + rejected));
    terminal.say(
        "已导入 " + report.rows() + " 行；目录草稿：" + report.catalogDraft(),
        report.rows() + " rows imported; the drafted catalog: " + report.catalogDraft());
    terminal.out().println(report.data().directory());
    terminal.out().flush();
    return 0;
  }
}
