package dev.hexlink.architecture.broken.journal;

import dev.hexlink.architecture.broken.contracts.Contract;

/** An adapter that ships its own test. */
public record ShipsAContract() implements Contract {}
