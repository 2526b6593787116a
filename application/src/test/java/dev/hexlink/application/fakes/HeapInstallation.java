package dev.hexlink.application.fakes;

import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.InstallationUnavailable;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is fixed for good, in the heap. */
public final class HeapInstallation implements Installation {
  public final Outage outage = new Outage(() -> new InstallationUnavailable("switched off", new Exception("outage")));
  public final Set<Host> hosts = new HashSet<>();
  public final TreeMap<LocalDate, VisitorSalt> salts = new TreeMap<>();
  private final List<String> stacks = new ArrayList<>();
  private @Nullable InstallationFacts facts;

  @Override
  public synchronized InstallationFacts keep(InstallationFacts proposed) {
    outage.check();
    InstallationFacts kept = facts == null ? proposed : facts;
    facts = kept;
    return kept;
  }

  @Override
  public synchronized Optional<InstallationFacts> kept() {
    outage.check();
    return Optional.ofNullable(facts);
  }

  @Override
  public synchronized Stack stack(String name) {
    outage.check();
    if (!stacks.contains(name)) {
      stacks.add(name);
    }
    return new Stack(name, stacks.indexOf(name));
  }

  @Override
  public synchronized Optional<Stack> knownStack(String name) {
    outage.check();
    return stacks.contains(name) ? Optional.of(new Stack(name, stacks.indexOf(name))) : Optional.empty();
  }

  @Override
  public synchronized void register(Collection<Host> registered) {
    outage.check();
    hosts.addAll(registered);
  }

  @Override
  public synchronized VisitorSalt saltOf(LocalDate day, VisitorSalt proposed) {
    outage.check();
    VisitorSalt salt = salts.computeIfAbsent(day, _ -> proposed);
    salts.headMap(salts.lastKey().minusDays(1)).clear();
    return salt;
  }
}
