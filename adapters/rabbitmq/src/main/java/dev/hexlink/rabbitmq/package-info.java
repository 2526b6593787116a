/**
 * The way of visits to the workers through RabbitMQ.
 *
 * <p>A batch of visits is a letter: one message of versioned JSON ({@link dev.hexlink.rabbitmq.LetterWriter},
 * {@link dev.hexlink.rabbitmq.LetterReader}). What lies where is in {@link dev.hexlink.rabbitmq.Topology}. There are two connections, so that a broker
 * that takes no letters still hands them out: the {@link dev.hexlink.rabbitmq.Publisher} has one, the {@link dev.hexlink.rabbitmq.LetterCarrier}s
 * share the other. Each is a {@link dev.hexlink.rabbitmq.Line}: made when it is needed, and made anew after it broke. A call that hangs in one is
 * freed by cutting the {@link dev.hexlink.rabbitmq.Wire}, never by an interrupt.
 */
@NullMarked
package dev.hexlink.rabbitmq;

import org.jspecify.annotations.NullMarked;
