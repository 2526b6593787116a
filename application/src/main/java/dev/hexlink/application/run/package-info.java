/** What goes on between requests, and what can be told about it. */
@NullMarked
package dev.hexlink.application.run;

import org.jspecify.annotations.NullMarked;
