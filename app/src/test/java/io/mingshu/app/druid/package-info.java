/** Answers from a real Druid: equal to those of the other engine and of plain loops over rows. */
@NullMarked
package io.mingshu.app.druid;

import org.jspecify.annotations.NullMarked;
