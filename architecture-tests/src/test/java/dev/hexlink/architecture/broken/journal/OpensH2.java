package dev.hexlink.architecture.broken.journal;

import org.h2.jdbc.JdbcConnection;

/** A driver out of its adapter. */
public record OpensH2(JdbcConnection connection) {}
