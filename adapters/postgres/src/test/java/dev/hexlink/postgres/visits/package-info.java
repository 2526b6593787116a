@NullMarked
package dev.hexlink.postgres.visits;

import org.jspecify.annotations.NullMarked;
