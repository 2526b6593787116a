package dev.hexlink.architecture.broken.journal;

import ua_parser.Parser;

/** A library out of its adapter. */
public record ReadsUserAgents(Parser parser) {}
