/**
 * What a whole installation goes through: two redirecting instances and two workers on private servers, under load and faults, and the books that are
 * compared in the end; and the defects that must be noticed. Java starts {@link dev.hexlink.soak.Proofs} from its source, for
 * {@code ./hexlink bench soak} and its like.
 */
@NullMarked
package dev.hexlink.soak;

import org.jspecify.annotations.NullMarked;
