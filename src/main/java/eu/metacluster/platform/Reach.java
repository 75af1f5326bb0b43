package eu.metacluster.platform;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Resolves names for the client, and lets it have public addresses only. What is checked is what is
 * connected to: the client asks nobody else, so a name that changes in between gains nothing.
 *
 * <p>Reserved addresses as in the special-purpose registries of RFC 6890.
 */
@Component
public final class Reach implements DnsResolver {

  private final boolean loopback;
  private final Names names;

  /**
   * @param loopback whether the machine itself may be reached; for tests
   */
  @Autowired
  public Reach(@Value("${metacluster.fetch.allow-loopback:false}") boolean loopback) {
    this(loopback, InetAddress::getAllByName);
  }

  /** As above, asking somebody else for the addresses of names. */
  public Reach(boolean loopback, Names names) {
    this.loopback = loopback;
    this.names = names;
  }

  /** Who knows the addresses of a name. */
  @FunctionalInterface
  public interface Names {
    /** All addresses of a host. */
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /** The name leads to addresses that nobody outside may be sent to. */
  public static final class PrivateAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    PrivateAddress(String host) {
      super(host);
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] all = names.of(host);
    InetAddress[] open = Arrays.stream(all).filter(this::allowed).toArray(InetAddress[]::new);
    if (open.length < all.length) {
      throw new PrivateAddress(host);
    }
    return open;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private boolean allowed(InetAddress address) {
    return address.isLoopbackAddress() ? loopback : isPublic(address);
  }

  /** Whether an address belongs to the open Internet. */
  public static boolean isPublic(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address four -> isPublic4(bytes);
      case Inet6Address six -> isPublic6(bytes);
      default -> false;
    };
  }

  private static boolean isPublic4(byte[] b) {
    int first = b[0] & 0xFF;
    int second = b[1] & 0xFF;
    int third = b[2] & 0xFF;
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean protocol = first == 192 && second == 0 && (third == 0 || third == 2);
    boolean relay = first == 192 && second == 88 && third == 99;
    boolean measured = first == 198 && (second == 18 || second == 19);
    boolean samples =
        (first == 198 && second == 51 && third == 100)
            || (first == 203 && second == 0 && third == 113);
    return first != 0 && first < 224 && !(shared || protocol || relay || measured || samples);
  }

  /** Global unicast alone, without what carries an IPv4 address or is for documents. */
  private static boolean isPublic6(byte[] b) {
    int head = (b[0] & 0xFF) << 8 | (b[1] & 0xFF);
    int next = (b[2] & 0xFF) << 8 | (b[3] & 0xFF);
    boolean global = (head & 0xE000) == 0x2000;
    boolean special = head == 0x2001 && (next < 0x0200 || next == 0x0DB8);
    boolean tunnel = head == 0x2002;
    boolean documents = head == 0x3FFF && next < 0x1000;
    return global && !special && !tunnel && !documents;
  }
}
