package io.mingshu.semantic.behaviour;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** How long people took from one step to another: one time for each of them. */
public final class Times {
  private static final double MICROS = 1e6;
  private static final int MOST_BINS = 60;

  private long[] micros = new long[16];
  private int size;
  private boolean sorted = true;

  /** So many people took at least so long, and less than the next bin's time. */
  public record Bin(long fromSeconds, long people) {}

  void add(long time) {
    if (size == micros.length) {
      micros = Arrays.copyOf(micros, 2 * size);
    }
    micros[size++] = time;
    sorted = false;
  }

  public OptionalDouble meanSeconds() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += micros[i];
    }
    return size == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / size / MICROS);
  }

  /** The one in the middle; the mean of the two in the middle where their number is even. */
  public OptionalDouble medianSeconds() {
    if (size == 0) {
      return OptionalDouble.empty();
    }
    sort();
    return OptionalDouble.of((micros[(size - 1) / 2] + micros[size / 2]) / 2.0 / MICROS);
  }

  /**
   * Equal bins, in whole seconds, from the shortest time on, and after them the one in which the
   * longest time falls where they end exactly there. Unless their number is given, it is the cube
   * root of the number of people, rounded up, and 60 at most. One bin where all took equally long.
   */
  public List<Bin> histogram(OptionalInt bins) {
    if (size == 0) {
      return List.of();
    }
    sort();
    long shortest = seconds(0);
    long longest = seconds(size - 1);
    if (longest == shortest) {
      return List.of(new Bin(shortest, size));
    }
    int number = bins.orElse(usualBins());
    long width = (longest - shortest + number - 1) / number;
    long[] people = new long[number + 1];
    for (int i = 0; i < size; i++) {
      people[(int) ((seconds(i) - shortest) / width)]++;
    }
    List<Bin> histogram = new ArrayList<>();
    for (int bin = 0; bin <= number; bin++) {
      histogram.add(new Bin(shortest + bin * width, people[bin]));
    }
    return histogram;
  }

  private long seconds(int place) {
    return Math.floorDiv(micros[place], 1_000_000L);
  }

  private int usualBins() {
    int bins = 1;
    while (bins < MOST_BINS && (long) bins * bins * bins < size) {
      bins++;
    }
    return bins;
  }

  private void sort() {
    if (!sorted) {
      Arrays.sort(micros, 0, size);
      sorted = true;
    }
  }
}
