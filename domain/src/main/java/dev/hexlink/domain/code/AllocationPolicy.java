package dev.hexlink.domain.code;

/**
 * Where the code of a new link comes from. In base62, codes from a counter (4 to 10 characters), a snowflake
 * (11) and a draw (12 or more) differ in length, so that a change between them collides with nothing.
 */
public sealed interface AllocationPolicy permits LeasedCounter, PreGeneratedPool, Snowflake, RandomDraw {}
