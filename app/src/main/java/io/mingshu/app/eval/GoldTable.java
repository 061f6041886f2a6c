package io.mingshu.app.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What gold SQL gives. */
record GoldTable(int columns, List<List<@Nullable Object>> rows) {}
