package eu.metacluster.intake.renewal;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.people.notices.Notices;
import eu.metacluster.platform.Letter;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.Mailer.Fate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the question to owners, and knows whose letters came back. */
@Component
class Asking {

  private final CampaignLetters letters;
  private final Records records;
  private final Mailer mailer;
  private final Notices notices;

  Asking(CampaignLetters letters, Records records, Mailer mailer, Notices notices) {
    this.letters = letters;
    this.records = records;
    this.mailer = mailer;
    this.notices = notices;
  }

  /**
   * Writes to these; answers the letter or notice of each that there is somebody for, by its id.
   */
  Map<UUID, UUID> send(List<Asked> owners, boolean again) {
    Map<UUID, GridRecord> known =
        records.all(owners.stream().map(Asked::record).collect(Collectors.toSet()));
    Map<UUID, UUID> sent = new HashMap<>();
    Map<UUID, Letter> written = new LinkedHashMap<>();
    for (Asked one : owners) {
      GridRecord record = known.get(one.record());
      if (record != null) {
        write(one, record.label(), again, sent, written);
      }
    }
    List<UUID> mails = written.isEmpty() ? List.of() : mailer.send(List.copyOf(written.values()));
    Iterator<UUID> mail = mails.iterator();
    written.keySet().forEach(asked -> sent.put(asked, mail.next()));
    return sent;
  }

  /** Tells an account at once; a letter is left for the post to take with the others. */
  private void write(
      Asked one, String label, boolean again, Map<UUID, UUID> sent, Map<UUID, Letter> written) {
    if (one.account() != null) {
      UUID notice = letters.tell(one, one.account(), label, again);
      if (notice != null) {
        sent.put(one.id(), notice);
      }
    } else if (one.submission() != null) {
      Letter letter = letters.write(one.submission(), label, again);
      if (letter != null) {
        written.put(one.id(), letter);
      }
    }
  }

  /**
   * Those of these who could not be reached.
   *
   * @param trying whether those count, too, to whom sending is still tried
   */
  Set<UUID> unreachable(Collection<Asked> asked, boolean trying) {
    Set<UUID> last = new HashSet<>();
    asked.stream().map(Asked::last).filter(Objects::nonNull).forEach(last::add);
    Map<UUID, Fate> fates = new HashMap<>(mailer.fates(last));
    fates.putAll(notices.fates(last));
    Predicate<Fate> lost = fate -> fate == Fate.GIVEN_UP || (trying && fate == Fate.FAILING);
    return asked.stream()
        .filter(
            one -> {
              Fate fate = one.last() == null ? null : fates.get(one.last());
              return one.unreachable() || (fate != null && lost.test(fate));
            })
        .map(Asked::id)
        .collect(Collectors.toSet());
  }
}
