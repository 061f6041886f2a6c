package io.mingshu.seeds.importer;

/**
 * A column of the imported table.
 *
 * @param name as the header spells it
 * @param role what it is for
 * @param type in the engine
 * @param expression SQL over the raw table; null where the text does not fit the type
 * @param profile what its values look like
 */
record ImportedColumn(
    String name, Role role, String type, String expression, ColumnProfile profile) {

  enum Role {
    TIME,
    /** Names things: orders, customers, items. */
    IDENTIFIER,
    /** Is added up or averaged. */
    MEASURE,
    /** Is grouped by. */
    DIMENSION,
    /** Free text. */
    TEXT
  }

  boolean hasGaps(long rows) {
    return profile.filled() < rows;
  }
}
