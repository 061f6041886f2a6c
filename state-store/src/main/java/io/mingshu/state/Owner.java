package io.mingshu.state;

/**
 * Whose something is.
 *
 * @param catalog the name of the catalog that it is about: one store may serve several
 * @param name of the principal
 */
public record Owner(String catalog, String name) {}
