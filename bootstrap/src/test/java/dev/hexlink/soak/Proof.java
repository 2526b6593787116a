package dev.hexlink.soak;

import dev.hexlink.benchmarks.Findings;
import java.io.IOException;
import java.nio.file.Path;

/** Something about a whole installation that is shown and not only said. */
interface Proof {
  /**
   * @param folder where instances keep their data meanwhile
   * @throws dev.hexlink.benchmarks.Impossible if nothing can be shown
   */
  void run(Path folder, Findings findings) throws IOException, InterruptedException;
}
