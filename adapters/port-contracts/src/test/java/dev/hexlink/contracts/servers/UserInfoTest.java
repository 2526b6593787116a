package dev.hexlink.contracts.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class UserInfoTest {
  @Test
  void isReadFromAUri() {
    assertThat(UserInfo.of(URI.create("amqp://a%3Ab:c+d%2F@h"))).isEqualTo(new UserInfo("a:b", "c+d/"));
    assertThat(UserInfo.of(URI.create("redis://:secret@h"))).isEqualTo(new UserInfo("", "secret"));
    assertThat(UserInfo.of(URI.create("redis://who@h"))).isEqualTo(new UserInfo("who", ""));
    assertThat(UserInfo.of(URI.create("redis://h"))).isEqualTo(new UserInfo("", ""));
  }
}
