package io.mingshu.nlq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts that hold their own expected readings: a question after {@code ?}, then what becomes of
 * it. {@code -Dgolden.update=true} rewrites them; the difference is read in review.
 */
class AskScriptTest {
  private static final Path SCRIPTS = Path.of("src", "test", "resources", "ask");

  static List<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(SCRIPTS)) {
      return files.filter(f -> f.toString().endsWith(".ask")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void readingsAreAsWritten(Path script) throws IOException {
    List<String> written = Files.readAllLines(script);
    List<String> read = new ArrayList<>();
    for (String line : written) {
      if (line.startsWith("? ")) {
        read.add(line);
        read.addAll(QuestionReport.lines(DemoShop.ask(line.substring(2))));
        read.add("");
      } else if (line.startsWith("#")) {
        read.add(line);
      }
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.write(script, read);
    } else {
      assertThat(written).isEqualTo(read);
    }
  }
}
