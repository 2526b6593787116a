package dev.hexlink.architecture.broken.embedded;

import dev.hexlink.architecture.broken.journal.OpensH2;

/** An adapter that knows another. */
public record KnowsTheJournal(OpensH2 other) {}
