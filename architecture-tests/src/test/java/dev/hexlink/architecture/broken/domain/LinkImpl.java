package dev.hexlink.architecture.broken.domain;

/** A name that says nothing. */
public final class LinkImpl {}
