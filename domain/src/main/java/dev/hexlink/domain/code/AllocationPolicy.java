package dev.hexlink.domain.code;

/** Where the code of a new link comes from. Codes of different policies differ in length, so that a change of policy collides with nothing. */
public sealed interface AllocationPolicy permits LeasedCounter, PreGeneratedPool, Snowflake, RandomDraw {}
