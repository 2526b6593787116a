package dev.hexlink.bootstrap.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hexlink.bootstrap.endtoend.WireClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** What the tests say to the server over and over. */
public final class Api {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Api() {}

  public static JsonNode json(Answer answer) {
    try {
      return MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(answer.body(), e);
    }
  }

  public static String link(String longUrl) {
    return MAPPER.createObjectNode().put("longUrl", longUrl).toString();
  }

  static String bulk(List<String> longUrls) {
    var links = MAPPER.createArrayNode();
    longUrls.forEach(longUrl -> links.addObject().put("longUrl", longUrl));
    return MAPPER.createObjectNode().set("links", links).toString();
  }

  /** The stored total of every link, by its code, read page by page. */
  static Map<String, Long> totals(WireClient client) throws IOException {
    Map<String, Long> totals = new HashMap<>();
    String after = "";
    while (true) {
      JsonNode page = json(client.get("/api/v1/links?limit=100" + after));
      page.get("data")
          .forEach(link -> totals.put(link.get("shortCode").asText(), link.get("visits").get("total").asLong()));
      if (!page.get("pagination").get("hasMore").asBoolean()) {
        return totals;
      }
      after = "&after=" + page.get("pagination").get("next").asText();
    }
  }

  /** How many visits the server says it has not settled yet. */
  static long unsettled(WireClient client) throws IOException {
    Answer metrics = client.get("/metrics");
    return metrics.body().lines().filter(line -> line.startsWith("hexlink_visits_unsettled"))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).findFirst()
        .orElseThrow(() -> new IllegalStateException("no figure of unsettled visits in " + metrics));
  }

  /** Runs the tasks of several clients, all let go at once, and answers what each returned. */
  static <T> List<T> together(int clients, IntFunction<Callable<T>> task) {
    CyclicBarrier barrier = new CyclicBarrier(clients);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        Callable<T> mine = task.apply(i);
        running.add(threads.submit(() -> {
          barrier.await();
          return mine.call();
        }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> each : running) {
        results.add(each.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("a client failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
