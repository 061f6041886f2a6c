package io.mingshu.semantic.behaviour.naive;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How long users took from one step to another.
 *
 * @param seconds of each user who got to the later step, by the user's best chain, ascending
 */
public record TimeToConvert(List<Double> seconds) {
  private static final int MOST_BINS = 60;

  /** So many users took at least so long, and less than the next bin's time. */
  public record Bin(long fromSeconds, int users) {}

  public TimeToConvert {
    seconds = seconds.stream().sorted().toList();
  }

  public OptionalDouble averageSeconds() {
    return seconds.stream().mapToDouble(Double::doubleValue).average();
  }

  /**
   * Equal bins, in whole seconds, from the shortest time on, and after them the one in which the
   * longest time falls where they end exactly there. Unless their number is given, it is the cube
   * root of the number of users, rounded up, and 60 at most. One bin where all took equally long.
   */
  public List<Bin> histogram(OptionalInt bins) {
    if (seconds.isEmpty()) {
      return List.of();
    }
    long shortest = (long) Math.floor(seconds.get(0));
    long longest = (long) Math.floor(seconds.get(seconds.size() - 1));
    if (longest == shortest) {
      return List.of(new Bin(shortest, seconds.size()));
    }
    int number = bins.orElse(usualBins());
    long width = (longest - shortest + number - 1) / number;
    List<Bin> histogram = new ArrayList<>();
    for (int bin = 0; bin <= number; bin++) {
      long from = shortest + bin * width;
      long users = seconds.stream().filter(time -> time >= from && time < from + width).count();
      histogram.add(new Bin(from, (int) users));
    }
    return histogram;
  }

  private int usualBins() {
    int bins = 1;
    while (bins < MOST_BINS && bins * bins * bins < seconds.size()) {
      bins++;
    }
    return bins;
  }
}
