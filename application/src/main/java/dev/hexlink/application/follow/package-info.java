/** Follows links: from memory, then the shared cache, then the store; and writes each visit to the journal. */
@NullMarked
package dev.hexlink.application.follow;

import org.jspecify.annotations.NullMarked;
