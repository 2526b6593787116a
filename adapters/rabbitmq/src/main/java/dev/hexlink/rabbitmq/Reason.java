package dev.hexlink.rabbitmq;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.MissedHeartbeatException;
import com.rabbitmq.client.ShutdownSignalException;
import java.io.EOFException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;

/** Why something failed, in one line for operators, without secrets. */
final class Reason {
  private Reason() {}

  static String of(Throwable failure) {
    Throwable root = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String known = known(cause);
      if (!known.isEmpty()) {
        return known;
      }
      root = cause;
    }
    String message = root.getMessage();
    return message == null || message.isBlank() ? root.getClass().getSimpleName() : message;
  }

  private static String known(Throwable cause) {
    return switch (cause) {
      case SetupMistake mistake -> String.valueOf(mistake.getMessage());
      case AuthenticationFailureException _ -> "it refuses this user or password";
      case ShutdownSignalException shutdown -> said(shutdown.getReason());
      case CertificateException certificate -> "its certificate is not accepted: " + certificate.getMessage();
      case UnknownHostException host -> "no such host: " + host.getMessage();
      case EOFException _ -> "it has closed the connection";
      case MissedHeartbeatException _ -> "it has fallen silent";
      case SocketTimeoutException _,TimeoutException _ -> "no answer in time";
      default -> "";
    };
  }

  /** What the broker said when it closed a channel or connection. */
  private static String said(Method close) {
    return switch (close) {
      case AMQP.Channel.Close channel -> channel.getReplyText();
      case AMQP.Connection.Close connection -> connection.getReplyText();
      case null, default -> "";
    };
  }
}
