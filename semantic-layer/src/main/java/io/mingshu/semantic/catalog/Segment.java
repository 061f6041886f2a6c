package io.mingshu.semantic.catalog;

import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;
import java.util.Optional;

/**
 * People who are set apart by a rule, at the moment of asking. Queries know it as a dimension of
 * its name whose values are {@code true} and {@code false}.
 *
 * @param terms further words for it
 * @param description what it is for; the rule itself is read out beside it
 */
public record Segment(
    String name, Text label, Terms terms, Optional<Text> description, Kind kind, SegmentRule rule) {

  /** What a segment tells about people. */
  public enum Kind {
    BASIC,
    BEHAVIOUR,
    INTEREST,
    VALUE,
    CONTENT,
    SOCIAL
  }
}
