/**
 * When: an own grammar of Chinese and English time expressions. Digits and time words that it
 * cannot place stay unconsumed, so that the question is asked back and never cut short.
 */
@NullMarked
package io.mingshu.nlq.time;

import org.jspecify.annotations.NullMarked;
