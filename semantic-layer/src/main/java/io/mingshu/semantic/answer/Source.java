package io.mingshu.semantic.answer;

import io.mingshu.semantic.text.Text;

/**
 * A table that an answer was read from.
 *
 * @param reason why from this one, where there was a choice
 */
public record Source(String table, Text reason) {}
