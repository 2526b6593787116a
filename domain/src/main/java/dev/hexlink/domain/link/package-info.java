/** Links: the key they are found under, where they lead, and when they may be followed. */
@NullMarked
package dev.hexlink.domain.link;

import org.jspecify.annotations.NullMarked;
