package dev.hexlink.architecture.broken.application;

import javax.sql.DataSource;

/** The application knows a database. */
public record OpensAConnection(DataSource source) {}
