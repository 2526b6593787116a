/** The rules, each with the class that shows that it bites. */
@NullMarked
package dev.hexlink.architecture.rules;

import org.jspecify.annotations.NullMarked;
