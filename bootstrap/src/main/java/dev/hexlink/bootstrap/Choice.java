package dev.hexlink.bootstrap;

import dev.hexlink.application.api.Role;
import dev.hexlink.application.api.StartRefused;
import dev.hexlink.bootstrap.configuration.AdaptersConfiguration;
import dev.hexlink.bootstrap.configuration.HexlinkConfiguration;
import dev.hexlink.journal.JournalConfiguration;
import dev.hexlink.keygen.KeygenConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The adapters that were chosen, and whether they can work together. */
final class Choice {
  private final AdaptersConfiguration adapters;
  private final String journal;

  /**
   * @param stores the names that links are offered under
   * @throws StartRefused if the adapters cannot work together
   */
  Choice(AdaptersConfiguration adapters, JournalConfiguration journal, KeygenConfiguration keygen,
      HexlinkConfiguration hexlink, Set<String> stores) {
    this.adapters = adapters;
    this.journal = journal.enabled() ? "segments" : "off";
    refuseDirectWithoutWorker(hexlink);
    refuseCounterOfAnotherStore(stores);
    refuseKeygenNobodyCanAsk(keygen);
  }

  /** Where no link is followed there are no visits to hand on. */
  private void refuseDirectWithoutWorker(HexlinkConfiguration hexlink) {
    if (adapters.queue().equals("direct") && hexlink.roles().contains(Role.REDIRECT)
        && !hexlink.roles().contains(Role.WORKER)) {
      throw new StartRefused("hexlink.roles", "hexlink.roles is \"" + hexlink.roleNames()
          + "\", and hexlink.adapters.queue is \"direct\", which hands visits to a worker in this process;"
          + " add the role worker, or choose a queue that leads elsewhere");
    }
  }

  private void refuseCounterOfAnotherStore(Set<String> stores) {
    if (stores.contains(adapters.counter()) && !adapters.counter().equals(adapters.links())) {
      throw new StartRefused("hexlink.adapters.counter", "hexlink.adapters.counter is \"" + adapters.counter()
          + "\", a store that hexlink.adapters.links (\"" + adapters.links()
          + "\") does not use; a counter must not outlive or forget the links it counts: set both to the same store");
    }
  }

  private void refuseKeygenNobodyCanAsk(KeygenConfiguration keygen) {
    if (adapters.counter().equals("keygen")) {
      requireSet("hexlink.keygen.url", !keygen.url().isEmpty(), "the addresses of key generators");
      requireSet("hexlink.keygen.key", keygen.key() != null, "the key that they ask for");
    }
  }

  private static void requireSet(String key, boolean isSet, String what) {
    if (!isSet) {
      throw new StartRefused(key,
          "hexlink.adapters.counter is \"keygen\", and " + key + " is not set; set it to " + what
              + ", or choose another counter");
    }
  }

  /** What works, and yet is weaker than it could be: worth a warning. */
  List<String> weaknesses() {
    List<String> weaknesses = new ArrayList<>();
    if (journal.equals("off")) {
      weaknesses.add("hexlink.journal.enabled is false: a crash loses the visits that are not yet stored");
    }
    if (!adapters.links().equals("h2")) {
      addIfMemory("cache", adapters.cache(), "instances learn of each other's changes late", weaknesses);
      addIfMemory("limits", adapters.limits(), "each instance allows what all together should", weaknesses);
    }
    return weaknesses;
  }

  private static void addIfMemory(String key, String adapter, String effect, List<String> weaknesses) {
    if (adapter.equals("memory")) {
      weaknesses.add("hexlink.adapters." + key + " is memory: with several instances, " + effect);
    }
  }

  AdaptersConfiguration adapters() {
    return adapters;
  }

  /** The name of the visit journal. */
  String journal() {
    return journal;
  }

  /** The names of everything that was chosen. */
  Set<String> names() {
    return Set.copyOf(List.of(adapters.links(), adapters.cache(), adapters.counter(), adapters.queue(),
        adapters.limits(), journal));
  }

  @Override
  public String toString() {
    return "links " + adapters.links() + ", cache " + adapters.cache() + ", counter " + adapters.counter() + ", queue "
        + adapters.queue() + ", limits " + adapters.limits() + ", journal " + journal;
  }
}
