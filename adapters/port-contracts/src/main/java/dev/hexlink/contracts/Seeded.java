package dev.hexlink.contracts;

import dev.hexlink.application.spi.IdempotencyMark;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.CodeOrigin;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.Link;
import dev.hexlink.domain.link.LinkId;
import dev.hexlink.domain.link.LinkKey;
import dev.hexlink.domain.link.Note;
import dev.hexlink.domain.link.RedirectStatus;
import dev.hexlink.domain.link.Tag;
import dev.hexlink.domain.link.TargetUrl;
import dev.hexlink.domain.link.Title;
import dev.hexlink.domain.link.Window;
import dev.hexlink.domain.visit.ClassifiedVisit;
import dev.hexlink.domain.visit.Epoch;
import dev.hexlink.domain.visit.Network;
import dev.hexlink.domain.visit.Traits;
import dev.hexlink.domain.visit.Traits.Device;
import dev.hexlink.domain.visit.Visit;
import dev.hexlink.domain.visit.VisitFacts;
import dev.hexlink.domain.visit.VisitId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Made-up values out of a seed: the same seed makes the same values, another seed makes others. Instants are whole milliseconds; the links and
 * visits lie within the two days before the day it is made on, and end before it.
 */
public final class Seeded {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
  private static final String CODE_SYMBOLS = LETTERS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
  private static final int CODE_LENGTH = 14;
  private static final int TARGETS_PATH = 16;

  private final long seed;
  private final Random random;
  private final Instant midnight = Instant.now().truncatedTo(ChronoUnit.DAYS);

  public Seeded(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  public long seed() {
    return seed;
  }

  /** The source everything is drawn from. */
  public Random random() {
    return random;
  }

  /** The UTC midnight before which everything lies. */
  public Instant midnight() {
    return midnight;
  }

  /** An instant of the two days before midnight. */
  public Instant instant() {
    return midnight.minusMillis(1 + random.nextLong(Duration.ofDays(2).toMillis()));
  }

  /** A word of lower case letters, long enough to be met nowhere else. */
  public String word() {
    return text(LETTERS, 12);
  }

  public ShortCode code() {
    return new ShortCode(text(CODE_SYMBOLS, CODE_LENGTH));
  }

  /** A key under the default host. */
  public LinkKey key() {
    return LinkKey.of(code());
  }

  public Host host() {
    return new Host(word() + ".example");
  }

  public Tag tag() {
    return new Tag(word());
  }

  public TargetUrl target() {
    return new TargetUrl("https://" + word() + ".example/" + text(CODE_SYMBOLS, TARGETS_PATH) + "z");
  }

  /** An id of a link that is born at an instant. */
  public LinkId linkId(Instant birth) {
    return LinkId.of(birth, random.nextLong(), random.nextLong());
  }

  /** A link in service with nothing but a drawn key and a target. */
  public Link link() {
    return link(key(), new CodeOrigin.Drawn());
  }

  /** A link whose code was chosen. */
  public Link chosen() {
    return chosen(key());
  }

  /** A link whose code was chosen. */
  public Link chosen(LinkKey key) {
    return link(key, new CodeOrigin.Chosen());
  }

  /** A link whose code comes from a stack's n-th count. */
  public Link counted(Stack stack, long n) {
    return link(key(), new CodeOrigin.Counted(stack.valueAt(n)));
  }

  /** A link in service with nothing but a key and a target. */
  public Link link(LinkKey key, CodeOrigin origin) {
    Instant birth = instant();
    return new Link(linkId(birth), key, origin, target(), null, List.of(), null, Window.ALWAYS, null,
        RedirectStatus.TEMPORARY_REDIRECT, birth, birth, null, 1);
  }

  /** Plain links, each with a key of its own. */
  public List<Link> links(int count) {
    return IntStream.range(0, count).mapToObj(_ -> link()).toList();
  }

  /** A link with a value in every field, odd characters included. */
  public Link fullLink(LinkKey key, CodeOrigin origin) {
    Instant birth = instant();
    return new Link(linkId(birth), key, origin, target(), new Title("Größe % _ \\ ' \" 😀 " + word()),
        List.of(tag(), new Tag("ü-'%_\\" + word())), new Note("first line\r\n\tsecond line; 漢字 " + word()),
        new Window(birth.plusMillis(7), birth.plus(Duration.ofDays(400)).plusMillis(1)), 1 + random.nextLong(1L << 40),
        redirectStatus(), birth, birth.plusMillis(random.nextInt(100_000)), null, 1);
  }

  public RedirectStatus redirectStatus() {
    return one(RedirectStatus.values());
  }

  /** A mark that holds for a day. */
  public IdempotencyMark mark() {
    Instant at = instant();
    return new IdempotencyMark("address:" + word(), word(), word(), at, at.plus(Duration.ofDays(1)));
  }

  public Epoch epoch() {
    return new Epoch(random.nextLong(), random.nextLong());
  }

  /** A visit of a link by a person or a program, at any instant of the two days. */
  public ClassifiedVisit visit(Link link, VisitId id) {
    return visit(link, id, instant());
  }

  public ClassifiedVisit visit(Link link, VisitId id, Instant at) {
    VisitFacts facts = new VisitFacts(link.id(), link.key(), at, network(), 1 + random.nextLong(1L << 50),
        "Agent/" + random.nextInt(100) + " (ünï 漢字 '\\%)", referrer(), random.nextInt(8) == 0);
    return new ClassifiedVisit(new Visit(id, facts), traits());
  }

  /** Visits of links drawn from a list, with the sequences of one epoch from {@code first} on. */
  public List<ClassifiedVisit> visits(List<Link> links, Epoch epoch, long first, int count) {
    return LongStream.range(first, first + count)
        .mapToObj(sequence -> visit(links.get(random.nextInt(links.size())), new VisitId(epoch, sequence))).toList();
  }

  /** Visits of one link under an epoch of their own. */
  public List<ClassifiedVisit> visits(Link link, int count) {
    return visits(List.of(link), epoch(), 0, count);
  }

  public Network network() {
    return random.nextBoolean()
        ? new Network(false, random.nextLong(1L << 24))
        : new Network(true, random.nextLong(1L << 48));
  }

  public Traits traits() {
    Device device = one(Device.values());
    return new Traits(one("Firefox", "Chrome", "Safari", "Other"), one("Linux", "Windows", "Other"), device,
        device == Device.BOT);
  }

  private String referrer() {
    return random.nextInt(3) == 0 ? "" : "https://" + one("news", "search", "mail") + ".example/some/page?q=1";
  }

  /** One of several, each as likely as the other. */
  @SafeVarargs
  public final <T> T one(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private String text(String symbols, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(symbols.charAt(random.nextInt(symbols.length())));
    }
    return text.toString();
  }
}
