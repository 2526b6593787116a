package dev.hexlink.domain.visit;

/** A followed link, to be counted exactly once. */
public record Visit(VisitId id, VisitFacts facts) {}
