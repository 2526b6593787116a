package dev.hexlink.application.shorten;

import dev.hexlink.domain.code.Alphabet;
import dev.hexlink.domain.code.RandomDraw;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.WordPolicy;
import dev.hexlink.domain.link.CodeOrigin;
import java.util.random.RandomGenerator;

/** Codes drawn symbol by symbol. */
public final class RandomCodes implements CodeAllocator {
  private final RandomDraw policy;
  private final Alphabet alphabet;
  private final WordPolicy words;
  private final RandomGenerator random;

  public RandomCodes(RandomDraw policy, Alphabet alphabet, WordPolicy words, RandomGenerator random) {
    this.policy = policy;
    this.alphabet = alphabet;
    this.words = words;
    this.random = random;
  }

  @Override
  public AllocatedCode next() {
    while (true) {
      ShortCode code = policy.draw(alphabet, random::nextInt);
      if (words.allowsGenerated(code)) {
        return new AllocatedCode(code, new CodeOrigin.Drawn());
      }
    }
  }

  @Override
  public void collided(AllocatedCode code) {
    // Chance or a chosen slug: the next draw is another code anyway.
  }
}
