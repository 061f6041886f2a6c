package io.mingshu.semantic.engine;

/**
 * What an engine can do exactly.
 *
 * @param windowFunctionsOverRows whether window functions run over raw rows
 * @param exactDistinctOverJoins whether a distinct count above a join of subqueries can be trusted
 */
public record Capabilities(boolean windowFunctionsOverRows, boolean exactDistinctOverJoins) {}
