package dev.hexlink.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.Host;
import dev.hexlink.domain.link.LinkKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class DropMessageTest {
  private static final LinkKey ONE = LinkKey.of(new ShortCode("one"));
  private static final LinkKey OTHER = new LinkKey(new Host("go.example.org"), new ShortCode("other"));

  @Test
  void theTextIsPinned() {
    assertThat(DropMessage.beginning("00ff")).isEqualTo("1 00ff");
    assertThat(DropMessage.read("1 00ff one go.example.org/other"))
        .contains(new DropMessage("00ff", List.of(ONE, OTHER)));
  }

  @Test
  void whatIsNoKeyIsPassedOver() {
    assertThat(DropMessage.read("1 00ff ü one ??? a/b/c")).contains(new DropMessage("00ff", List.of(ONE)));
  }

  @Test
  void anotherFormatIsNotUnderstood() {
    for (String text : List.of("", "1", "1 00ff", "2 00ff one", "hello world one")) {
      assertThat(DropMessage.read(text)).as(text).isEmpty();
    }
  }
}
