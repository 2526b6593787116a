/** Tests of the visit journal. */
@NullMarked
package dev.hexlink.journal;

import org.jspecify.annotations.NullMarked;
