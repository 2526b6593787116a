/** What an instance serves by its roles, and what it says about the rest. */
@NullMarked
package dev.hexlink.http.role;

import org.jspecify.annotations.NullMarked;
