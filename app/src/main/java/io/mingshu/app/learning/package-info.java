/** What the owner of a catalog decides about what people have said: listed, accepted, rejected. */
@NullMarked
package io.mingshu.app.learning;

import org.jspecify.annotations.NullMarked;
