/** The {@code mingshu} command: picks the parts and wires them together. Nothing depends on it. */
@NullMarked
package io.mingshu.app;

import org.jspecify.annotations.NullMarked;
