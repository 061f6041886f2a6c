/**
 * What people say about answers, kept for the catalog's owner. Nothing learns from it by itself.
 */
@NullMarked
package io.mingshu.gateway.feedback;

import org.jspecify.annotations.NullMarked;
