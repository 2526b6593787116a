@NullMarked
package dev.hexlink.bootstrap;

import org.jspecify.annotations.NullMarked;
