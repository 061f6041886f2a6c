package io.mingshu.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mingshu.gateway.answer.Asked;
import io.mingshu.gateway.answer.SegmentView;
import io.mingshu.gateway.answer.SegmentsShown;
import io.mingshu.semantic.engine.Cancellation;
import io.mingshu.semantic.engine.Limits;
import io.mingshu.semantic.error.ErrorCode;
import io.mingshu.semantic.error.MingshuException;
import io.mingshu.semantic.plan.Asking;
import io.mingshu.semantic.plan.Principal;
import io.mingshu.semantic.query.Filter;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is told of the demo catalog's segments over a tiny shop. */
class SegmentViewTest {
  private static final Asked ASKED =
      Asked.at(OffsetDateTime.parse(TinyShop.AS_OF).toInstant(), Optional.empty(), "test");

  private static SegmentView view() {
    return new SegmentView(OpenShop.answering().layer());
  }

  @Test
  void everySegmentIsReadOutInBothLanguages() {
    SegmentsShown shown = view().list(false, ASKED);

    assertThat(shown.segments()).hasSizeGreaterThanOrEqualTo(24);
    assertThat(shown.segments())
        .extracting(SegmentsShown.SegmentShown::kind)
        .contains("basic", "behaviour", "interest", "value", "content", "social");
    assertThat(shown.segments())
        .allSatisfy(
            segment -> {
              assertThat(segment.definition().zh()).isNotBlank();
              assertThat(segment.definition().en()).isNotBlank().doesNotContain("，");
              assertThat(segment.size()).isEmpty();
            });
  }

  @Test
  void aRuleIsReadOutAsItIs() {
    assertThat(view().list(false, ASKED).segments())
        .filteredOn(segment -> segment.name().equals("active_nonbuyers"))
        .singleElement()
        .satisfies(
            segment ->
                assertThat(segment.definition().zh())
                    .isEqualTo("近 30 天至少 10 天当天计入活跃用户数，且没有：近 30 天支付订单数 ≥ 1"));
  }

  @Test
  void sizesAreThoseOfTheLists() {
    SegmentsShown shown = view().list(true, ASKED);

    SegmentsShown.SegmentShown highValue =
        shown.segments().stream()
            .filter(segment -> segment.name().equals("high_value"))
            .findFirst()
            .orElseThrow();
    List<String> ids = view().ids("high_value", Optional.empty(), ASKED);
    assertThat(highValue.size().orElseThrow().users()).isEqualTo(ids.size()).isPositive();
    assertThat(ids).isSorted().doesNotHaveDuplicates();
    assertThat(shown.rfm().orElseThrow().groups()).hasSize(8);
  }

  @Test
  void aSegmentStandsBesideEverybody() {
    SegmentsShown.Description shown =
        view().describe("high_value", Optional.empty(), List.of("aov"), ASKED);

    assertThat(shown.metrics())
        .extracting(SegmentsShown.MetricShown::metric)
        .containsExactly("aov");
    assertThat(shown.profile())
        .filteredOn(profile -> profile.dimension().equals("gender"))
        .singleElement()
        .satisfies(
            gender ->
                assertThat(gender.values().stream().mapToLong(v -> v.users()).sum())
                    .isEqualTo(shown.size().users()));
  }

  @Test
  void anOverlapIsOfBoth() {
    SegmentsShown.Overlap shown = view().overlap("high_value", "frequent_buyers", ASKED);

    List<String> both =
        view().ids("high_value", Optional.empty(), ASKED).stream()
            .filter(view().ids("frequent_buyers", Optional.empty(), ASKED)::contains)
            .toList();
    assertThat(shown.both()).isEqualTo(both.size());
  }

  @Test
  void whatIsNoSegmentIsNotFound() {
    assertThatThrownBy(() -> view().describe("high_valu", Optional.empty(), List.of(), ASKED))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
    assertThatThrownBy(() -> view().ids("rfm", Optional.of("其他"), ASKED))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @Test
  void nobodyHasIdsWhomTheCatalogDoesNotName() {
    Asking guest =
        new Asking(
            ASKED.asOf(),
            new Principal("guest", Map.of(), Map.of()),
            Limits.DEFAULT,
            Cancellation.none(),
            false);
    Filter.In highValue = new Filter.In("high_value", List.of("true"), false);

    assertThatThrownBy(() -> OpenShop.answering().layer().members(highValue, guest))
        .isInstanceOfSatisfying(
            MingshuException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FORBIDDEN));
  }
}
