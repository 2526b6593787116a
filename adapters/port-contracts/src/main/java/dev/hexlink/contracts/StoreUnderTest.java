package dev.hexlink.contracts;

import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.WorkerNumbers;

/** One store, by all the ports that stand on it. */
public record StoreUnderTest(StoreContents contents, HotLinks hotLinks, Links links, Visits visits, VisitBudget budgets,
    ApiKeys apiKeys, Installation installation, WorkerNumbers workers, CodeCounter counter) {}
