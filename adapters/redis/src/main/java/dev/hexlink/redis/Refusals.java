package dev.hexlink.redis;

import dev.hexlink.application.resilience.Degradation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What Redis refuses to do at present, such as writing when its memory is full: said once when it begins and once when it is over. */
final class Refusals {
  private final Map<String, Degradation> known = new ConcurrentHashMap<>();

  void refused(String what, String why) {
    known.computeIfAbsent(what, Refusals::refusal).begin(why);
  }

  void accepted(String what) {
    if (!known.isEmpty()) {
      Degradation refusal = known.get(what);
      if (refusal != null) {
        refusal.end();
      }
    }
  }

  private static Degradation refusal(String what) {
    return new Degradation("redis_refuses", "Redis refuses " + what, "Redis no longer refuses " + what);
  }
}
