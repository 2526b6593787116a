package dev.hexlink.domain.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.domain.code.ShortCode;
import org.junit.jupiter.api.Test;

class LinkKeyTest {
  private static final ShortCode CODE = new ShortCode("abc");

  @Test
  void belongsToTheDefaultHostWhereNoneIsNamed() {
    assertThat(LinkKey.of(CODE)).isEqualTo(new LinkKey(Host.DEFAULT, CODE)).hasToString("default/abc");
  }

  @Test
  void tellsHostsAndCodesApart() {
    assertThat(LinkKey.of(CODE)).isNotEqualTo(new LinkKey(new Host("go.example"), CODE));
    assertThat(LinkKey.of(CODE)).isNotEqualTo(LinkKey.of(new ShortCode("ABC")));
  }

  @Test
  void sortsByHostThenCode() {
    var first = new LinkKey(new Host("a.example"), new ShortCode("z"));
    var second = new LinkKey(new Host("b.example"), new ShortCode("a"));

    assertThat(first).isLessThan(second);
    assertThat(second).isLessThan(new LinkKey(second.host(), new ShortCode("b")));
  }
}
