/**
 * What can be learned from what people said about answers: proposals to the catalog's owner.
 * Nothing here changes anything.
 */
@NullMarked
package io.mingshu.nlq.learning;

import org.jspecify.annotations.NullMarked;
