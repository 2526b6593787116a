/** The API of statistics and visits, as JSON and CSV. */
@NullMarked
package dev.hexlink.http.statistics;

import org.jspecify.annotations.NullMarked;
