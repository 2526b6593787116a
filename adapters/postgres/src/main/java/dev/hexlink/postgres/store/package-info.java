/**
 * What every adapter on Postgres stands on: pools of connections, one for each kind of work, and the schema, brought up to date before the first use.
 * Nothing is connected before the first use, and nothing relies on a session, so a pooler that lends connections by the transaction may stand between.
 */
@NullMarked
package dev.hexlink.postgres.store;

import org.jspecify.annotations.NullMarked;
