package dev.hexlink.soak;

import dev.hexlink.bootstrap.endtoend.Api;
import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the client does for its books: each errand asks for something, and writes up what was promised and how it went. */
final class Errands {
  private static final Duration REDIRECT_PATIENCE = Duration.ofMillis(30);
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int TWICE = 2;
  private static final String LINKS = "/api/v1/links";

  private final Client client;
  private final Ledger ledger;
  private final Diary diary;
  private final String name;
  private final AtomicLong made = new AtomicLong();

  /**
   * @param name what tells this run's links from others
   */
  Errands(Client client, Ledger ledger, Diary diary, String name) {
    this.client = client;
    this.ledger = ledger;
    this.diary = diary;
    this.name = name;
  }

  /** Follows a link, and where that fails or takes long, once more at the other instance. */
  void follow(Errand errand, LinkAccount account) throws InterruptedException {
    follow(errand, account, TWICE);
  }

  /** Follows a link, and takes what comes of that. */
  void followOnce(Errand errand, LinkAccount account) throws InterruptedException {
    follow(errand, account, 1);
  }

  private void follow(Errand errand, LinkAccount account, int attempts) throws InterruptedException {
    Consumer<Answer> acknowledge = answer -> {
      if (answer.status() / 100 == 3) {
        account.acknowledge();
      } else {
        account.refuse();
      }
    };
    run(errand,
        new Ask("GET", "/" + account.code(), Map.of(), "", attempts, REDIRECT_PATIENCE, account::attempt, acknowledge),
        answer -> isRight(account, answer));
  }

  /** Makes a link without more, which is not asked for a second time. */
  Optional<LinkAccount> makePlain() throws InterruptedException {
    return make(1, Map.of(), "", null);
  }

  /** Makes a link that is known again by its idempotency key. */
  Optional<LinkAccount> makeIdempotent() throws InterruptedException {
    return make(TWICE, newKey(), "", null);
  }

  /** Makes a link whose code is chosen. */
  Optional<LinkAccount> makeChosen() throws InterruptedException {
    return make(TWICE, newKey(), ",\"customSlug\":\"" + name + "-" + made.incrementAndGet() + "\"", null);
  }

  /** Makes a link that may be followed a few times. */
  Optional<LinkAccount> makeBounded(RandomGenerator random) throws InterruptedException {
    long maxVisits = 1L + random.nextInt(20);
    return make(TWICE, newKey(), ",\"maxVisits\":" + maxVisits, maxVisits);
  }

  /** Leads a link elsewhere. Asked once: of a change whose fate is not known, an echo could undo a later one. */
  void change(LinkAccount account) throws InterruptedException {
    if (!account.takeForChange()) {
      return;
    }
    String target = newTarget();
    account.mayLeadTo(target);
    run(Errand.CHANGE,
        new Ask("PATCH", LINKS + "/" + account.code(), Map.of("Content-Type", "application/merge-patch+json"),
            Api.link(target), 1, PATIENCE, () -> {}, _ -> {}),
        answer -> {
          if (answer.status() == 200) {
            account.leadsTo(target);
            account.giveBack();
          }
          return answer.status() == 200;
        });
  }

  void read(LinkAccount account) throws InterruptedException {
    run(Errand.READ, Ask.get(LINKS + "/" + account.code()), answer -> answer.status() == 200);
  }

  private Optional<LinkAccount> make(int attempts, Map<String, String> headers, String more, @Nullable Long maxVisits)
      throws InterruptedException {
    String target = newTarget();
    Map<String, String> all = new HashMap<>(headers);
    all.put("Content-Type", "application/json");
    Reply reply = run(Errand.CREATE,
        new Ask("POST", LINKS, all, "{\"longUrl\":\"" + target + "\"" + more + "}", attempts,
            PATIENCE, () -> {}, answer -> {
              if (answer.status() == 201) {
                ledger.made(target, code(answer), maxVisits);
              }
            }),
        answer -> answer.status() == 201);
    return reply.answer().filter(answer -> answer.status() == 201)
        .map(answer -> ledger.made(target, code(answer), maxVisits));
  }

  private Reply run(Errand errand, Ask ask, Predicate<Answer> isRight) throws InterruptedException {
    long at = System.nanoTime();
    Reply reply = client.ask(ask);
    long micros = (System.nanoTime() - at) / 1_000;
    boolean right = reply.answer().filter(answer -> answer.status() < Reply.LOWEST_SERVER_ERROR).filter(isRight)
        .isPresent();
    diary.add(new Entry(errand, at, micros, reply.ending(right), reply.serverErrors(), reply.broken()));
    return reply;
  }

  private boolean isRight(LinkAccount account, Answer answer) {
    boolean right = answer.status() == 307
        ? account.canLeadTo(answer.header("location"))
        : answer.status() == 410 && account.maxVisits() != null;
    if (!right) {
      ledger.misled();
    }
    return right;
  }

  private Map<String, String> newKey() {
    return Map.of("Idempotency-Key", name + "-" + made.incrementAndGet());
  }

  private String newTarget() {
    return "https://example.com/" + name + "/" + made.incrementAndGet();
  }

  private static String code(Answer created) {
    return Api.json(created).get("shortCode").asText();
  }
}
