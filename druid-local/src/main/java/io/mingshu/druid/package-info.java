/**
 * A real Druid on this machine. Its jars never come onto our class path: it runs in processes of
 * its own and is spoken to over HTTP only.
 */
@NullMarked
package io.mingshu.druid;

import org.jspecify.annotations.NullMarked;
