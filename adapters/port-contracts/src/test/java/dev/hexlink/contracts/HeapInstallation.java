package dev.hexlink.contracts;

import dev.hexlink.application.spi.Installation;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An installation on the heap. */
class HeapInstallation implements Installation {
  final Alone alone = new Alone();
  final AtomicReference<@Nullable InstallationFacts> facts = new AtomicReference<>();
  final Map<String, Stack> stacks = new ConcurrentHashMap<>();
  final Set<Host> hosts = new ConcurrentSkipListSet<>(Set.of(Host.DEFAULT));
  final NavigableMap<LocalDate, VisitorSalt> salts = new ConcurrentSkipListMap<>();

  @Override
  public InstallationFacts keep(InstallationFacts proposed) {
    facts.compareAndSet(null, proposed);
    return kept().orElseThrow();
  }

  @Override
  public Optional<InstallationFacts> kept() {
    return Optional.ofNullable(facts.get());
  }

  @Override
  public Stack stack(String name) {
    return alone.get(() -> stacks.computeIfAbsent(name, this::next));
  }

  @Override
  public Optional<Stack> knownStack(String name) {
    return Optional.ofNullable(stacks.get(name));
  }

  Stack next(String name) {
    if (stacks.size() == Stack.MOST) {
      throw new IllegalStateException("all stacks are taken");
    }
    return new Stack(name, stacks.size());
  }

  @Override
  public void register(Collection<Host> more) {
    hosts.addAll(more);
  }

  @Override
  public VisitorSalt saltOf(LocalDate day, VisitorSalt proposed) {
    return alone.get(() -> {
      VisitorSalt salt = salts.computeIfAbsent(day, _ -> proposed);
      forgetBefore(salts.lastKey().minusDays(1));
      return salt;
    });
  }

  void forgetBefore(LocalDate day) {
    salts.headMap(day).clear();
  }
}
