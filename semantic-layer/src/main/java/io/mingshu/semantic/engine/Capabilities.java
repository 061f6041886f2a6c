package io.mingshu.semantic.engine;

/**
 * What an engine can do, so that plans are chosen by capability.
 *
 * @param distinctBesideOthers whether a distinct count can be taken exactly, and without a plan of
 *     its own, in one aggregation with other figures
 * @param estimatesDistinct whether it can estimate distinct counts with a known bound of the error
 * @param live whether its rows may change while it is open
 */
public record Capabilities(boolean distinctBesideOthers, boolean estimatesDistinct, boolean live) {}
