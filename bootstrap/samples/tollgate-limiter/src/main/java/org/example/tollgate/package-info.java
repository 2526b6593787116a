/** Rate limits that many instances share, kept by a small daemon of its own. */
@NullMarked
package org.example.tollgate;

import org.jspecify.annotations.NullMarked;
