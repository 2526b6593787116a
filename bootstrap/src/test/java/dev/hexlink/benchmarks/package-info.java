/**
 * The benchmarks that {@code ./hexlink bench} runs: the packaged server against a peer or a physical limit, in one run. Java starts
 * {@link dev.hexlink.benchmarks.Benchmarks} from its source, so nothing here may need more than the JDK and JSpecify.
 */
@NullMarked
package dev.hexlink.benchmarks;

import org.jspecify.annotations.NullMarked;
