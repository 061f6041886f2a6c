/**
 * From queries and answers back to words, in Chinese and in English: the reading of a question, the
 * answer's sentence, definitions, what could be asked next. Every figure in a sentence is one of
 * the answer's own, rounded for reading and never computed here.
 */
@NullMarked
package io.mingshu.nlq.wording;

import org.jspecify.annotations.NullMarked;
