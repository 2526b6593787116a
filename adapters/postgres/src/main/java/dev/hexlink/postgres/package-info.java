/** Everything that must outlive a process, in Postgres: links, visits and their counts, budgets, keys, leases. */
@NullMarked
package dev.hexlink.postgres;

import org.jspecify.annotations.NullMarked;
