package dev.hexlink.domain.visit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/**
 * What is kept of a client's address: the first 24 bits of an IPv4 address or the first 48 of an IPv6 address. An IPv4 address written as
 * IPv6 counts as IPv4.
 *
 * @param prefix the kept bits, in the low bits of the number
 */
public record Network(boolean ipv6, long prefix) {
  private static final int KEPT_BITS_V4 = 24;
  private static final int KEPT_BITS_V6 = 48;
  /** What stands for an address that is not known: 0.0.0.0/24. */
  public static final Network UNKNOWN = new Network(false, 0);

  /**
   * @throws IllegalArgumentException if the prefix has more bits than are kept
   */
  public Network {
    if (prefix < 0 || prefix >>> (ipv6 ? KEPT_BITS_V6 : KEPT_BITS_V4) != 0) {
      throw new IllegalArgumentException("more bits than may be kept: " + Long.toHexString(prefix));
    }
  }

  /** The network of an address; the rest of the address is forgotten. */
  public static Network of(InetAddress address) {
    ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
    if (address instanceof Inet6Address && !isMappedIpv4(bytes)) {
      return new Network(true, bytes.getLong(0) >>> (Long.SIZE - KEPT_BITS_V6));
    }
    int ipv4 = bytes.getInt(bytes.limit() - Integer.BYTES);
    return new Network(false, Integer.toUnsignedLong(ipv4) >>> (Integer.SIZE - KEPT_BITS_V4));
  }

  private static boolean isMappedIpv4(ByteBuffer ipv6) {
    return ipv6.getLong(0) == 0 && ipv6.getInt(Long.BYTES) == 0xffff;
  }

  /** The lowest address of the network, as text, without its length. */
  public String address() {
    byte[] bytes = ipv6
        ? ByteBuffer.allocate(16).putLong(prefix << (Long.SIZE - KEPT_BITS_V6)).array()
        : ByteBuffer.allocate(4).putInt((int) (prefix << (Integer.SIZE - KEPT_BITS_V4))).array();
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("4 or 16 bytes are an address", e);
    }
  }

  /** The network in CIDR notation, such as {@code 203.0.113.0/24}. */
  @Override
  public String toString() {
    return address() + "/" + (ipv6 ? KEPT_BITS_V6 : KEPT_BITS_V4);
  }
}
