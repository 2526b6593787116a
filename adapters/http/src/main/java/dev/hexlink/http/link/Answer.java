package dev.hexlink.http.link;

import dev.hexlink.domain.link.Link;
import dev.hexlink.http.problem.Problem;

/** What a wish for a short link is answered, whether it came alone or among others. */
sealed interface Answer {
  record Made(Link link, LinkJson json) implements Answer {}

  record Found(Link link, LinkJson json) implements Answer {}

  record Told(Problem problem) implements Answer {}
}
