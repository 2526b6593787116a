package dev.hexlink.bootstrap.configuration;

import dev.hexlink.application.api.StartRefused;

/** Says that a key has a value it cannot have, and what it can have. */
final class SettingRefusal {
  private SettingRefusal() {}

  /** @param choices goes on from "it can be" */
  static StartRefused of(String key, Object value, String choices) {
    return new StartRefused(key, key + " is \"" + value + "\"; it can be " + choices);
  }

  /** For secrets, which no message shows. */
  static StartRefused ofSecret(String key, String choices) {
    return new StartRefused(key, key + " is not what it can be: " + choices);
  }

  static void unlessWithin(int least, int most, String key, int value) {
    if (value < least || value > most) {
      throw of(key, value, "a whole number from " + least + " to " + most);
    }
  }
}
