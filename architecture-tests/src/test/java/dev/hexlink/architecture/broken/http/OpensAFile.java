package dev.hexlink.architecture.broken.http;

import java.nio.channels.FileChannel;

/** HTTP writes files. */
public record OpensAFile(FileChannel file) {}
