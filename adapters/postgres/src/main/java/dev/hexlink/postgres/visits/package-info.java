/**
 * Visits in Postgres. A batch is settled by one call of a function of the store, {@code settle_visits}, which is one transaction in one round trip;
 * statistics are read day by day, of the days that a link has visits in.
 */
@NullMarked
package dev.hexlink.postgres.visits;

import org.jspecify.annotations.NullMarked;
