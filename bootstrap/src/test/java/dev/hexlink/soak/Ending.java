package dev.hexlink.soak;

/** How a request ended for whoever made it, the other instance asked once more where that is allowed. */
enum Ending {
  /** With an answer that is right. */
  ANSWERED,
  /** With an answer that no correct server gives. */
  WRONG,
  /** With a status of 500 or above. */
  SERVER_ERROR,
  /** Without an answer. */
  UNANSWERED
}
