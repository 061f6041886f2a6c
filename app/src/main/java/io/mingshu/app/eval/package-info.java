/** Question sets: asked, compared with hand-written SQL, and scored. */
@NullMarked
package io.mingshu.app.eval;

import org.jspecify.annotations.NullMarked;
