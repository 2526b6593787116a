/** What is done when something does not answer: calls are kept away from it, and the world is told once. */
@NullMarked
package dev.hexlink.application.resilience;

import org.jspecify.annotations.NullMarked;
