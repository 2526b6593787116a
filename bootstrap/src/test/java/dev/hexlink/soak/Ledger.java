package dev.hexlink.soak;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The client's books: what it asked for and what it was promised. */
final class Ledger {
  private final Map<String, LinkAccount> accounts = new ConcurrentHashMap<>();
  private final Map<String, String> codes = new ConcurrentHashMap<>();
  private final List<LinkAccount> cached = new CopyOnWriteArrayList<>();
  private final List<LinkAccount> others = new CopyOnWriteArrayList<>();
  private final LongAdder shared = new LongAdder();
  private final LongAdder doubled = new LongAdder();
  private final LongAdder misled = new LongAdder();

  /** A create was acknowledged: the target, which no other create has, got a code. It may be acknowledged twice if it was asked for twice. */
  LinkAccount made(String target, String code, @Nullable Long maxVisits) {
    LinkAccount fresh = new LinkAccount(code, target, maxVisits);
    LinkAccount standing = accounts.putIfAbsent(code, fresh);
    if (standing != null && !standing.canLeadTo(target)) {
      shared.increment();
    }
    if (!code.equals(Objects.requireNonNullElse(codes.putIfAbsent(target, code), code))) {
      doubled.increment();
    }
    return standing == null ? fresh : standing;
  }

  /** A link is followed over and over from now on. */
  void follow(LinkAccount account) {
    cached.add(account);
  }

  /** A link is followed now and then from now on. */
  void visit(LinkAccount account) {
    others.add(account);
  }

  LinkAccount oneCached(RandomGenerator random) {
    return cached.get(random.nextInt(cached.size()));
  }

  Optional<LinkAccount> oneOther(RandomGenerator random) {
    return others.isEmpty() ? Optional.empty() : Optional.of(others.get(random.nextInt(others.size())));
  }

  /** A redirect led where its link never led, or an acknowledged link was said not to be there. */
  void misled() {
    misled.increment();
  }

  Collection<LinkAccount> accounts() {
    return accounts.values();
  }

  /** How often a code was given to two links. */
  long sharedCodes() {
    return shared.sum();
  }

  /** How often one create was given two codes. */
  long doubledLinks() {
    return doubled.sum();
  }

  long misleadingAnswers() {
    return misled.sum();
  }
}
