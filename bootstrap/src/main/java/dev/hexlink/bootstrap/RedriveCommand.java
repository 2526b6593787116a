package dev.hexlink.bootstrap;

import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.spi.VisitQueue;
import dev.hexlink.bootstrap.configuration.AdaptersConfiguration;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Sends what lies in the dead-letter queue on its way again. Doing it again is safe. */
final class RedriveCommand implements Command {
  private static final String IN_THIS_PROCESS = "direct";

  @Override
  public void run(Map<String, String> variables, List<String> args, Consumer<String> say) {
    try (ApplicationContext context = ConfiguredContext.start(variables, args)) {
      String name = context.getBean(AdaptersConfiguration.class).queue();
      if (name.equals(IN_THIS_PROCESS)) {
        throw new StartRefused("hexlink.adapters.queue", "hexlink.adapters.queue is \"" + name
            + "\", which has no dead letters: its visits never leave the server's process; it can be a queue that has some,"
            + " such as rabbitmq");
      }
      VisitQueue queue = context.getBean(Offers.class).of(VisitQueue.class, "hexlink.adapters.queue", name);
      long letters = queue.redrive();
      say.accept(letters + (letters == 1 ? " dead letter was" : " dead letters were") + " sent again (queue " + name
          + "); what still cannot be read comes back");
    }
  }
}
