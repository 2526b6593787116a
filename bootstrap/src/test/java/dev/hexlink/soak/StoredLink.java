package dev.hexlink.soak;

/**
 * What the store has of one link.
 *
 * @param counted what its counter says
 * @param rows how many visits of it are stored
 * @param rolledUp what its quarters of an hour sum up to
 */
record StoredLink(String code, String target, long counted, long rows, long rolledUp) {}
