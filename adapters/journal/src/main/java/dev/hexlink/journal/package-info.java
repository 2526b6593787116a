/**
 * The crash-safe visit journal: append-only segment files, one epoch for each opening. What is in the operating system's hands survives a kill of
 * the process; a group of appends is brought to the disk by one fsync.
 *
 * <p>
 * Files are written and read by {@link java.io.RandomAccessFile}, never through an interruptible channel: an interrupt there would close the file
 * for everyone. How far an epoch was released is not kept on the disk: the store of visits is the one authority on what is settled, the forwarder
 * asks it at every start, and a store that was put back from a backup gets the visits of the retention again.
 */
@NullMarked
package dev.hexlink.journal;

import org.jspecify.annotations.NullMarked;
