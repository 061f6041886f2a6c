package io.mingshu.semantic.plan;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One of several shares into which people are dealt, whatever they do, so that an engine sorts one
 * after the other in memory rather than all of them on disk.
 *
 * @param number from 0 on
 * @param of how many there are
 */
record Share(int number, int of) {
  static final Share ALL = new Share(0, 1);

  boolean isAll() {
    return of == 1;
  }

  /** Something for each of so many. */
  static <T> List<T> each(int shares, Function<Share, T> made) {
    return IntStream.range(0, shares).mapToObj(i -> made.apply(new Share(i, shares))).toList();
  }
}
