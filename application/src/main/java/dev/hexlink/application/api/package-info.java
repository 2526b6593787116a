/** What Hexlink can be asked to do, and what may come of it. */
@NullMarked
package dev.hexlink.application.api;

import org.jspecify.annotations.NullMarked;
