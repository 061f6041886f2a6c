package io.mingshu.semantic.behaviour.naive;

import static io.mingshu.semantic.behaviour.naive.WrittenLog.SHANGHAI;
import static io.mingshu.semantic.behaviour.naive.WrittenLog.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaivePathsTest {
  private static final EventLog LOG =
      WrittenLog.of(
          """
          ann view 2026-06-01T09:00 session=1 page=home
          ann view 2026-06-01T09:01 session=1 page=item
          ann view 2026-06-01T09:02 session=1 page=item
          ann click 2026-06-01T09:03 session=1
          ann view 2026-06-01T09:04 session=1 page=item
          ann view 2026-06-01T09:05 session=1 page=cart
          ann view 2026-06-01T09:06 session=1 page=pay
          bea view 2026-06-01T09:00 session=2 page=ad
          bea view 2026-06-01T09:01 session=2 page=home
          bea view 2026-06-01T09:02 session=2 page=item
          bea view 2026-06-01T09:03 session=2 page=home
          cid view 2026-05-31T23:59 session=3 page=home
          cid view 2026-06-01T00:01 session=3 page=cart
          """);

  private static NaivePaths paths(PathAnchor anchor, int depth) {
    return new NaivePaths(
        LOG,
        new PathOptions(
            anchor, depth, "page", "session", SHANGHAI, span("2026-06-01", "2026-06-02")));
  }

  @Test
  void fromAPageOnwards() {
    assertThat(paths(new PathAnchor.From("home"), 8).rows())
        .containsExactly(
            new PathRow(List.of("home", "item", "cart", "pay"), 1),
            new PathRow(List.of("home", "item", "home"), 1));
    assertThat(paths(new PathAnchor.From("home"), 2).rows())
        .containsExactly(new PathRow(List.of("home", "item"), 2));
  }

  @Test
  void thoseCutOffAreNotDropped() {
    assertThat(paths(new PathAnchor.From("home"), 3).nodes())
        .containsExactly(
            new PathNode(List.of("home"), 2, 0),
            new PathNode(List.of("home", "item"), 2, 0),
            new PathNode(List.of("home", "item", "cart"), 1, 0),
            new PathNode(List.of("home", "item", "home"), 1, 1));
  }

  /** Cid's session began the day before; what counts is when the cart was seen. */
  @Test
  void upToAPage() {
    assertThat(paths(new PathAnchor.To("cart"), 8).rows())
        .containsExactly(
            new PathRow(List.of("home", "cart"), 1),
            new PathRow(List.of("home", "item", "cart"), 1));
    assertThat(paths(new PathAnchor.To("cart"), 8).nodes())
        .containsExactly(
            new PathNode(List.of("cart"), 2, 0),
            new PathNode(List.of("cart", "home"), 1, 1),
            new PathNode(List.of("cart", "item"), 1, 0),
            new PathNode(List.of("cart", "item", "home"), 1, 1));
  }
}
