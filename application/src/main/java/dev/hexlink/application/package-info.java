/** Hexlink's use cases put together: {@link dev.hexlink.application.Hexlink} takes the ports and hands out the use cases. */
@NullMarked
package dev.hexlink.application;

import org.jspecify.annotations.NullMarked;
