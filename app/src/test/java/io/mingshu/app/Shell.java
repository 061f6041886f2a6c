package io.mingshu.app;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Runs a command line in this process and keeps what it wrote. */
record Shell(int exit, String out, String err) {

  static Shell run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Mingshu.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Shell(exit, out.toString(), err.toString());
  }
}
