@NullMarked
package dev.hexlink.contracts.servers;

import org.jspecify.annotations.NullMarked;
