/** Shows links to their owners and changes them. */
@NullMarked
package dev.hexlink.application.manage;

import org.jspecify.annotations.NullMarked;
