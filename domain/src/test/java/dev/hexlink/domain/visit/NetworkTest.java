package dev.hexlink.domain.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
  @ParameterizedTest
  @CsvSource({"203.0.113.77, 203.0.113.0/24", "255.255.255.255, 255.255.255.0/24", "0.0.0.0, 0.0.0.0/24",
      "2001:db8:1234:5678::1, 2001:db8:1234:0:0:0:0:0/48",
      "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:0:0:0:0:0/48", "::1, 0:0:0:0:0:0:0:0/48",
      "::ffff:203.0.113.77, 203.0.113.0/24"})
  void keepsTheFirstBitsOfAnAddress(String address, String network) throws UnknownHostException {
    assertThat(Network.of(InetAddress.getByName(address))).hasToString(network);
  }

  /** The JDK makes such an address when asked for IPv6 by name, and some servers do. */
  @Test
  void takesAMappedIpv4AddressForIpv4() throws UnknownHostException {
    byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, (byte) 203, 0, 113, 77};

    assertThat(Network.of(Inet6Address.getByAddress(null, mapped, -1))).hasToString("203.0.113.0/24");
  }

  @Test
  void forgetsTheRest() throws UnknownHostException {
    assertThat(Network.of(InetAddress.getByName("203.0.113.1")))
        .isEqualTo(Network.of(InetAddress.getByName("203.0.113.254")))
        .isNotEqualTo(Network.of(InetAddress.getByName("203.0.114.1")));
  }

  @Test
  void oneStandsForAnUnknownAddress() {
    assertThat(Network.UNKNOWN).hasToString("0.0.0.0/24");
  }

  @ParameterizedTest
  @CsvSource({"false, 16777215", "true, 281474976710655"})
  void holdsAsManyBitsAsMayBeKept(boolean ipv6, long largest) {
    assertThat(new Network(ipv6, largest).prefix()).isEqualTo(largest);
    assertThatIllegalArgumentException().isThrownBy(() -> new Network(ipv6, largest + 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Network(ipv6, -1));
  }
}
