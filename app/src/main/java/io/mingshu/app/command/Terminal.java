package io.mingshu.app.command;

import io.mingshu.app.terminal.ProgressBar;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command writes: results to stdout, what it is doing to stderr. */
record Terminal(PrintWriter out, PrintWriter err, Language language) {

  static Terminal of(CommandSpec spec, Speech speech) {
    return new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr(), speech.spoken());
  }

  void say(String zh, String en) {
    err.println(new Text(zh, en).in(language));
    err.flush();
  }

  ProgressBar progress() {
    return new ProgressBar(err, language, Boolean.getBoolean("mingshu.terminal"));
  }
}
