package io.mingshu.semantic.plan;

import io.mingshu.semantic.answer.Note;
import io.mingshu.semantic.text.Text;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * How far estimates from a sample may be from the truth: the widest of their 95% intervals. A group
 * of nobody in the sample may still be somebody.
 */
final class SampleBound {
  private static final double DEVIATIONS = 2;

  private final double share;
  private double people;
  private double rate;

  /**
   * @param share which share of all people the sample is
   */
  SampleBound(double share) {
    this.share = share;
  }

  /** Adds a figure: how many of the sample there are, and how many of these came back. */
  void add(long users, long retained) {
    people = Math.max(people, ofPeople(users));
    rate = Math.max(rate, ofRate(users, retained));
  }

  /** Adds a figure over several groups, which may be of the same people and so err alike. */
  void addPooled(long[] users, long[] retained) {
    double all = Math.max(1, LongStream.of(users).sum());
    double sum = 0;
    double mean = 0;
    for (int i = 0; i < users.length; i++) {
      sum += ofPeople(users[i]);
      mean += users[i] / all * ofRate(users[i], retained[i]);
    }
    people = Math.max(people, sum);
    rate = Math.max(rate, mean);
  }

  private double ofPeople(long users) {
    return DEVIATIONS * Math.sqrt(1 - share) * Math.sqrt(users + 1.0) / share;
  }

  private double ofRate(long users, long retained) {
    double all = users + DEVIATIONS * DEVIATIONS;
    double likely = (retained + DEVIATIONS) / all;
    return DEVIATIONS * Math.sqrt(1 - share) * Math.sqrt(likely * (1 - likely) / all);
  }

  Note note() {
    String many = String.format(Locale.ROOT, "%,d", (long) Math.ceil(people));
    String points = String.format(Locale.ROOT, "%.1f", Math.ceil(rate * 1_000) / 10);
    return new Note(
        Note.Code.ESTIMATED,
        new Text(
            "留存是估算值：95% 的把握，人数误差不超过 ±" + many + " 人，留存率误差不超过 ±" + points + " 个百分点",
            "Retention is estimated: with 95% confidence, numbers of people are within ±"
                + many
                + " and rates within ±"
                + points
                + " percentage points of the exact figures"));
  }
}
