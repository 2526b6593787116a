/** Breaks rules. */
@NullMarked
package dev.hexlink.architecture.broken.rabbitmq;

import org.jspecify.annotations.NullMarked;
