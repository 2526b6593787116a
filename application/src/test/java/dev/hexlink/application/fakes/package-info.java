/** The ports as tests want them: small, in the heap, held at gates and switched off at will. */
@NullMarked
package dev.hexlink.application.fakes;

import org.jspecify.annotations.NullMarked;
