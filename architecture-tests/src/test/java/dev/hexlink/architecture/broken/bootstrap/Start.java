package dev.hexlink.architecture.broken.bootstrap;

import dev.hexlink.architecture.broken.contracts.Contract;

/** Ships a contract. */
public record Start(Contract contract) {}
