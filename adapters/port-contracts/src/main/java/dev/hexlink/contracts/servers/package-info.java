/**
 * The servers that tests run against. A {@code Test…} is a part of its own on the server that stands ready, and is gone afterwards; a
 * {@code Private…} is a whole server of the test's own, which may be killed, stopped and cut off. {@code ./hexlink test} has them stand ready; a
 * server that does not answer fails the test.
 */
@NullMarked
package dev.hexlink.contracts.servers;

import org.jspecify.annotations.NullMarked;
