package io.mingshu.semantic.answer;

import io.mingshu.semantic.text.Text;

/**
 * Something that the reader of an answer must know: the period is not over, empty values form no
 * group, rows were cut.
 */
public record Note(Code code, Text text) {
  /** Stable names of notes. */
  public enum Code {
    DEFAULT_PERIOD,
    INCOMPLETE_PERIOD,
    BASE_INCOMPLETE,
    EMPTY_VALUES_LEFT_OUT,
    NO_WHOLE_UNIT,
    WHOLE_UNITS_ONLY,
    ROWS_CUT,
    CLIPPED_BUCKET,
    NO_ROWS,
    ESTIMATED,
    CORRECTED_WORD,
    VERIFIED_QUESTION,
    DEFINITION,
    /** Some cohorts are left out: what they did later is not over, or before the data. */
    INCOMPLETE_COHORTS,
    /** Which stretches of time were set beside each other. */
    STRETCHES,
    IMMATURE_LEFT_OUT,
    LOWER_BOUND,
    OPEN_WINDOW,
    OVERLAPPING_GROUPS,
    /** Some figures stand beside nothing: their interval is not over, or has no counterpart. */
    NOT_COMPARED,
    /** People belong to segments as of the moment of asking, whatever the period. */
    SEGMENT_MOMENT
  }
}
