package io.mingshu.app.terminal;

import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.text.Language;
import io.mingshu.semantic.text.Text;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Draws progress on stderr: one line that is redrawn on a terminal, one line for each stage
 * elsewhere. Not thread-safe.
 */
public final class ProgressBar implements Progress {
  private static final long PERIOD_NANOS = 100_000_000;
  private static final int WIDTH = 30;

  private final PrintWriter err;
  private final Language language;
  private final boolean terminal;
  private @Nullable Stage stage;
  private long stageStart;
  private long drawn;

  /**
   * @param terminal whether a line can be redrawn
   */
  public ProgressBar(PrintWriter err, Language language, boolean terminal) {
    this.err = err;
    this.language = language;
    this.terminal = terminal;
  }

  @Override
  public void report(Stage now, long done, long total) {
    long time = System.nanoTime();
    if (stage != now) {
      stage = now;
      stageStart = time;
      drawn = time - PERIOD_NANOS;
    }
    boolean end = done >= total;
    if (terminal && (end || time - drawn >= PERIOD_NANOS)) {
      drawn = time;
      err.print("\r" + line(now, done, total) + (end ? "  " + seconds(time) + "\n" : ""));
      err.flush();
    } else if (!terminal && end) {
      err.println(now.label().in(language) + "  " + seconds(time));
      err.flush();
    }
    if (end) {
      stage = null;
    }
  }

  @Override
  public void notice(Text text) {
    err.println((terminal ? "\r" : "") + text.in(language));
    err.flush();
  }

  private String line(Stage now, long done, long total) {
    double share = total <= 0 ? 1 : Math.min(1, (double) done / total);
    int full = (int) Math.round(share * WIDTH);
    return CellWidth.left(now.label().in(language), 22)
        + "█".repeat(full)
        + "░".repeat(WIDTH - full)
        + CellWidth.right(Math.round(share * 100) + "%", 5);
  }

  private String seconds(long time) {
    return String.format("%.1f s", (time - stageStart) / 1e9);
  }
}
