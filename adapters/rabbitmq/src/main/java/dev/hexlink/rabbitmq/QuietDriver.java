package dev.hexlink.rabbitmq;

import com.rabbitmq.client.impl.ForgivingExceptionHandler;

/** Says nothing of what breaks in the driver: whoever uses the connection learns of it, and says it once. */
final class QuietDriver extends ForgivingExceptionHandler {
  @Override
  protected void log(String message, Throwable e) {}
}
