package dev.hexlink.rabbitmq;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** Something that is asked of the broker. */
@FunctionalInterface
interface Call<T> {
  T run() throws IOException, TimeoutException;
}
