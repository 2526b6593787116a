/** Classes that break the rules, one each, so that a rule which no longer bites is noticed. */
@NullMarked
package dev.hexlink.architecture.broken;

import org.jspecify.annotations.NullMarked;
