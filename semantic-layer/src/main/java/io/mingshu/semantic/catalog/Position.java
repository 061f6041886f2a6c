package io.mingshu.semantic.catalog;

/** A place in a catalog file; line and column count from 1. */
public record Position(String file, int line, int column) {}
