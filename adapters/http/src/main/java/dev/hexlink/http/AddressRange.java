package dev.hexlink.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A network of addresses, as CIDR notation writes it. */
public final class AddressRange {
  private final byte[] network;
  private final int bits;

  private AddressRange(byte[] network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  /**
   * @throws IllegalArgumentException if the text is no network, such as {@code 10.0.0.0/8} or {@code fd00::/8}, nor an address
   */
  public static AddressRange of(String cidr) {
    int slash = cidr.indexOf('/');
    String address = slash < 0 ? cidr : cidr.substring(0, slash);
    InetAddress parsed = address(address)
        .orElseThrow(() -> new IllegalArgumentException("hexlink.http.trusted-proxies: not a network: " + cidr));
    byte[] network = parsed.getAddress();
    int bits = slash < 0 ? 8 * network.length : prefix(cidr, slash);
    if (bits > 8 * network.length) {
      throw new IllegalArgumentException("hexlink.http.trusted-proxies: not a network: " + cidr);
    }
    return new AddressRange(network, bits);
  }

  private static int prefix(String cidr, int slash) {
    String digits = cidr.substring(slash + 1);
    if (!digits.matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException("hexlink.http.trusted-proxies: not a network: " + cidr);
    }
    return Integer.parseInt(digits);
  }

  public boolean contains(InetAddress address) {
    byte[] other = address.getAddress();
    if (other.length != network.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((network[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  /** Reads an IP address without ever asking a name server; empty when the text is anything else. */
  public static Optional<InetAddress> address(String text) {
    byte @Nullable [] bytes = text.indexOf('%') >= 0 ? null : NetUtil.createByteArrayFromIpAddressString(text);
    try {
      return bytes == null ? Optional.empty() : Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
