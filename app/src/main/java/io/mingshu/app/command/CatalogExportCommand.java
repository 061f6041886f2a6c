package io.mingshu.app.command;

import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "export",
    description =
        "Writes a catalog that comes with the product into a folder, to be changed there.")
final class CatalogExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private Speech speech = new Speech();

  @Parameters(paramLabel = "NAME", description = "Such as demo-shop.")
  private String name = "";

  @Option(names = "--into", required = true, paramLabel = "DIR", description = "The folder.")
  private Path into = Path.of("");

  @Override
  public Integer call() {
    Terminal terminal = Terminal.of(spec, speech);
    String text = CatalogReader.builtInText(name);
    Path file = into.resolve(name + ".yaml");
    try {
      Files.createDirectories(into);
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new MingshuException(
          ErrorCode.INVALID_USAGE,
          new Text(
              "无法写入 " + file + "（已有同名文件时不会覆盖）",
              "Cannot write " + file + " (a file that is there is not overwritten)"),
          e);
    }
    terminal.out().println(file);
    terminal.out().flush();
    terminal.say("用 serve --catalog " + into + " 来使用它", "serve --catalog " + into + " uses it");
    return 0;
  }
}
