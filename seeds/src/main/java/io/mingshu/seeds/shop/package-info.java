/**
 * The demo shop: a marketplace simulated day by day from a seed. State is a few primitive arrays by
 * user, so that the largest scale streams through a small heap; every truth that the documentation
 * promises ({@code docs/demo-shop.md}) is steered towards its figure, not hoped for.
 */
@NullMarked
package io.mingshu.seeds.shop;

import org.jspecify.annotations.NullMarked;
