package dev.hexlink.redis;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkKey;
import java.util.Optional;

/**
 * What is called how in Redis. Other programs may look here, so the names never change.
 *
 * @param prefix what every name begins with
 */
record Names(String prefix) {
  /** What is remembered of a key: {@code short:code}, and {@code short:host/code} where the host is not the default. */
  String route(LinkKey key) {
    return prefix + "short:" + text(key);
  }

  /** The visits of a key that are not stored yet. */
  String visits(LinkKey key) {
    return prefix + "visits:" + text(key);
  }

  /** A stack's next count. */
  String counter(Stack stack) {
    return prefix + "id_allocator:url:" + stack.name();
  }

  /** The codes that were made ahead. */
  String pool() {
    return prefix + "code_pool";
  }

  /** By which it is seen that the pool came back from the past. */
  String poolState() {
    return prefix + "code_pool:state";
  }

  /** A bucket of the rate limiter. */
  String bucket(String bucket) {
    return prefix + "limit:" + bucket;
  }

  /** The channel on which instances tell each other what they dropped. */
  String drops() {
    return prefix + "drops";
  }

  /** A key as it stands in names and messages. */
  static String text(LinkKey key) {
    return key.host().isDefault() ? key.code().value() : key.host().name() + "/" + key.code().value();
  }

  /** Reads a key out of a message; empty when the text is anything else. */
  static Optional<LinkKey> key(String text) {
    int slash = text.indexOf('/');
    Optional<Host> host = slash < 0 ? Optional.of(Host.DEFAULT) : Host.parse(text.substring(0, slash));
    return host.flatMap(known -> ShortCode.parse(text.substring(slash + 1)).map(code -> new LinkKey(known, code)));
  }
}
