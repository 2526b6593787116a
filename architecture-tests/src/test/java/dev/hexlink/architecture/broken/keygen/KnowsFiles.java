package dev.hexlink.architecture.broken.keygen;

import dev.hexlink.architecture.broken.http.OpensAFile;

/** An adapter that knows another. */
public record KnowsFiles(OpensAFile other) {}
