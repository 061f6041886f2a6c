/** Against a scripted broker; what a real Druid does is in {@code docs/druid.md}. */
@NullMarked
package io.mingshu.semantic.engine.druid;

import org.jspecify.annotations.NullMarked;
