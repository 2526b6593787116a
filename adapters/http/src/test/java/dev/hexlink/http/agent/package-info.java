/** Tests of reading user agents. */
@NullMarked
package dev.hexlink.http.agent;

import org.jspecify.annotations.NullMarked;
