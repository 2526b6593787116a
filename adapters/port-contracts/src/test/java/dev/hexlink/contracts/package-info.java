/** The tests of the contracts: adapters on the heap that must pass, and broken ones that must be rejected. */
@NullMarked
package dev.hexlink.contracts;

import org.jspecify.annotations.NullMarked;
