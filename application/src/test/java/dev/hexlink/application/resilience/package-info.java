@NullMarked
package dev.hexlink.application.resilience;

import org.jspecify.annotations.NullMarked;
