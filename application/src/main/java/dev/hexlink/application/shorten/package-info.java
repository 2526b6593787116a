/** Makes links: codes are allocated without asking the store, and many requests share one commit. */
@NullMarked
package dev.hexlink.application.shorten;

import org.jspecify.annotations.NullMarked;
