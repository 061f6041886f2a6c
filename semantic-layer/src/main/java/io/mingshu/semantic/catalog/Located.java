package io.mingshu.semantic.catalog;

/** A value and where it stands. */
record Located<T>(T value, Position at) {}
