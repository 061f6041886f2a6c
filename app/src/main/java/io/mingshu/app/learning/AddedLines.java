package io.mingshu.app.learning;

import io.mingshu.semantic.catalog.CatalogChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A change that only adds lines, as a unified diff. */
public final class AddedLines {
  private static final int CONTEXT = 3;

  private final List<String> diff = new ArrayList<>();
  private final List<String> before;
  private final List<String> after;

  private AddedLines(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /** The lines of the diff. */
  public static List<String> of(Path file, CatalogChange change) {
    AddedLines added =
        new AddedLines(change.before().lines().toList(), change.after().lines().toList());
    added.diff.add("--- " + (change.before().isEmpty() ? "/dev/null" : file));
    added.diff.add("+++ " + file);
    added.walk();
    return added.diff;
  }

  private void walk() {
    int old = 0;
    int at = 0;
    while (at < after.size()) {
      if (stays(old, at)) {
        old++;
        at++;
      } else {
        int hunk = at;
        int last = at;
        int oldEnd = old;
        // Additions with few lines between them are shown together.
        for (int i = at; i < after.size() && i - last <= 2 * CONTEXT; i++) {
          if (stays(oldEnd, i)) {
            oldEnd++;
          } else {
            last = i;
          }
        }
        int from = Math.max(0, hunk - CONTEXT);
        int to = Math.min(after.size(), last + 1 + CONTEXT);
        old = hunk(from, to, old - (hunk - from));
        at = to;
      }
    }
  }

  /** Writes a hunk; where the old text goes on after it. */
  private int hunk(int from, int to, int oldFrom) {
    List<String> lines = new ArrayList<>();
    int old = oldFrom;
    for (int i = from; i < to; i++) {
      boolean stays = stays(old, i);
      old += stays ? 1 : 0;
      lines.add((stays ? " " : "+") + after.get(i));
    }
    int kept = old - oldFrom;
    diff.add(
        "@@ -"
            + (kept == 0 ? oldFrom : oldFrom + 1)
            + ","
            + kept
            + " +"
            + (from + 1)
            + ","
            + (to - from)
            + " @@");
    diff.addAll(lines);
    return old;
  }

  private boolean stays(int old, int at) {
    return old < before.size() && before.get(old).equals(after.get(at));
  }
}
