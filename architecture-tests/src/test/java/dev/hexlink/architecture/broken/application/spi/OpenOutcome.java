package dev.hexlink.architecture.broken.application.spi;

/** An outcome that anybody may add to. */
public interface OpenOutcome {
  /** It went well. */
  record Done() implements OpenOutcome {}
}
