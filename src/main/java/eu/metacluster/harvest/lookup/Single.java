package eu.metacluster.harvest.lookup;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Connector;
import eu.metacluster.harvest.FetchException;
import eu.metacluster.harvest.FetchException.Trouble;
import eu.metacluster.harvest.Remote;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A network that has one answer, which is there already: a connector that asks for another page is
 * told that there is none.
 */
final class Single implements Remote {

  private final Connector connector;
  private final Answer answer;
  private final Instant at;
  private boolean given;

  Single(Connector connector, Answer answer, Instant at) {
    this.connector = connector;
    this.answer = answer;
    this.at = at;
  }

  @Override
  public URI address() {
    return answer.address();
  }

  @Override
  public String setting(String name) {
    return connector.settings().stream()
        .filter(setting -> setting.name().equals(name))
        .map(Connector.Setting::usual)
        .findFirst()
        .orElse("");
  }

  @Override
  public Instant startedAt() {
    return at;
  }

  @Override
  public Answer get(URI address) throws IOException {
    if (given) {
      throw new FetchException(Trouble.GONE, address, "");
    }
    given = true;
    return answer;
  }

  @Override
  public Optional<Answer> fresh(URI address) throws IOException {
    return Optional.of(get(address));
  }

  @Override
  public Answer post(URI address, String mediaType, byte[] body) throws IOException {
    return get(address);
  }

  @Override
  public long keep(Answer kept) {
    return 0;
  }

  @Override
  public void visit(Iterable<URI> pages, PageReader reader) throws IOException {
    if (!given) {
      reader.read(get(address()), 0);
    }
  }

  @Override
  public Optional<String> remembered(String name) {
    return Optional.empty();
  }

  @Override
  public void remember(String name, String value) {
    // the next look-up begins anew
  }

  @Override
  public Optional<String> resumesAt() {
    return Optional.empty();
  }
}
