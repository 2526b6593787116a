/** What can be set: the records for what spans modules, and the check that nothing is set that nobody reads. */
@NullMarked
package dev.hexlink.bootstrap.configuration;

import org.jspecify.annotations.NullMarked;
