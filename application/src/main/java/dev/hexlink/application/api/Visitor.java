package dev.hexlink.application.api;

import java.net.InetAddress;

/**
 * Who follows a link, before anything is cut.
 *
 * @param userAgent empty when not sent
 * @param referrer empty when not sent
 * @param prefetch whether the client said that it only looks ahead
 * @param tellApart false when the visitor asked not to be tracked
 */
public record Visitor(InetAddress address, String userAgent, String referrer, boolean prefetch, boolean tellApart) {}
