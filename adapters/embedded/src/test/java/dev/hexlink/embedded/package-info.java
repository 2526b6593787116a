/** How the embedded adapters are offered as beans. */
@NullMarked
package dev.hexlink.embedded;

import org.jspecify.annotations.NullMarked;
