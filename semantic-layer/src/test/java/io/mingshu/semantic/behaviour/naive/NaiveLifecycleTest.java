package io.mingshu.semantic.behaviour.naive;

import static io.mingshu.semantic.behaviour.naive.WrittenLog.SHANGHAI;
import static io.mingshu.semantic.behaviour.naive.WrittenLog.span;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NaiveLifecycleTest {
  private static final EventLog LOG =
      WrittenLog.of(
          """
          ann view 2026-05-20T09:00 device=phone
          ann view 2026-06-01T09:00 device=phone
          ann view 2026-06-10T09:00 device=desk
          bea share 2026-05-26T09:00 device=desk
          bea view 2026-06-15T09:00 device=desk
          cid view 2026-06-14T23:59 device=desk
          """);

  /** Weeks of 1, 8, 15 June, and what the last one leaves. */
  @Test
  void aUserIsWhatThisWeekAndTheOneBeforeSay() {
    assertThat(rows(EventMatch.ANY, EventMatch.ANY))
        .containsExactly(
            "06-01 RESURRECTED [ann]",
            "06-01 DORMANT [bea]",
            "06-08 NEW [cid]",
            "06-08 RETAINED [ann]",
            "06-15 RESURRECTED [bea]",
            "06-15 DORMANT [ann, cid]",
            "06-22 DORMANT [bea]");
  }

  /** Bea's first event was a share; her first view makes her no new user. */
  @Test
  void newIsTheFirstEventOfAnyKind() {
    EventMatch view = EventMatch.event("view");

    assertThat(rows(view, view))
        .containsExactly(
            "06-01 RESURRECTED [ann]",
            "06-08 NEW [cid]",
            "06-08 RETAINED [ann]",
            "06-15 RESURRECTED [bea]",
            "06-15 DORMANT [ann, cid]",
            "06-22 DORMANT [bea]");
  }

  @Test
  void aFilterChoosesTheStartAndAnyEventIsAReturn() {
    assertThat(rows(EventMatch.ANY.with("device", "phone"), EventMatch.ANY))
        .containsExactly("06-01 RESURRECTED [ann]", "06-08 RETAINED [ann]");
  }

  private static List<String> rows(EventMatch start, EventMatch comeBack) {
    return new NaiveLifecycle(
            LOG,
            new LifecycleOptions(
                start,
                comeBack,
                SHANGHAI,
                IntervalUnit.WEEK,
                span("2026-06-03", "2026-06-16"),
                true))
        .rows().stream()
            .filter(row -> !row.users().isEmpty())
            .map(
                row ->
                    "%s %s %s"
                        .formatted(
                            row.interval().toLocalDate().toString().substring(5),
                            row.state(),
                            row.users()))
            .toList();
  }
}
