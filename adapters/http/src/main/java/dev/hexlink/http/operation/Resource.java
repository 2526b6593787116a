package dev.hexlink.http.operation;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** A file of the class path. */
final class Resource {
  private Resource() {}

  static byte[] bytes(String path) throws IOException {
    try (InputStream stream = Resource.class.getClassLoader().getResourceAsStream(path)) {
      if (stream == null) {
        throw new FileNotFoundException(path);
      }
      return stream.readAllBytes();
    }
  }
}
