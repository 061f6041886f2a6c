package io.mingshu.seeds.importer;

/**
 * What the texts of a column look like.
 *
 * @param name as the header spells it
 * @param filled how many rows have a value
 * @param distinct how many different values
 * @param whole how many are whole numbers, {@code 17850.0} included
 * @param numbers how many are numbers
 * @param exponents how many are numbers with an exponent
 * @param padded how many are digits with a leading zero
 * @param booleans how many are true or false
 * @param decimals the most digits after the point
 * @param shortest length of the shortest
 * @param longest length of the longest
 */
record ColumnProfile(
    String name,
    long filled,
    long distinct,
    long whole,
    long numbers,
    long exponents,
    long padded,
    long booleans,
    int decimals,
    int shortest,
    int longest) {

  boolean mostly(long count) {
    return filled > 0 && count >= 0.9 * filled;
  }
}
