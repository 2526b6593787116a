package dev.hexlink.http.problem;

/** Ends the handling of a request with a problem. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  public Refused(Problem problem) {
    super(problem.type().code(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
