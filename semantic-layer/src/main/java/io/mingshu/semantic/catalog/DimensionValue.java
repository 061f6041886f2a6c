package io.mingshu.semantic.catalog;

import io.mingshu.semantic.text.Terms;
import io.mingshu.semantic.text.Text;

/**
 * A value of a dimension.
 *
 * @param code the value as the data have it; answers hold codes
 * @param label its name in each language
 * @param terms further words for it
 */
public record DimensionValue(String code, Text label, Terms terms) {}
