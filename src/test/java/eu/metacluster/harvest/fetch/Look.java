package eu.metacluster.harvest.fetch;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.Recorder;
import eu.metacluster.harvest.Remote;
import eu.metacluster.harvest.WebConnector;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A first look at an address, as the product takes it before it knows what it is. */
public final class Look {

  private Look() {}

  /** What the address answers. */
  public static Answer at(URI address) throws IOException {
    Sampler sampler = new Sampler(new AtomicReference<>());
    Remotely.read(sampler, address, Map.of(), new Recorder());
    return Objects.requireNonNull(sampler.answer.get());
  }

  /** The name of the first connector that recognises the answer; empty when none does. */
  public static String recognised(URI address, List<WebConnector> connectors) throws IOException {
    Answer answer = at(address);
    return connectors.stream()
        .filter(connector -> connector.recognises(answer))
        .map(WebConnector::id)
        .findFirst()
        .orElse("");
  }

  private record Sampler(AtomicReference<Answer> answer) implements WebConnector {
    @Override
    public String id() {
      return "sampler";
    }

    @Override
    public int version() {
      return 1;
    }

    @Override
    public Terms terms() {
      return Terms.UNKNOWN;
    }

    @Override
    public boolean recognises(Answer sample) {
      return true;
    }

    @Override
    public void read(Remote remote, Reading reading) throws IOException {
      answer.set(remote.get(remote.address()));
    }
  }
}
