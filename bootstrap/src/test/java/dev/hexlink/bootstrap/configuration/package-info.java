@NullMarked
package dev.hexlink.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;
