/** Questions whose reading the catalog's owner has confirmed: they are found by their wording. */
@NullMarked
package io.mingshu.nlq.verified;

import org.jspecify.annotations.NullMarked;
