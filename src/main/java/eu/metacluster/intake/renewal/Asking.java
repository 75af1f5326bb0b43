package eu.metacluster.intake.renewal;

import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Records;
import eu.metacluster.people.notices.Notices;
import eu.metacluster.platform.Letter;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.Mailer.Fate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    List<UUID> written = new ArrayList<>();
    List<Letter> all = new ArrayList<>();
    for (Asked one : owners) {
      GridRecord record = known.get(one.record());
      if (record == null) {
        continue;
      }
      if (one.account() != null) {
        put(sent, one, letters.tell(one, one.account(), record.label(), again));
      } else if (one.submission() != null) {
        Letter letter = letters.write(one.submission(), record.label(), again);
        if (letter != null) {
          written.add(one.id());
          all.add(letter);
        }
      }
    }
    List<UUID> mails = all.isEmpty() ? List.of() : mailer.send(all);
    for (int i = 0; i < mails.size(); i++) {
      sent.put(written.get(i), mails.get(i));
    }
    return sent;
  }

  private static void put(Map<UUID, UUID> sent, Asked one, @Nullable UUID notice) {
    if (notice != null) {
      sent.put(one.id(), notice);
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
