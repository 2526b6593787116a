package dev.hexlink.rabbitmq;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Says once that something does not work, and once that it works again, however often it is tried in between. */
final class OutageLog {
  private static final Logger LOG = System.getLogger(OutageLog.class.getName());

  private final String outage;
  private final String recovery;
  private volatile String why = "";

  /**
   * @param outage what does not work, before a colon and the reason
   * @param recovery what works again
   */
  OutageLog(String outage, String recovery) {
    this.outage = outage;
    this.recovery = recovery;
  }

  synchronized void failed(String reason) {
    if (why.isEmpty()) {
      LOG.log(Level.WARNING, "{0}: {1}", outage, reason);
    }
    why = reason;
  }

  void works() {
    if (!why.isEmpty()) {
      recovered();
    }
  }

  private synchronized void recovered() {
    if (!why.isEmpty()) {
      why = "";
      LOG.log(Level.INFO, recovery);
    }
  }

  /** Why it does not work; empty when it does, as far as is known. */
  String why() {
    return why;
  }
}
