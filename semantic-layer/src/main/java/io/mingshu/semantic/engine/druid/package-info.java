/**
 * Druid, over HTTP. How the tables of a data set are laid out in its datasources, and a backend
 * that never passes on a part of an answer: neither one that was cut, nor one to which a server
 * that is away should have added.
 */
@NullMarked
package io.mingshu.semantic.engine.druid;

import org.jspecify.annotations.NullMarked;
