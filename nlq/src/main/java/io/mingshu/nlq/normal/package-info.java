/**
 * The question as typed, brought to one form (simplified, half-width, lower case), with the way
 * back to the typed characters.
 */
@NullMarked
package io.mingshu.nlq.normal;

import org.jspecify.annotations.NullMarked;
