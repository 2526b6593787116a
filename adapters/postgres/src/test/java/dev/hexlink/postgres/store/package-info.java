/** Proves what the adapters stand on, and lends stores to the tests of the module. */
@NullMarked
package dev.hexlink.postgres.store;

import org.jspecify.annotations.NullMarked;
