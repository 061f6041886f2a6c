/**
 * Failures with stable codes. What a user can put right while asking is no failure but an issue, a
 * value (see the language module).
 */
@NullMarked
package io.mingshu.semantic.error;

import org.jspecify.annotations.NullMarked;
