/** Words in the two languages of the product. */
@NullMarked
package io.mingshu.semantic.text;

import org.jspecify.annotations.NullMarked;
