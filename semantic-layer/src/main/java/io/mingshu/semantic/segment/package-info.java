/** From what was asked to who was meant: rules of segments out of queries. */
@NullMarked
package io.mingshu.semantic.segment;

import org.jspecify.annotations.NullMarked;
