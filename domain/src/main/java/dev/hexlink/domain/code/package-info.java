/** Short codes: what they are, and how a counter value becomes one that nobody can guess. */
@NullMarked
package dev.hexlink.domain.code;

import org.jspecify.annotations.NullMarked;
