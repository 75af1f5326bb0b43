package eu.metacluster.harvest.runs;

import eu.metacluster.harvest.Answer;
import eu.metacluster.harvest.Reading;
import eu.metacluster.harvest.WebConnector;
import eu.metacluster.harvest.fetch.FetchLimits;
import eu.metacluster.harvest.fetch.LastAnswer;
import eu.metacluster.harvest.fetch.Ledger;
import eu.metacluster.harvest.fetch.Manner;
import eu.metacluster.harvest.fetch.Pace;
import eu.metacluster.harvest.fetch.RemoteSession;
import eu.metacluster.harvest.fetch.Validators;
import eu.metacluster.harvest.fetch.Web;
import eu.metacluster.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the way to the network for a run, with the manners that its source is set to. */
@Component
class Remotes {

  /** How long a run waits for a host that asks to come back later. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Web web;
  private final Pace pace;
  private final Runs runs;

  Remotes(Web web, Pace pace, Runs runs) {
    this.web = web;
    this.pace = pace;
    this.runs = runs;
  }

  RemoteSession session(SourceRow source, WebConnector connector, Reading reading, Ledger ledger) {
    RemoteSession.Place place =
        new RemoteSession.Place(
            address(source.location()),
            source.settings(),
            manner(source),
            FetchLimits.PAGE,
            pace.now());
    return new RemoteSession(web, connector, place, reading, ledger);
  }

  static Manner manner(SourceRow source) {
    return new Manner(source.robotsWaived() == null, source.gap(), PATIENCE);
  }

  static URI address(@Nullable String location) {
    try {
      return URI.create(String.valueOf(location));
    } catch (IllegalArgumentException e) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1435", "harvest.trouble.address", "");
    }
  }

  /**
   * Brings a whole export onto the disk, under the name that its address ends with.
   *
   * @param last what was read of it before, null when that cannot be confirmed
   * @return empty when the server says that it is as it was
   */
  Optional<Download> download(
      SourceRow source, URI address, Path folder, Desk.Hold hold, @Nullable LastAnswer last)
      throws IOException {
    Validators known = last == null ? null : last.validators();
    Optional<Answer> answer = web.get(address, known, FetchLimits.FILE, manner(source), folder);
    runs.traffic(hold.origin().run(), answer.map(Answer::size).orElse(0L), 1);
    if (answer.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Download(laidDown(answer.get(), folder), Validators.of(answer.get())));
  }

  /** A file that was brought onto the disk, and what the server said of it. */
  record Download(Path file, Validators validators) {}

  /** Lays an answer down as a file with the name that its address ends with. */
  static Path laidDown(Answer answer, Path folder) throws IOException {
    String path = String.valueOf(answer.address().getPath());
    String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^\\w.-]", "_");
    Path payload = Files.createDirectories(folder.resolve("payload"));
    Path file = payload.resolve(name.isEmpty() ? "payload" : name);
    try (InputStream in = answer.open()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  /** Notes what went over the line. */
  void count(Desk.Hold hold, RemoteSession session) {
    runs.traffic(hold.origin().run(), session.traffic().bytes(), session.traffic().requests());
  }
}
