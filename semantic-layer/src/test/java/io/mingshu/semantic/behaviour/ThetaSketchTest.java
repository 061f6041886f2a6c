package io.mingshu.semantic.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Sketches as DataSketches writes them: 1, 2 or 3 longs, and then the hashes. */
class ThetaSketchTest {
  private static final byte EMPTY = 4;
  private static final byte COMPACT_AND_ORDERED = 26;

  @Test
  void anEmptyOneHoldsNobody() {
    assertThat(ThetaSketch.read(text(bytes(1, EMPTY)))).isSameAs(ThetaSketch.NONE);
  }

  @Test
  void aSingleValueHasNoCount() {
    ThetaSketch sketch = ThetaSketch.read(text(bytes(1, COMPACT_AND_ORDERED, 42)));

    assertThat(sketch.hashes().toArray()).containsExactly(42);
    assertThat(sketch.limit()).isEqualTo(ThetaSketch.ALL);
  }

  @Test
  void aFewValuesAreAllThere() {
    ThetaSketch sketch = ThetaSketch.read(text(bytes(2, COMPACT_AND_ORDERED, 2, 17, 42)));

    assertThat(sketch.hashes().toArray()).containsExactly(17, 42);
    assertThat(ThetaSketch.share(sketch.limit())).isEqualTo(1);
  }

  @Test
  void ofManyValuesThereAreThoseBelowALimit() {
    long quarter = ThetaSketch.ALL / 4;
    ThetaSketch sketch = ThetaSketch.read(text(bytes(3, COMPACT_AND_ORDERED, 1, quarter, 17)));

    assertThat(sketch.hashes().toArray()).containsExactly(17);
    assertThat(ThetaSketch.share(sketch.limit())).isEqualTo(0.25);
  }

  @Test
  void whatIsCutOrSomethingElseIsRefused() {
    assertThatThrownBy(() -> ThetaSketch.read(text(bytes(2, COMPACT_AND_ORDERED, 2, 17))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ThetaSketch.read(text(new byte[16])))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ThetaSketch.read("AgM=")).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bytes(int longsBefore, byte flags, long... longs) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES * (1 + longs.length)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) longsBefore).put((byte) 3).put((byte) 3).put((byte) 15).put((byte) 0);
    bytes.put(flags).putShort((short) 0);
    for (long one : longs) {
      bytes.putLong(one);
    }
    return bytes.array();
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
