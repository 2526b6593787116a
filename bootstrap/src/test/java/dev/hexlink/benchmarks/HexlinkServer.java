package dev.hexlink.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private Hexlink with its default settings, but for the limit on creates, and a folder of its own. */
final class HexlinkServer {
  static final String NAME = "Hexlink";

  private static final Duration START_PATIENCE = Duration.ofMinutes(1);
  private static final Duration DRAIN_PATIENCE = Duration.ofMinutes(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(250);
  private static final int STEADY_LOOKS = 4;
  private static final int MOST_LOOKS = 240;
  private static final Pattern CODE = Pattern.compile("\"shortCode\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern TOTAL = Pattern.compile("\"total\"\\s*:\\s*(\\d+)");

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Started process;
  private final String url;
  private final Duration startTime;

  private HexlinkServer(Started process, String url, Duration startTime) {
    this.process = process;
    this.url = url;
    this.startTime = startTime;
  }

  /** Starts it as a user does, by the launcher. */
  static HexlinkServer start(Workspace workspace, Path data) throws IOException, InterruptedException {
    return start(workspace, data, List.of(workspace.home().resolve("hexlink").toString(), "run"));
  }

  static HexlinkServer start(Workspace workspace, Path data, List<String> command)
      throws IOException, InterruptedException {
    int port = workspace.freePort();
    String url = "http://127.0.0.1:" + port + "/";
    Started process = workspace.start(command, Map.of(
        "HEXLINK_DATA", data.toString(),
        "HEXLINK_BASE_URL", "http://127.0.0.1:" + port,
        "HEXLINK_LIMITS_CREATES_PER_MINUTE", "0",
        "MICRONAUT_SERVER_HOST", "127.0.0.1",
        "MICRONAUT_SERVER_PORT", Integer.toString(port)));
    Duration startTime = process.await(line -> line.contains("Hexlink is ready"), START_PATIENCE);
    return new HexlinkServer(process, url, startTime);
  }

  String url() {
    return url;
  }

  /** How long after the start of the process it said that it was ready. */
  Duration startTime() {
    return startTime;
  }

  ProcessHandle process() {
    return process.handle();
  }

  /** Makes a link, and gives its code. */
  String create(String target) throws InterruptedException {
    HttpRequest request = request("api/v1/links").header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("{\"longUrl\":\"" + target + "\"}")).build();
    return find(CODE, answer(request, 201));
  }

  /** The visits of a link that are stored. */
  long stored(String code) throws InterruptedException {
    return Long.parseLong(find(TOTAL, get("api/v1/links/" + code + "/stats")));
  }

  /** The sum of a metric over its labels. */
  double metric(String name) throws InterruptedException {
    Matcher line = Pattern.compile("^" + name + "(?:\\{[^}]*})? (\\S+)", Pattern.MULTILINE).matcher(get("metrics"));
    double sum = 0;
    int found = 0;
    for (; line.find(); found++) {
      sum += Double.parseDouble(line.group(1));
    }
    if (found == 0) {
      throw new Impossible("there is no metric " + name);
    }
    return sum;
  }

  /**
   * Waits until every visit in the journal is settled in the store.
   *
   * @return the seconds that took
   */
  double awaitRest() throws InterruptedException {
    long began = System.nanoTime();
    double unsettled = metric("hexlink_visits_unsettled");
    while (unsettled > 0) {
      if (System.nanoTime() - began > DRAIN_PATIENCE.toNanos()) {
        throw new Impossible("%,.0f visits are not stored after %s".formatted(unsettled, DRAIN_PATIENCE));
      }
      Thread.sleep(LOOK_EVERY);
      unsettled = metric("hexlink_visits_unsettled");
    }
    return (System.nanoTime() - began) / 1e9;
  }

  /** Waits until a counter stands still, so that requests that were cut off have run to their end. */
  void awaitSteady(String counter) throws InterruptedException {
    double last = -1;
    for (int looks = 0, equal = 0; equal < STEADY_LOOKS && looks < MOST_LOOKS; looks++) {
      double value = metric(counter);
      equal = value == last ? equal + 1 : 0;
      last = value;
      Thread.sleep(LOOK_EVERY);
    }
  }

  void stop() {
    process.stop();
  }

  private String get(String path) throws InterruptedException {
    return answer(request(path).GET().build(), 200);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30));
  }

  private String answer(HttpRequest request, int expected) throws InterruptedException {
    String question = request.method() + " " + request.uri();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != expected) {
        throw new Impossible(question + " was answered " + response.statusCode() + ": " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new Impossible(question + " was not answered: " + e);
    }
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new Impossible("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }
}
