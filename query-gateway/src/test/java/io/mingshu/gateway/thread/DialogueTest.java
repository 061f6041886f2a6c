package io.mingshu.gateway.thread;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingshu.nlq.Conversation;
import io.mingshu.nlq.Interpretation.Origin;
import io.mingshu.semantic.query.Filter;
import io.mingshu.semantic.query.MetricQuery;
import io.mingshu.semantic.query.Period;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DialogueTest {
  private static final Conversation.Turn GMV =
      new Conversation.Turn(
          MetricQuery.of("gmv")
              .withPeriod(new Period.Between(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 30)))
              .withFilter(new Filter.In("province", List.of("浙江"), false)),
          Map.of("province", List.of("浙江", "江苏")));

  @Test
  void isReadAsItWasWritten() {
    Conversation said = Conversation.NEW.after(Origin.QUESTION, GMV);

    assertThat(Dialogue.read(Dialogue.write(said))).isEqualTo(said);
    assertThat(Dialogue.read(Dialogue.write(said.unanswered()))).isEqualTo(said.unanswered());
  }

  @Test
  void ofALongOneTheNewerHalfIsKept() {
    Conversation.Turn large =
        new Conversation.Turn(
            MetricQuery.of("gmv"),
            Map.of("brand", Collections.nCopies(100, "a very long name ".repeat(20))));
    Conversation said = Conversation.NEW;
    for (int i = 0; i < 19; i++) {
      said = said.after(Origin.QUESTION, large);
    }
    said = said.after(Origin.QUESTION, GMV);

    String written = Dialogue.write(said);

    assertThat(written).hasSizeLessThan(256 * 1024);
    assertThat(Dialogue.read(written).last()).contains(GMV);
    assertThat(Dialogue.read(written).answered()).hasSizeBetween(2, 19);
  }

  @Test
  void whatAnotherVersionWroteBeginsAnew() {
    assertThat(Dialogue.read("{\"turns\":7}")).isEqualTo(Conversation.NEW);
  }
}
