package dev.hexlink.bootstrap;

import dev.hexlink.application.api.StartRefused;
import dev.hexlink.application.spi.StoreContents;
import dev.hexlink.bootstrap.configuration.AdaptersConfiguration;
import dev.hexlink.bootstrap.configuration.HexlinkConfiguration;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Moves the store to where another adapter keeps it: links, visits, and what decides the codes. */
final class MoveCommand implements Command {
  private static final String CHOICE = "hexlink.adapters.links";

  @Override
  public void run(Map<String, String> variables, List<String> args, Consumer<String> say) {
    MoveRequest request = MoveRequest.of(args);
    try (ApplicationContext source = contextOf(request.from(), variables, request);
        ApplicationContext target = contextOf(request.to(), variables, request)) {
      target.getBean(Offers.class).require(StoreContents.class, "--to", request.to());
      StoreContents from = contentsIn(source, "--from", request.from());
      StoreContents to = contentsIn(target, "--to", request.to());
      refuseNothing(from, request.from());
      refuseOverwriting(to, request.to());
      say.accept("Moving the store from " + request.from() + " to " + request.to()
          + "; nothing else may use either meanwhile");
      Tally moved = new StoreMove(from, to, say).run();
      moved.lines().forEach(say);
      sayWhatIsNext(request, source, say);
    }
  }

  /** Each store's adapters believe that theirs is the chosen one. */
  private static ApplicationContext contextOf(String store, Map<String, String> variables, MoveRequest request) {
    return ConfiguredContext.start(variables, request.settings(), Map.of(CHOICE, store));
  }

  private static StoreContents contentsIn(ApplicationContext context, String option, String store) {
    return context.getBean(Offers.class).of(StoreContents.class, option, store);
  }

  private static void refuseNothing(StoreContents from, String store) {
    if (from.isEmpty()) {
      throw new StartRefused("--from", "the store " + store
          + " holds nothing; do its settings (such as hexlink.data) lead to the right one?");
    }
  }

  private static void refuseOverwriting(StoreContents to, String store) {
    if (!to.isEmpty()) {
      throw new StartRefused("--to", "the store " + store
          + " is not empty; a store can be moved into an empty one alone, and nothing was changed");
    }
  }

  private static void sayWhatIsNext(MoveRequest request, ApplicationContext source, Consumer<String> say) {
    String counter = source.getBean(AdaptersConfiguration.class).counter();
    boolean countsInStore = Set.of(request.from(), request.to()).contains(counter);
    say.accept("All is moved. Next: set HEXLINK_ADAPTERS_LINKS=" + request.to()
        + (countsInStore ? " and HEXLINK_ADAPTERS_COUNTER=" + request.to() : "") + " and start");
    say.accept("Keep " + source.getBean(HexlinkConfiguration.class).data().toAbsolutePath().normalize()
        + ": the visits that wait in its journal go to the new store");
    say.accept("Start nothing on the old store again: it would give the codes that come next to other links");
  }
}
