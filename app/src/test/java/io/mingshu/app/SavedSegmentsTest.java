package io.mingshu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.app.wiring.EngineChoice;
import io.mingshu.app.wiring.Workbench;
import io.mingshu.gateway.answer.Answer;
import io.mingshu.gateway.answer.Answering;
import io.mingshu.gateway.answer.Asked;
import io.mingshu.gateway.saving.Saved;
import io.mingshu.gateway.saving.SegmentSaving;
import io.mingshu.gateway.saving.SegmentWish;
import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.saving.NewName;
import io.mingshu.seeds.dataset.Progress;
import io.mingshu.semantic.catalog.CatalogReader;
import io.mingshu.semantic.catalog.CatalogSource;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.query.SemanticQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The people of an answer become a segment that the next question can name. */
class SavedSegmentsTest {
  private static final Instant NOW = OffsetDateTime.parse(TinyShop.AS_OF).toInstant();
  private static final Asked ASKED = Asked.at(NOW, Optional.empty(), "test");

  @TempDir private Path folder;
  private Optional<Workbench> workbench = Optional.empty();

  @BeforeEach
  void open() {
    CatalogSource source = new CatalogSource.BuiltIn("demo-shop", folder.resolve("saved.yaml"));
    workbench =
        Optional.of(
            Workbench.open(TinyShop.folder(), source, new EngineChoice.DuckDb(), Progress.NONE));
  }

  @AfterEach
  void close() {
    workbench.ifPresent(Workbench::close);
  }

  private Answering served() {
    return workbench.orElseThrow().answering();
  }

  private SegmentSaving saving() {
    return new SegmentSaving(
        workbench.orElseThrow().source(), workbench.orElseThrow()::answeringBy);
  }

  private static Answering.Reply ask(Answering answering, String question, Conversation before) {
    return answering.ask(question, before, ASKED);
  }

  private static Object figure(Answer answer) {
    return answer.answer().orElseThrow().rows().get(0).get(0);
  }

  private SegmentSaving.Outcome save(Answering answering, String question, NewName name) {
    SemanticQuery query = ask(answering, question, Conversation.NEW).answer().query().orElseThrow();
    return saving().save(answering, new SegmentWish(query, NOW, name), "test", NOW);
  }

  @Test
  void theNextQuestionCanNameIt() throws IOException {
    Answer asked = ask(served(), "近30天广东的买家数", Conversation.NEW).answer();
    SegmentSaving.Outcome outcome =
        save(served(), "近30天广东的买家数", NewName.of("岭南客", "Lingnan shoppers", Optional.empty()));

    assertThat(outcome.saved().state()).isEqualTo(Saved.State.SAVED);
    Answering next = outcome.next().orElseThrow();
    assertThat(figure(ask(next, "岭南客有多少", Conversation.NEW).answer())).isEqualTo(figure(asked));
    assertThat(ask(next, "GMV of Lingnan shoppers last month", Conversation.NEW).answer().status())
        .isEqualTo(Answer.Status.ANSWERED);
    assertThat(Files.readString(folder.resolve("saved.yaml")))
        .contains("  - name: lingnan_shoppers", "# test");
  }

  @Test
  void aSecondOneIsSavedOverTheFirst() {
    Answering first = save(served(), "近30天的买家数", NewName.of("岭南客")).next().orElseThrow();
    SegmentSaving.Outcome second = save(first, "近7天的访客数", NewName.of("闲逛客"));

    assertThat(second.next().orElseThrow().layer().catalog().segments())
        .extracting(segment -> segment.label().zh())
        .contains("岭南客", "闲逛客");
  }

  @Test
  void whatOthersChangedInTheFilesWaitsForARestart() throws IOException {
    Files.writeString(
        folder.resolve("saved.yaml"), "aliases:\n  - {terms: {zh: [入袋的钱]}, metric: paid_amount}\n");

    SegmentSaving.Outcome outcome = save(served(), "近30天的买家数", NewName.of("岭南客"));

    assertThat(outcome.saved().state()).isEqualTo(Saved.State.AFTER_RESTART);
    assertThat(outcome.next()).isEmpty();
    assertThat(CatalogReader.read(workbench.orElseThrow().source()).segments())
        .anyMatch(segment -> segment.label().zh().equals("岭南客"));
  }

  @ParameterizedTest
  @CsvSource({
    "近30天的买家数, 买家数, NAME_TAKEN",
    "近30天的买家数, 高价值用户, NAME_TAKEN",
    "近30天的买家数, 广东女性, NAME_TAKEN",
    "近30天的买家数, 上个月, NAME_TAKEN",
    "近30天的买家数, 岭/南, NAME_UNFIT",
    "近30天的买家数, 12, NAME_UNFIT",
    "近30天的GMV, 岭南客, NOT_A_SEGMENT",
    "近30天各省的买家数, 岭南客, NOT_A_SEGMENT"
  })
  void whatCannotBeSavedIsSaidAndNothingIsWritten(String question, String label, ErrorCode code) {
    assertThatThrownBy(() -> save(served(), question, NewName.of(label)))
        .isInstanceOfSatisfying(MingshuException.class, e -> assertThat(e.code()).isEqualTo(code));
    assertThat(folder.resolve("saved.yaml")).doesNotExist();
  }

  @Test
  void wordsAskForConfirmationAndSaveNothing() {
    Conversation talk = ask(served(), "近30天广东的买家数", Conversation.NEW).conversation();
    Answering.Reply reply = ask(served(), "把这些用户存成分群 叫岭南客", talk);

    assertThat(reply.answer().status()).isEqualTo(Answer.Status.CLARIFY);
    assertThat(reply.answer().segment())
        .contains(new Answer.SegmentOffer("近 30 天计入省份为广东的支付买家数", Optional.of("岭南客")));
    assertThat(reply.answer().query()).isEqualTo(talk.last().map(Conversation.Turn::query));
    assertThat(reply.conversation()).isEqualTo(talk);
    assertThat(folder.resolve("saved.yaml")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({"save these users as a segment, no answer to save", "存为人群, 还没有可以存的回答"})
  void withoutAnAnswerThereIsNobodyToSave(String words, String why) {
    Answer answer = ask(served(), words, Conversation.NEW).answer();

    assertThat(answer.status()).isEqualTo(Answer.Status.DECLINED);
    assertThat(answer.issues()).singleElement().satisfies(i -> assertThat(i.text()).contains(why));
  }

  @Test
  void anAnswerOffersOnlyWhatCanBeSaved() {
    assertThat(ask(served(), "近30天的买家数", Conversation.NEW).answer().segment()).isPresent();
    assertThat(ask(served(), "近30天的GMV", Conversation.NEW).answer().segment()).isEmpty();
  }
}
