/** Segments that are saved from answers: into the catalog, checked before, or as proposals. */
@NullMarked
package io.mingshu.gateway.saving;

import org.jspecify.annotations.NullMarked;
