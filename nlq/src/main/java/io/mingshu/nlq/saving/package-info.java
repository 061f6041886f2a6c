/** What is said to keep something: words that save people as a segment, and names for it. */
@NullMarked
package io.mingshu.nlq.saving;

import org.jspecify.annotations.NullMarked;
