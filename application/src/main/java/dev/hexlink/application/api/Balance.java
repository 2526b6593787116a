package dev.hexlink.application.api;

/**
 * Where the visits of this instance's journal are: {@code appended = settled + unsettled}, over all epochs still in the journal.
 *
 * @param refused visits that were answered but not recorded since the start
 */
public record Balance(long appended, long settled, long unsettled, long refused) {}
