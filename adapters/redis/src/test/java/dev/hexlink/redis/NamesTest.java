package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.contracts.Seeded;
import dev.hexlink.contracts.SeededCases;
import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.code.Stack;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkKey;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SeededCases.class)
class NamesTest {
  private static final LinkKey PLAIN = LinkKey.of(new ShortCode("aB-3_"));
  private static final LinkKey ELSEWHERE = new LinkKey(new Host("go.example.org:8443"), new ShortCode("aB-3_"));

  @Test
  void namesArePinned() {
    Names names = new Names("");
    assertThat(names.route(PLAIN)).isEqualTo("short:aB-3_");
    assertThat(names.route(ELSEWHERE)).isEqualTo("short:go.example.org:8443/aB-3_");
    assertThat(names.visits(PLAIN)).isEqualTo("visits:aB-3_");
    assertThat(names.visits(ELSEWHERE)).isEqualTo("visits:go.example.org:8443/aB-3_");
    assertThat(names.counter(new Stack("java", 3))).isEqualTo("id_allocator:url:java");
    assertThat(names.pool()).isEqualTo("code_pool");
    assertThat(names.poolState()).isEqualTo("code_pool:state");
    assertThat(names.bucket("creates 192.0.2.1")).isEqualTo("limit:creates 192.0.2.1");
    assertThat(names.drops()).isEqualTo("drops");
  }

  @Test
  void aPrefixStandsBeforeEachName() {
    Names names = new Names("mine:");
    assertThat(List.of(names.route(PLAIN), names.visits(PLAIN), names.counter(new Stack("java", 3)), names.pool(),
        names.poolState(), names.bucket("b"), names.drops())).allMatch(name -> name.startsWith("mine:"));
  }

  @Test
  void aKeyIsReadAgain(Seeded some) {
    for (LinkKey key : List.of(PLAIN, ELSEWHERE, some.key(), new LinkKey(some.host(), some.code()))) {
      assertThat(Names.key(Names.text(key))).contains(key);
    }
    for (String text : List.of("", "/", "a/", "/a", "a/b/c", "a b", "ü", "Host/../a")) {
      assertThat(Names.key(text)).as(text).isEmpty();
    }
  }
}
