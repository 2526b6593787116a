/** Contract tests, most of which prove nothing. */
@NullMarked
package dev.hexlink.architecture.broken.proofs;

import org.jspecify.annotations.NullMarked;
