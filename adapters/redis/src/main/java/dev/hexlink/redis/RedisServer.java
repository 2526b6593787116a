package dev.hexlink.redis;

import dev.hexlink.application.resilience.Degradation;
import dev.hexlink.application.run.Routine;
import dev.hexlink.application.spi.HealthCheck.Health;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The Redis that the adapters of this instance share. Whoever asks it waits for as long as may be and no longer; while it is known to be away, nobody
 * waits at all. It need not be there when the instance starts.
 */
final class RedisServer implements AutoCloseable {
  private static final Duration BETWEEN_TENDINGS = Duration.ofMillis(50);

  private final Dialling dialling;
  private final Duration readTimeout;
  private final Duration writeTimeout;
  private final Degradation away;
  private final Degradation deaf;
  private final Refusals refusals = new Refusals();
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final Line questions;
  private final Routine tending = new Routine("redis-lines", BETWEEN_TENDINGS, () -> lines.forEach(Line::tend));

  RedisServer(RedisConfiguration configuration) {
    dialling = new Dialling(configuration.server(), configuration.ca());
    readTimeout = configuration.readTimeout();
    writeTimeout = configuration.writeTimeout();
    away = new Degradation("redis_away",
        "Redis at " + dialling.where() + " is out of reach; what it shares is gone without",
        "Redis at " + dialling.where() + " answers again");
    deaf = new Degradation("redis_deaf",
        "Messages of Redis at " + dialling.where() + " are missed; changes on other instances are learnt later",
        "Messages of Redis at " + dialling.where() + " are heard again");
    questions = open(dialling::questions, away);
    tending.start();
  }

  /**
   * Asks for something that is only looked at.
   *
   * @throws NoAnswer if it did not answer in time, or refused
   */
  <T> T read(String what, Function<Session, ? extends CompletionStage<T>> question) {
    return ask(what, readTimeout, question);
  }

  /**
   * Asks for something that is changed.
   *
   * @throws NoAnswer if it did not answer in time, or refused; it may or may not be changed
   */
  <T> T write(String what, Function<Session, ? extends CompletionStage<T>> question) {
    return ask(what, writeTimeout, question);
  }

  /** Calls the listener with each message of a channel from soon on. While Redis is away, messages are missed. */
  void listen(String channel, Consumer<String> listener) {
    open(patience -> dialling.messages(channel, listener, patience), deaf);
  }

  /** Whether it answers now. */
  Health check() {
    try {
      write("to be asked how it is", session -> session.commands().ping());
      return Health.UP;
    } catch (NoAnswer e) {
      return Health.down("Redis at " + dialling.where() + ": " + e.reason());
    }
  }

  /** That it is out of reach, for questions or with its messages. */
  List<Degradation> degradations() {
    return List.of(away, deaf);
  }

  @Override
  public void close() {
    tending.close();
    lines.forEach(Line::close);
    dialling.close();
  }

  private Line open(Function<Duration, CompletionStage<Session>> dial, Degradation out) {
    Line line = new Line(dial, readTimeout, out);
    lines.add(line);
    line.tend();
    return line;
  }

  private <T> T ask(String what, Duration limit, Function<Session, ? extends CompletionStage<T>> question) {
    long deadline = System.nanoTime() + limit.toNanos();
    Session session = await(questions.session(), deadline);
    CompletableFuture<T> answer = asked(session, question);
    try {
      T result = answer.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      questions.answered();
      refusals.accepted(what);
      return result;
    } catch (TimeoutException e) {
      questions.silent(session);
      throw new NoAnswer("no answer within " + limit.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      NoAnswer why = NoAnswer.because(e);
      if (why.getCause() instanceof RedisCommandExecutionException) {
        questions.answered();
        refusals.refused(what, why.reason());
      }
      throw why;
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static Session await(CompletableFuture<Session> session, long deadline) {
    try {
      return session.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new NoAnswer("not yet connected", e);
    } catch (ExecutionException e) {
      throw NoAnswer.because(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static <T> CompletableFuture<T> asked(Session session,
      Function<Session, ? extends CompletionStage<T>> question) {
    try {
      return question.apply(session).toCompletableFuture();
    } catch (RedisException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private static NoAnswer interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new NoAnswer("interrupted while waiting for an answer", e);
  }
}
