package dev.hexlink.rabbitmq;

import java.util.Map;

/** A letter to be published. */
final class OutgoingLetter {
  private final String id;
  private final Map<String, Object> headers;
  private final byte[] body;

  OutgoingLetter(String id, Map<String, Object> headers, byte[] body) {
    this.id = id;
    this.headers = headers;
    this.body = body;
  }

  /** What operators tell letters apart by; one that is published again keeps it. */
  String id() {
    return id;
  }

  Map<String, Object> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }
}
