/** The heart of Hexlink: values and policies in plain Java, without clock, randomness or framework. */
@NullMarked
package dev.hexlink.domain;

import org.jspecify.annotations.NullMarked;
