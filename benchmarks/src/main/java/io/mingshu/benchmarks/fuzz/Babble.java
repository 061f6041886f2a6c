package io.mingshu.benchmarks.fuzz;

import static io.mingshu.benchmarks.fuzz.Vocabulary.any;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Makes questions at random: near to sensible ones, far from them, and as hard as can be. */
final class Babble {
  /** The longest question that is read. */
  static final int LONGEST = 2_000;

  private static final List<String> JOINTS =
      List.of("", "", " ", " ", "的", "、", ", ", "和", " and ", " by ", "各", "  ", "-", "(", "？");

  private static final List<String> BUILDING =
      List.of("那", "换成", "再看", "只看", "去掉", "加上", "这几个", "and ", "just ", "now ", "what about ");

  private static final List<String> ODD =
      List.of(
          "\u0301", "😀", "\u200B", "\u0000", "\uD83D", "㎡", "ﬁ", "Ⅻ", "\n", "\t", "\"", "'", "％",
          "＄", "İ", "ß", "Ω", "あ", "한", "١٢", "½", "%", "\\", "{}", "<b>", "';--", "𠮷");

  private final Vocabulary words;
  private final Random random;

  Babble(Vocabulary words, Random random) {
    this.words = words;
    this.random = random;
  }

  /** Of a length that people type. */
  String question() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> sensible();
      case 2 -> any(words.examples(), random);
      case 3, 4 -> changed(random.nextBoolean() ? any(words.examples(), random) : sensible());
      case 5 -> mixed(1 + random.nextInt(12));
      case 6 -> sensible() + any(JOINTS, random) + mixed(1 + random.nextInt(3));
      default -> mixed(1 + random.nextInt(6)) + any(JOINTS, random) + sensible();
    };
  }

  /** What leans on an earlier question. */
  String followUp() {
    String rest = random.nextInt(3) == 0 ? question() : mixed(1 + random.nextInt(3));
    return any(BUILDING, random) + rest + (random.nextInt(3) == 0 ? "呢" : "");
  }

  /** Of as many characters as are read. */
  String longest() {
    StringBuilder text = new StringBuilder(LONGEST + 64);
    List<String> unit = new ArrayList<>();
    String joint = any(JOINTS, random);
    switch (random.nextInt(8)) {
      case 0 -> unit.add(word());
      case 1 -> {
        unit.addAll(any(words.kinds(), random));
        Collections.shuffle(unit, random);
      }
      case 2 -> {
        for (int i = 2 + random.nextInt(4); i > 0; i--) {
          unit.add(word());
        }
      }
      case 3 -> unit.add(question());
      case 4 -> {
        int digits = 1 + random.nextInt(30);
        for (int i = 0; i < 40; i++) {
          unit.add(digits(1 + random.nextInt(digits)));
        }
      }
      case 5 -> {
        for (int i = 0; i < 60; i++) {
          unit.add(random.nextInt(3) == 0 ? any(ODD, random) : word());
        }
      }
      case 6 -> {
        for (int i = 0; i < 200; i++) {
          unit.add(sensible());
        }
      }
      default -> {
        for (int i = 0; i < 400; i++) {
          unit.add(word());
        }
      }
    }
    unit.removeIf(String::isEmpty);
    for (int i = 0; text.length() < LONGEST; i++) {
      text.append(unit.get(i % unit.size())).append(joint);
    }
    return text.substring(0, LONGEST);
  }

  /** Anything between a question and the longest. */
  String middling() {
    return longest().substring(0, 100 + random.nextInt(900));
  }

  private String sensible() {
    List<String> parts = new ArrayList<>();
    parts.add(any(words.metrics(), random));
    if (random.nextInt(4) > 0) {
      parts.add(Vocabulary.period(random));
    }
    if (random.nextInt(2) == 0) {
      parts.add(any(words.values(), random));
    }
    if (random.nextInt(2) == 0) {
      parts.add((random.nextBoolean() ? "各" : "by ") + any(words.dimensions(), random));
    }
    if (random.nextInt(3) == 0) {
      parts.add(any(words.numbers(), random));
    }
    if (random.nextInt(3) == 0) {
      parts.add(any(words.cues(), random));
    }
    if (random.nextInt(4) == 0) {
      parts.add(any(words.filler(), random));
    }
    Collections.shuffle(parts, random);
    return String.join(random.nextBoolean() ? " " : "", parts);
  }

  private String mixed(int count) {
    StringBuilder text = new StringBuilder();
    String last = "";
    for (int i = 0; i < count; i++) {
      last = i > 0 && random.nextInt(6) == 0 ? last : word();
      text.append(last).append(random.nextInt(3) == 0 ? any(JOINTS, random) : " ");
    }
    return text.toString();
  }

  /** With a letter changed, twice or gone, or a word put in. */
  private String changed(String text) {
    int at = random.nextInt(text.length());
    return switch (random.nextInt(5)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
      case 2 -> text.substring(0, at) + word() + text.substring(at);
      case 3 -> text.substring(0, at) + any(ODD, random) + text.substring(at);
      default -> text.substring(at) + any(JOINTS, random) + text.substring(0, at);
    };
  }

  private String word() {
    return random.nextInt(12) == 0
        ? digits(1 + random.nextInt(6))
        : any(any(words.kinds(), random), random);
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    String alphabet = random.nextInt(4) == 0 ? "零一二两三四五六七八九十百千万亿" : "0123456789.,%-/";
    for (int i = 0; i < count; i++) {
      digits.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return digits.toString();
  }
}
