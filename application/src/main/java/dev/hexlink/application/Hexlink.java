package dev.hexlink.application;

import dev.hexlink.application.admit.CallerAdmission;
import dev.hexlink.application.admit.LoadShedding;
import dev.hexlink.application.admit.ServedHosts;
import dev.hexlink.application.admit.SheddingChanges;
import dev.hexlink.application.admit.SheddingCreates;
import dev.hexlink.application.admit.SheddingHealth;
import dev.hexlink.application.admit.SheddingReads;
import dev.hexlink.application.admit.SheddingStatistics;
import dev.hexlink.application.api.AdmitCallers;
import dev.hexlink.application.api.ChangeLinks;
import dev.hexlink.application.api.FollowLinks;
import dev.hexlink.application.api.Hosts;
import dev.hexlink.application.api.LeaseCodes;
import dev.hexlink.application.api.ReadLinks;
import dev.hexlink.application.api.ReadStatistics;
import dev.hexlink.application.api.Readiness;
import dev.hexlink.application.api.RecordVisits;
import dev.hexlink.application.api.Role;
import dev.hexlink.application.api.Settings;
import dev.hexlink.application.api.ShortenLinks;
import dev.hexlink.application.api.Vitals;
import dev.hexlink.application.api.WarmLinks;
import dev.hexlink.application.count.StatisticsReader;
import dev.hexlink.application.count.VisitForwarder;
import dev.hexlink.application.count.VisitRecording;
import dev.hexlink.application.follow.BudgetKeeper;
import dev.hexlink.application.follow.ChangeFeed;
import dev.hexlink.application.follow.HitRate;
import dev.hexlink.application.follow.LinkFollower;
import dev.hexlink.application.follow.LinkWarming;
import dev.hexlink.application.follow.Routes;
import dev.hexlink.application.follow.VisitRecorder;
import dev.hexlink.application.follow.VisitorHash;
import dev.hexlink.application.manage.LinkChanger;
import dev.hexlink.application.manage.LinkReader;
import dev.hexlink.application.resilience.Degradation;
import dev.hexlink.application.run.HealthLook;
import dev.hexlink.application.run.Preparation;
import dev.hexlink.application.run.Routine;
import dev.hexlink.application.run.RunningVitals;
import dev.hexlink.application.shorten.AgreedCodes;
import dev.hexlink.application.shorten.CodeAllocators;
import dev.hexlink.application.shorten.CodeLeasing;
import dev.hexlink.application.shorten.LinkShortener;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkKey;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The application put together: takes the ports, hands out the use cases, and runs what goes on between requests. */
public final class Hexlink implements AutoCloseable {
  private static final Duration HOUSEKEEPING_EVERY = Duration.ofMinutes(10);

  private static final Duration WARMING_LOOK_EVERY = Duration.ofSeconds(2);

  private final Ports ports;
  private final Settings settings;
  private final ServedHosts hosts;
  private final ExecutorService virtualThreads = Executors.newVirtualThreadPerTaskExecutor();
  private final ExecutorService commits = Executors
      .newCachedThreadPool(Thread.ofPlatform().daemon().name("commit-", 0).factory());
  private final VisitorHash visitors;
  private final VisitRecorder recorder;
  private final Routes routes;
  private final LoadShedding load;
  private final LinkFollower follower;
  private final HitRate hitRate;
  private final LinkWarming warming;
  private final Routine warmingLooks;
  private final LinkReader reader;
  private final LinkChanger changer;
  private final AgreedCodes codes;
  private final LinkShortener shortener;
  private final CallerAdmission admission;
  private final VisitRecording recording;
  private final VisitForwarder forwarder;
  private final ChangeFeed changes;
  private final Routine changeReading;
  private final Routine housekeeping;
  private final Preparation preparation;
  private final HealthLook health;
  private final RunningVitals vitals;

  /**
   * Puts the use cases together. Asks nobody anything.
   */
  public Hexlink(Ports ports, Settings settings) {
    this.ports = ports;
    this.settings = settings;
    this.hosts = new ServedHosts(settings.baseUrl(), settings.hosts());
    this.visitors = new VisitorHash(ports.installation(), ports.clock(), ports.random());
    this.recorder = new VisitRecorder(ports.journal(), ports.live(), visitors);
    this.routes = new Routes(ports.links(), ports.nearCache(), ports.sharedCache(), virtualThreads,
        settings.loads().deadline(),
        settings.loads().most(), ports.clock());
    this.load = new LoadShedding(settings.access().requestsAtOnce(), routes::underWay);
    this.follower = new LinkFollower(routes, new BudgetKeeper(ports.budgets()), recorder, ports.clock(),
        virtualThreads);
    this.hitRate = new HitRate(follower::redirects, routes::foundInStore);
    this.warming = new LinkWarming(ports.hotLinks(), ports.links(), routes, hitRate, settings.warming(), ports.clock(),
        ports.random());
    this.warmingLooks = new Routine("warming", WARMING_LOOK_EVERY, warming::look);
    this.reader = new LinkReader(ports.links(), ports.visits(), ports.live(), ports.clock());
    Consumer<LinkKey> forget = key -> routes.forgetEverywhere(List.of(key));
    this.changer = new LinkChanger(ports.links(), ports.targets(), reader, ports.clock(), hosts::serves, forget);
    this.codes = new AgreedCodes(() -> CodeAllocators.of(ports.installation(), ports.counter(), ports.pool(),
        ports.workers(), ports.links(), settings, ports.clock(), ports.random(), virtualThreads));
    this.shortener = new LinkShortener(
        new LinkShortener.Parts(ports.links(), ports.targets(), codes, settings.codes().slugs(),
            settings.codes().retry(), ports.clock(), ports.random(), hosts::serves, this::forgetUnknown),
        commits);
    this.admission = new CallerAdmission(ports.apiKeys(), ports.limiter(), settings.access(), ports.clock());
    this.recording = new VisitRecording(ports.visits(), ports.userAgents(), ports.live());
    this.forwarder = new VisitForwarder(ports.journal(), ports.queue(), ports.visits(), settings.delivery(),
        ports.clock(), ports.random());
    this.changes = new ChangeFeed(ports.links(), routes::forgetEverywhere, ports.clock());
    this.changeReading = new Routine("change-feed", settings.loads().changesEvery(), changes::read);
    this.housekeeping = new Routine("housekeeping", HOUSEKEEPING_EVERY, this::keepHouse);
    this.preparation = new Preparation(this::prepare);
    this.health = new HealthLook(ports.health(), preparation);
    this.vitals = new RunningVitals(shortener, codes, follower, routes, recorder, recording, forwarder, changes,
        ports.journal(), warming, hitRate, load, degradations());
  }

  /**
   * Starts what goes on between requests.
   *
   * @throws dev.hexlink.application.api.StartRefused if the settings contradict the store, or nobody could ever use the API
   */
  public void start() {
    preparation.begin();
    changes.read();
    if (settings.roles().contains(Role.WORKER)) {
      ports.queue().deliverTo(recording::record);
    }
    if (settings.roles().contains(Role.REDIRECT)) {
      warmingLooks.start();
    }
    forwarder.start();
    changeReading.start();
    housekeeping.start();
  }

  /**
   * Forwards the visits that wait, lets the worker end what it has begun, and ends every thread that was started. But for the queue, which would go on
   * delivering, the ports stay open: they belong to whoever made them.
   */
  @Override
  public void close() {
    preparation.close();
    warmingLooks.close();
    changeReading.close();
    housekeeping.close();
    end(commits);
    forwarder.close();
    ports.queue().close();
    end(virtualThreads);
  }

  public ShortenLinks shortenLinks() {
    return new SheddingCreates(shortener, load);
  }

  public FollowLinks followLinks() {
    return follower;
  }

  public ReadLinks readLinks() {
    return new SheddingReads(reader, load);
  }

  public ChangeLinks changeLinks() {
    return new SheddingChanges(changer, load);
  }

  public WarmLinks warmLinks() {
    return warming;
  }

  public ReadStatistics readStatistics() {
    return new SheddingStatistics(new StatisticsReader(ports.links(), ports.visits(), ports.clock()), load);
  }

  public RecordVisits recordVisits() {
    return recording;
  }

  public LeaseCodes leaseCodes() {
    return new CodeLeasing(ports.storeCounter(), ports.installation());
  }

  public AdmitCallers admitCallers() {
    return admission;
  }

  public Hosts hosts() {
    return hosts;
  }

  public Vitals vitals() {
    return vitals;
  }

  public Readiness readiness() {
    return new SheddingHealth(health, load);
  }

  /** Waits for what is under way, and never interrupts it, as it may be inside the store or the journal. */
  private static void end(ExecutorService executor) {
    executor.shutdown();
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = executor.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * A chosen code may have been asked for anywhere before it was a link's. Nobody can have guessed a generated one, so nothing is sent for it; and the
   * shared cache can take in the new link as soon as it is followed.
   */
  private void forgetUnknown(Collection<Link> made) {
    routes.forget(made.stream().map(Link::key).toList());
    routes.forgetEverywhere(
        made.stream().filter(link -> link.origin() instanceof CodeOrigin.Chosen).map(Link::key).toList());
  }

  private List<Degradation> degradations() {
    return Stream
        .of(routes.degradations().stream(), load.degradations().stream(),
            ports.health().stream().flatMap(check -> check.degradations().stream()),
            Stream.of(changes.stale(), recorder.dropping(), forwarder.waiting(), preparation.unprepared()))
        .flatMap(each -> each).toList();
  }

  private void prepare() {
    codes.agree();
    ports.installation().register(hosts.all());
    admission.admitInitialKey();
    keepHouse();
  }

  private void keepHouse() {
    visitors.refresh();
    Duration retention = settings.delivery().retention();
    if (retention != null) {
      LocalDate oldest = LocalDate.ofInstant(ports.clock().instant().minus(retention), ZoneOffset.UTC);
      ports.visits().dropBefore(oldest.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
  }
}
