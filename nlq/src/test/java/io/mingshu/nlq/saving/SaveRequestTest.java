package io.mingshu.nlq.saving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What asks for people to be saved, and what only looks like it. */
class SaveRequestTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          把这些用户存成分群 |
          把这些用户存成分群 叫高潜用户 | 高潜用户
          把这些用户存成分群，叫“6月 大客”。 | 6月 大客
          把这些人存为人群 | ''
          存为人群高潜用户 | 高潜用户
          存成一个新的人群，名为 羊毛党二号 | 羊毛党二号
          请帮我把他们保存为“高潜用户”人群 | 高潜用户
          將這些用戶存成分群 叫高潛用戶 | 高潛用戶
          建一个人群叫高潜用户 | 高潜用户
          save these users as a segment |
          Save these users as a segment called June buyers | June buyers
          save them as a new segment named "Big Spenders". | Big Spenders
          please save this as an audience: night owls | night owls
          create a segment from these users called night owls | night owls
          """)
  void asksForPeopleToBeSaved(String text, String label) {
    Optional<String> expected = Optional.ofNullable(label).filter(name -> !name.isEmpty());

    assertThat(SaveRequest.in(text))
        .hasValueSatisfying(request -> assertThat(request.label()).isEqualTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "分群有哪些",
        "高价值用户人群的GMV",
        "存货人群的GMV",
        "这些用户的GMV",
        "新建人群的GMV",
        "RFM各分群人数",
        "gmv by segment",
        "save rate by channel",
        "how many users are in the segment"
      })
  void whatAsksForAFigureDoesNot(String text) {
    assertThat(SaveRequest.in(text)).isEmpty();
  }
}
