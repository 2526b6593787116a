package dev.hexlink.contracts;

import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.application.spi.StoreContents;

/** A store on the heap. */
class HeapStore {
  final HeapLinks links = new HeapLinks();
  final HeapVisits visits = new HeapVisits(links);
  final HeapVisitBudget budgets = new HeapVisitBudget();
  final HeapApiKeys apiKeys = new HeapApiKeys();
  final HeapInstallation installation = new HeapInstallation();
  final HeapWorkerNumbers workers = new HeapWorkerNumbers();
  final HeapCodeCounter counter = new HeapCodeCounter();
  final HeapHotLinks hotLinks = new HeapHotLinks(links, visits);

  static StoreUnderTest whole() {
    HeapStore store = new HeapStore();
    return store.with(new HeapStoreContents(store));
  }

  StoreUnderTest with(StoreContents contents) {
    return with(contents, hotLinks);
  }

  StoreUnderTest with(StoreContents contents, HotLinks hot) {
    return new StoreUnderTest(contents, hot, links, visits, budgets, apiKeys, installation, workers, counter);
  }
}
