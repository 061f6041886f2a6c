package io.mingshu.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does, wherever it is. Two of them are open on the same place. */
abstract class StateStoreContract {
  private static final StateLimits FEW = new StateLimits(3, 4, 2, 2, 6, 200, Duration.ofDays(180));
  private static final Owner ANNA = new Owner("shop", "anna");
  private static final Owner BERT = new Owner("shop", "bert");
  private static final Instant NOW = Instant.parse("2026-07-01T02:00:00.123456Z");

  private StateStore store = StateStore.inMemory();
  private StateStore other = store;

  /** Somewhere where nothing was kept yet. */
  abstract StateLocation emptyPlace();

  @BeforeEach
  void open() {
    store.close();
    StateLocation place = emptyPlace();
    store = StateStore.open(place, FEW);
    other = StateStore.open(place, FEW);
  }

  @AfterEach
  void close() {
    store.close();
    other.close();
  }

  @Test
  void aQuestionIsThereBeforeItIsAnswered() {
    KeptThread.Begun begun = store.threads().begin(ANNA, "t1", question("上个月的GMV", NOW));

    // The process dies here: what was written is there for another one.
    store.close();

    assertThat(begun).isEqualTo(new KeptThread.Begun(1, Optional.empty()));
    KeptThread thread = other.threads().read(ANNA, "t1").orElseThrow();
    assertThat(thread.title()).isEqualTo("上个月的GMV");
    assertThat(thread.updatedAt()).isEqualTo(NOW);
    assertThat(thread.turns())
        .containsExactly(
            new KeptThread.Turn(
                1,
                "上个月的GMV",
                NOW,
                NOW.minusSeconds(5),
                "",
                "asking",
                "",
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void anotherGatewayGoesOnWithAThread() {
    store.threads().begin(ANNA, "t1", question("GMV", NOW));
    store.threads().settle(ANNA, "t1", 1, answered("GMV was 42", "{\"answered\":[1]}"));

    KeptThread.Begun next = other.threads().begin(ANNA, "t1", question("and by day?", later(1)));
    other.threads().settle(ANNA, "t1", 2, declined());

    assertThat(next).isEqualTo(new KeptThread.Begun(2, Optional.of("{\"answered\":[1]}")));
    assertThat(store.threads().begin(ANNA, "t1", question("again", later(2))).dialogue())
        .contains("{\"answered\":[1]}");
    KeptThread thread = store.threads().read(ANNA, "t1").orElseThrow();
    assertThat(thread.turns()).extracting(KeptThread.Turn::number).containsExactly(1, 2, 3);
    assertThat(thread.turns().get(0).words()).isEqualTo("GMV was 42");
    assertThat(thread.turns().get(0).query()).contains("{\"kind\":\"metric\"}");
    assertThat(thread.turns().get(0).language()).isEqualTo("en");
    assertThat(thread.turns().get(1).status()).isEqualTo("declined");
    assertThat(thread.title()).isEqualTo("GMV");
  }

  @Test
  void anAnswerIsReferredToInAnyGatewayByWhoeverHasAsked() {
    store.threads().begin(ANNA, "t1", question("GMV", NOW));
    store.threads().settle(ANNA, "t1", 1, answered("42", "{}"));
    store.threads().begin(ANNA, "t1", question("costs?", NOW));
    store.threads().settle(ANNA, "t1", 2, declined());

    assertThat(other.threads().asking(ANNA, "trace of 42"))
        .contains(
            new KeptThread.Asking(
                "GMV",
                NOW.minusSeconds(5),
                Optional.of("{\"kind\":\"metric\"}"),
                Optional.empty()));
    assertThat(other.threads().asking(ANNA, "t-declined"))
        .map(KeptThread.Asking::choices)
        .contains(Optional.of("[\"GMV\"]"));
    assertThat(other.threads().asking(BERT, "t-declined")).isEmpty();
    assertThat(other.threads().asking(ANNA, "t-\0")).isEmpty();
    store.threads().delete(ANNA, "t1");
    assertThat(other.threads().asking(ANNA, "t-declined")).isEmpty();
  }

  @Test
  void questionsAtOnceGetNumbersOfTheirOwn() {
    List<CompletableFuture<Integer>> asked =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            (i % 2 == 0 ? store : other)
                                .threads()
                                .begin(ANNA, "t1", question("q" + i, later(i)))
                                .number()))
            .toList();

    assertThat(asked.stream().map(CompletableFuture::join))
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
    assertThat(store.threads().read(ANNA, "t1").orElseThrow().turns()).hasSize(FEW.turns());
  }

  @Test
  void threadsAreListedByPagesLatestFirst() {
    for (int i = 0; i < 3; i++) {
      store.threads().begin(ANNA, "t" + i, question("q" + i, later(i)));
    }
    store.threads().begin(ANNA, "t0", question("again", later(9)));

    List<ThreadSummary> first = other.threads().list(ANNA, 2, Optional.empty());
    List<ThreadSummary> rest = other.threads().list(ANNA, 2, Optional.of(first.get(1).updatedAt()));

    assertThat(first)
        .containsExactly(
            new ThreadSummary("t0", "q0", later(9), 2), new ThreadSummary("t2", "q2", later(2), 1));
    assertThat(rest).extracting(ThreadSummary::id).containsExactly("t1");
  }

  @Test
  void threadsAreTheirOwners() {
    store.threads().begin(ANNA, "t1", question("mine", NOW));

    assertThat(store.threads().list(BERT, 10, Optional.empty())).isEmpty();
    assertThat(store.threads().read(BERT, "t1")).isEmpty();
    assertThat(store.threads().rename(BERT, "t1", "his")).isFalse();
    assertThat(store.threads().delete(BERT, "t1")).isFalse();
    assertThatThrownBy(() -> store.threads().begin(BERT, "t1", question("his", NOW)))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    store.threads().settle(BERT, "t1", 1, answered("stolen", "{}"));
    assertThat(store.threads().read(ANNA, "t1").orElseThrow().turns().get(0).status())
        .isEqualTo("asking");
  }

  @Test
  void catalogsKnowNothingOfEachOther() {
    Owner elsewhere = new Owner("other shop", "anna");
    store.threads().begin(ANNA, "t1", question("here", NOW));
    store.threads().begin(elsewhere, "t1", question("there", NOW));

    assertThat(store.threads().read(ANNA, "t1").orElseThrow().title()).isEqualTo("here");
    assertThat(store.threads().read(elsewhere, "t1").orElseThrow().title()).isEqualTo("there");
  }

  @Test
  void aThreadIsRenamedAndDeleted() {
    store.threads().begin(ANNA, "t1", question("GMV", NOW));

    assertThat(store.threads().rename(ANNA, "t1", "月报")).isTrue();
    assertThat(other.threads().read(ANNA, "t1").orElseThrow().title()).isEqualTo("月报");
    assertThat(other.threads().delete(ANNA, "t1")).isTrue();
    assertThat(store.threads().read(ANNA, "t1")).isEmpty();
    assertThat(store.threads().delete(ANNA, "t1")).isFalse();
    // An answer that arrives after its thread was deleted brings nothing back.
    store.threads().settle(ANNA, "t1", 1, answered("late", "{}"));
    assertThat(store.threads().read(ANNA, "t1")).isEmpty();
  }

  @Test
  void onlySoManyThreadsAreKeptAndOnlySoLong() {
    for (int i = 0; i < 5; i++) {
      store.threads().begin(ANNA, "t" + i, question("q", later(i)));
    }
    store.threads().begin(BERT, "b", question("q", later(5)));
    assertThat(store.threads().list(ANNA, 10, Optional.empty()))
        .extracting(ThreadSummary::id)
        .containsExactly("t4", "t3", "t2");

    Instant muchLater = NOW.plus(FEW.kept()).plus(Duration.ofDays(1));
    store.threads().begin(ANNA, "new", question("q", muchLater));
    assertThat(store.threads().list(ANNA, 10, Optional.empty()))
        .extracting(ThreadSummary::id)
        .containsExactly("new");
    assertThat(store.threads().list(BERT, 10, Optional.empty())).isEmpty();
  }

  @Test
  void keepsTextThatNotEveryDatabaseTakes() {
    store.threads().begin(ANNA, "t1", question("a\0b\uD800c 😀'; DROP TABLE threads; --", NOW));

    assertThat(store.threads().read(ANNA, "t1").orElseThrow().turns().get(0).question())
        .isEqualTo("ab?c 😀'; DROP TABLE threads; --");
  }

  @Test
  void aBoardIsChangedByWhoHasReadItLast() {
    store.boards().add(ANNA, board("b1", 1, "日报"));

    assertThat(other.boards().replace(ANNA, board("b1", 2, "周报"))).isTrue();
    assertThat(store.boards().replace(ANNA, board("b1", 2, "月报"))).isFalse();
    assertThat(store.boards().replace(BERT, board("b1", 3, "his"))).isFalse();
    assertThat(store.boards().read(ANNA, "b1")).contains(board("b1", 2, "周报"));
    assertThat(store.boards().read(BERT, "b1")).isEmpty();
    assertThat(other.boards().list(ANNA)).containsExactly(new BoardSummary("b1", "周报", NOW, 2));
    assertThat(store.boards().delete(BERT, "b1")).isFalse();
    assertThat(store.boards().delete(ANNA, "b1")).isTrue();
    assertThat(other.boards().read(ANNA, "b1")).isEmpty();
  }

  @Test
  void onlySoManyBoardsAreTaken() {
    store.boards().add(ANNA, board("b1", 1, "one"));
    store.boards().add(ANNA, board("b2", 1, "two"));

    assertThatThrownBy(() -> other.boards().add(ANNA, board("b3", 1, "three")))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_KEPT));
    store.boards().add(BERT, board("b3", 1, "his"));
    assertThat(store.boards().list(ANNA)).hasSize(2);
  }

  @Test
  void aLinkIsOpenedByWhoeverKnowsIt() {
    store.links().add(ANNA, "l1", new KeptLink(NOW, "{\"query\":1}"));

    assertThat(other.links().open("shop", "l1", later(1)))
        .contains(new KeptLink(NOW, "{\"query\":1}"));
    assertThat(other.links().open("other shop", "l1", later(1))).isEmpty();
    assertThat(other.links().open("shop", "l2", later(1))).isEmpty();
  }

  @Test
  void ofTooManyLinksThoseGoThatNobodyOpens() {
    store.links().add(ANNA, "l1", new KeptLink(NOW, "1"));
    store.links().add(ANNA, "l2", new KeptLink(later(1), "2"));
    store.links().open("shop", "l1", later(2));
    store.links().add(ANNA, "l3", new KeptLink(later(3), "3"));

    assertThat(store.links().open("shop", "l1", later(4))).isPresent();
    assertThat(store.links().open("shop", "l2", later(4))).isEmpty();
    assertThat(store.links().open("shop", "l3", later(4))).isPresent();
  }

  @Test
  void whatIsSaidToAnyGatewayIsReadTogetherInItsOrder() {
    store.feedback().add("shop", "f2", said(2, "right"));
    other.feedback().add("shop", "f1", said(1, "wrong: 水位\0"));
    other.feedback().add("other shop", "f1", said(1, "elsewhere"));

    assertThat(store.feedback().read("shop"))
        .containsExactly(said(1, "wrong: 水位"), said(2, "right"));
    assertThat(store.feedback().read("other shop")).containsExactly(said(1, "elsewhere"));
    assertThat(store.feedback().read("new shop")).isEmpty();
  }

  @Test
  void ofTooMuchFeedbackTheOlderHalfGoes() {
    for (int i = 1; i <= 7; i++) {
      (i % 2 == 0 ? store : other).feedback().add("shop", "f" + i, said(i, "word " + i));
    }
    assertThat(store.feedback().read("shop"))
        .containsExactly(
            said(4, "word 4"), said(5, "word 5"), said(6, "word 6"), said(7, "word 7"));

    // Two hundred bytes: a Chinese character has three.
    store.feedback().add("shop", "long", said(8, "长".repeat(60)));
    assertThat(store.feedback().read("shop"))
        .containsExactly(said(6, "word 6"), said(7, "word 7"), said(8, "长".repeat(60)));
    store.feedback().add("other shop", "longest", said(9, "长".repeat(200)));
    assertThat(store.feedback().read("other shop")).hasSize(1);
  }

  @Test
  void whatIsNotWantedIsRemembered() {
    store.rejections().add("shop", List.of("v-2", "a-1"), NOW);
    other.rejections().add("shop", List.of("a-1", "a-0"), later(1));

    assertThat(store.rejections().read("shop")).containsExactly("a-1", "v-2", "a-0");
    assertThat(store.rejections().read("other shop")).isEmpty();
    assertThat(other.rejections().takeBack("shop", "v-2")).isTrue();
    assertThat(other.rejections().takeBack("shop", "v-2")).isFalse();
    assertThat(other.rejections().takeBack("other shop", "a-1")).isFalse();
    assertThat(store.rejections().read("shop")).containsExactly("a-1", "a-0");
  }

  @Test
  void saysWhetherItAnswers() {
    assertThat(store.answers()).isTrue();
    store.close();
    assertThat(store.answers()).isFalse();
    assertThat(other.answers()).isTrue();
  }

  private static KeptThread.Question question(String text, Instant at) {
    return new KeptThread.Question(text, text, at, at.minusSeconds(5), "", "asking");
  }

  private static KeptThread.Outcome answered(String words, String dialogue) {
    return new KeptThread.Outcome(
        "en",
        "answered",
        words,
        Optional.of("{\"kind\":\"metric\"}"),
        Optional.of("GMV of last month"),
        Optional.of("trace of " + words),
        Optional.empty(),
        Optional.of(dialogue));
  }

  private static KeptThread.Outcome declined() {
    return new KeptThread.Outcome(
        "zh",
        "declined",
        "没有成本数据",
        Optional.empty(),
        Optional.empty(),
        Optional.of("t-declined"),
        Optional.of("[\"GMV\"]"),
        Optional.empty());
  }

  private static KeptBoard board(String id, int version, String title) {
    return new KeptBoard(id, title, version, NOW, 2, "{\"tiles\":[]}");
  }

  private static KeptFeedback said(int seconds, String content) {
    return new KeptFeedback(later(seconds), content);
  }

  private static Instant later(int seconds) {
    return NOW.plusSeconds(seconds);
  }
}
