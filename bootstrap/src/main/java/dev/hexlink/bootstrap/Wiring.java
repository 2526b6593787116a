package dev.hexlink.bootstrap;

import dev.hexlink.application.Hexlink;
import dev.hexlink.application.Ports;
import dev.hexlink.application.api.Settings;
import dev.hexlink.application.api.AdmitCallers;
import dev.hexlink.application.api.ChangeLinks;
import dev.hexlink.application.api.FollowLinks;
import dev.hexlink.application.api.Hosts;
import dev.hexlink.application.api.LeaseCodes;
import dev.hexlink.application.api.ReadLinks;
import dev.hexlink.application.api.ReadStatistics;
import dev.hexlink.application.api.Readiness;
import dev.hexlink.application.api.RecordVisits;
import dev.hexlink.application.api.ShortenLinks;
import dev.hexlink.application.api.Vitals;
import dev.hexlink.application.api.WarmLinks;
import dev.hexlink.application.spi.ApiKeys;
import dev.hexlink.application.spi.CodeCounter;
import dev.hexlink.application.spi.CodePool;
import dev.hexlink.application.spi.HotLinks;
import dev.hexlink.application.spi.Installation;
import dev.hexlink.application.spi.LinkCache;
import dev.hexlink.application.spi.Links;
import dev.hexlink.application.spi.LiveCounters;
import dev.hexlink.application.spi.RateLimiter;
import dev.hexlink.application.spi.TargetParser;
import dev.hexlink.application.spi.UserAgents;
import dev.hexlink.application.spi.VisitBudget;
import dev.hexlink.application.spi.VisitJournal;
import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.application.spi.Visits;
import dev.hexlink.application.spi.WorkerNumbers;
import dev.hexlink.bootstrap.configuration.Access;
import dev.hexlink.bootstrap.configuration.AdaptersConfiguration;
import dev.hexlink.bootstrap.configuration.CodesConfiguration;
import dev.hexlink.bootstrap.configuration.HexlinkConfiguration;
import dev.hexlink.bootstrap.configuration.LimitsConfiguration;
import dev.hexlink.bootstrap.configuration.WarmingConfiguration;
import dev.hexlink.journal.JournalConfiguration;
import dev.hexlink.keygen.KeygenConfiguration;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Puts the chosen adapter behind each port, and the use cases before the HTTP adapter. Nothing else decides what is behind what. */
@Factory
final class Wiring {
  private static final String NEAR = "memory";

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }

  @Singleton
  Choice choice(AdaptersConfiguration adapters, JournalConfiguration journal, KeygenConfiguration keygen,
      HexlinkConfiguration hexlink, Offers offers) {
    return new Choice(adapters, journal, keygen, hexlink, offers.namesOf(Links.class));
  }

  @Singleton
  Ports ports(Offers offers, Choice choice, TargetParser targets, UserAgents userAgents, Clock clock,
      SecureRandom random) {
    AdaptersConfiguration adapters = choice.adapters();
    String links = adapters.links();
    String cache = adapters.cache();
    return new Ports(
        offers.of(Links.class, "hexlink.adapters.links", links),
        offers.of(Visits.class, "hexlink.adapters.links", links),
        offers.of(VisitBudget.class, "hexlink.adapters.links", links),
        offers.of(ApiKeys.class, "hexlink.adapters.links", links),
        offers.of(Installation.class, "hexlink.adapters.links", links),
        offers.of(WorkerNumbers.class, "hexlink.adapters.links", links),
        offers.of(HotLinks.class, "hexlink.adapters.links", links),
        offers.of(LinkCache.class, "hexlink.adapters.cache", NEAR),
        cache.equals(NEAR) ? null : offers.of(LinkCache.class, "hexlink.adapters.cache", cache),
        offers.of(LiveCounters.class, "hexlink.adapters.cache", cache),
        offers.of(CodePool.class, "hexlink.adapters.cache", cache),
        offers.of(CodeCounter.class, "hexlink.adapters.counter", adapters.counter()),
        offers.of(CodeCounter.class, "hexlink.adapters.links", links),
        offers.of(VisitQueue.class, "hexlink.adapters.queue", adapters.queue()),
        offers.of(VisitJournal.class, "hexlink.journal.enabled", choice.journal()),
        offers.of(RateLimiter.class, "hexlink.adapters.limits", adapters.limits()),
        targets, userAgents, offers.healthOf(choice.names()), clock, random);
  }

  @Singleton
  Settings settings(HexlinkConfiguration hexlink, CodesConfiguration codes, LimitsConfiguration limits,
      WarmingConfiguration warming, Address address) {
    return new Settings(hexlink.roles(), hexlink.stack(), address.baseUrl(), hexlink.hosts(), codes.toSettings(),
        new Settings.Access(hexlink.access() == Access.OPEN, hexlink.initialApiKey(), limits.createsPerMinute(),
            limits.requestsAtOnce()),
        Settings.Loads.DEFAULT, Settings.Delivery.DEFAULT, warming.toSettings());
  }

  @Singleton
  @Bean(preDestroy = "close")
  Hexlink hexlink(Ports ports, Settings settings) {
    return new Hexlink(ports, settings);
  }

  @Singleton
  ShortenLinks shortenLinks(Hexlink hexlink) {
    return hexlink.shortenLinks();
  }

  @Singleton
  FollowLinks followLinks(Hexlink hexlink) {
    return hexlink.followLinks();
  }

  @Singleton
  WarmLinks warmLinks(Hexlink hexlink) {
    return hexlink.warmLinks();
  }

  @Singleton
  ReadLinks readLinks(Hexlink hexlink) {
    return hexlink.readLinks();
  }

  @Singleton
  ChangeLinks changeLinks(Hexlink hexlink) {
    return hexlink.changeLinks();
  }

  @Singleton
  ReadStatistics readStatistics(Hexlink hexlink) {
    return hexlink.readStatistics();
  }

  @Singleton
  RecordVisits recordVisits(Hexlink hexlink) {
    return hexlink.recordVisits();
  }

  @Singleton
  LeaseCodes leaseCodes(Hexlink hexlink) {
    return hexlink.leaseCodes();
  }

  @Singleton
  AdmitCallers admitCallers(Hexlink hexlink) {
    return hexlink.admitCallers();
  }

  @Singleton
  Hosts hosts(Hexlink hexlink) {
    return hexlink.hosts();
  }

  @Singleton
  Vitals vitals(Hexlink hexlink) {
    return hexlink.vitals();
  }

  @Singleton
  Readiness readiness(Hexlink hexlink) {
    return hexlink.readiness();
  }
}
