@NullMarked
package io.mingshu.seeds.shop;

import org.jspecify.annotations.NullMarked;
