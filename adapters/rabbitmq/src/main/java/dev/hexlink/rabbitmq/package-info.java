/** The way of visits to the workers through RabbitMQ. */
@NullMarked
package dev.hexlink.rabbitmq;

import org.jspecify.annotations.NullMarked;
