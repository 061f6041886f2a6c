package io.mingshu.semantic.behaviour;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.stream.LongStream;

/**
 * A compact theta sketch of Apache DataSketches: hashes of different values, of all whose hash lies
 * below a limit. As a value has the same hash in every sketch, sketches cut to one limit are the
 * same sample of whatever they are of.
 */
public final class ThetaSketch {
  /** The limit of a sketch that holds every value. */
  public static final long ALL = Long.MAX_VALUE;

  private static final int LONGS_BEFORE = 0x3f;
  private static final int SERIAL_VERSION = 3;
  private static final int COMPACT_FAMILY = 3;
  private static final int EMPTY = 4;

  /** Nothing and nobody. */
  public static final ThetaSketch NONE = new ThetaSketch(ALL, new long[0]);

  private final long limit;
  private final long[] hashes;

  private ThetaSketch(long limit, long[] hashes) {
    this.limit = limit;
    this.hashes = hashes;
  }

  /**
   * @param base64 the bytes as DataSketches writes them
   * @throws IllegalArgumentException where they are something else
   */
  public static ThetaSketch read(String base64) {
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(base64)).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.limit() < Long.BYTES
        || bytes.get(1) != SERIAL_VERSION
        || bytes.get(2) != COMPACT_FAMILY) {
      throw new IllegalArgumentException("not a compact theta sketch");
    }
    int before = bytes.get(0) & LONGS_BEFORE;
    if ((bytes.get(5) & EMPTY) != 0) {
      return NONE;
    }
    int count = before == 1 ? 1 : bytes.getInt(Long.BYTES);
    long limit = before < 3 ? ALL : bytes.getLong(2 * Long.BYTES);
    if (count < 0 || bytes.limit() < (before + count) * Long.BYTES) {
      throw new IllegalArgumentException("a theta sketch that was cut");
    }
    long[] hashes = new long[count];
    bytes
        .position(before * Long.BYTES)
        .slice()
        .order(ByteOrder.LITTLE_ENDIAN)
        .asLongBuffer()
        .get(hashes);
    return new ThetaSketch(limit, hashes);
  }

  /** Hashes below it are there; {@link #ALL} where none was left out. */
  public long limit() {
    return limit;
  }

  /** The hashes that are there. */
  public LongStream hashes() {
    return LongStream.of(hashes);
  }

  /** Which share of all values lies below a limit. */
  public static double share(long limit) {
    return (double) limit / ALL;
  }
}
