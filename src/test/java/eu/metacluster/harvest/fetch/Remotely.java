package eu.metacluster.harvest.fetch;

import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.platform.Reach;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Runs a connector over the product's own client, on loopback and without a database. */
public final class Remotely {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Remotely() {}

  /** A client that may reach this machine and waits for nobody's turn. */
  public static Web web() {
    return web(new Pace.Real());
  }

  static Web web(Pace pace) {
    return web(pace, new Reach(true));
  }

  static Web web(Pace pace, Reach reach) {
    return new Web(
        new Fetcher(reach, new RobotName("", "http://localhost")),
        new HostGate(new Alone(), pace),
        pace);
  }

  /** Turns that nobody shares. */
  private static final class Alone implements Turns {
    @Override
    public Block reserve(String host, Instant at, Duration length) {
      return new Block(at, at.plus(length));
    }

    @Override
    public void rest(String host, Instant until) {}

    @Override
    public void forget(Instant freeBefore) {}
  }

  /** Reads a source as a first run does. */
  public static Recorder read(WebConnector connector, URI address, Map<String, String> settings)
      throws IOException {
    return read(connector, address, settings, new Recorder());
  }

  /** Reads a source with what a recorder knows, and gives it back. */
  public static Recorder read(
      WebConnector connector, URI address, Map<String, String> settings, Recorder recorder)
      throws IOException {
    return read(connector, address, settings, recorder, Instant.now());
  }

  /** Reads a source at a time. */
  public static Recorder read(
      WebConnector connector,
      URI address,
      Map<String, String> settings,
      Recorder recorder,
      Instant at)
      throws IOException {
    Manner manner = new Manner(true, Duration.ZERO, PATIENCE);
    RemoteSession.Place place =
        new RemoteSession.Place(address, settings, manner, FetchLimits.PAGE, at);
    connector.read(new RemoteSession(web(), connector, place, recorder, recorder), recorder);
    return recorder;
  }
}
