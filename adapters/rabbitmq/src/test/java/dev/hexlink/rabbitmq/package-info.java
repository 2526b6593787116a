/** Proves the adapters of this module. */
@NullMarked
package dev.hexlink.rabbitmq;

import org.jspecify.annotations.NullMarked;
