package io.mingshu.gateway.saving;

import io.mingshu.semantic.query.SemanticQuery;
import io.mingshu.semantic.text.Language;

/** A question that is to be read as a query from now on. */
public record VerifiedWish(String question, Language language, SemanticQuery query) {}
