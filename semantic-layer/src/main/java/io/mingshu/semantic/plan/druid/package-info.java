/**
 * Plans on Druid. What lies over one table (its filter, its groups, its figures) is one Druid
 * statement, which Druid answers as one native query; what joins, compares or ranks the grouped
 * rows is done in a database in memory. So no statement ever joins in Druid: neither the wrong
 * results of its joins nor their bounds concern us.
 */
@NullMarked
package io.mingshu.semantic.plan.druid;

import org.jspecify.annotations.NullMarked;
