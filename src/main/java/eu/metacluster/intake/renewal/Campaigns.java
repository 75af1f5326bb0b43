package eu.metacluster.intake.renewal;

import eu.metacluster.grid.Aging;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.renewal.CampaignLine.Answer;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.platform.Letter;
import eu.metacluster.platform.Mailer;
import eu.metacluster.platform.Mailer.Fate;
import eu.metacluster.shared.Ids;
import eu.metacluster.shared.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the owners of many records at once whether these are still true, reminds them once, and
 * brings to the committee what nobody has confirmed when it ends.
 */
@Component
class Campaigns {

  private static final int MOST = 20_000;

  private final CampaignRows rows;
  private final CampaignLetters letters;
  private final Aging aging;
  private final Records records;
  private final Lifecycle lifecycle;
  private final Mailer mailer;
  private final Journal journal;

  Campaigns(
      CampaignRows rows,
      CampaignLetters letters,
      Aging aging,
      Records records,
      Lifecycle lifecycle,
      Mailer mailer,
      Journal journal) {
    this.rows = rows;
    this.letters = letters;
    this.aging = aging;
    this.records = records;
    this.lifecycle = lifecycle;
    this.mailer = mailer;
    this.journal = journal;
  }

  /** What a campaign over this choice would do; nothing is written. */
  CampaignPreview preview(Aging.Choice choice, CampaignLetters.Sample letter) {
    List<UUID> chosen = aging.records(choice);
    int asked = rows.owners(chosen).size();
    return new CampaignPreview(asked, chosen.size() - asked, letter.subject(), letter.text());
  }

  /**
   * Starts a campaign: letters to all owners who are known.
   *
   * @param all whether records that nobody is known for belong to it, too
   * @throws Refusal MC-1711 when there is nothing to ask about, or too much for one campaign
   */
  @Transactional
  public UUID start(UUID actor, String name, Aging.Choice choice, boolean all) {
    List<UUID> chosen = aging.records(choice);
    Map<UUID, UUID> owners = rows.owners(chosen);
    List<UUID> taken = chosen.stream().filter(record -> all || owners.containsKey(record)).toList();
    if (taken.isEmpty() || taken.size() > MOST) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1711", "intake.campaign.error.size", MOST);
    }
    UUID id = Ids.next();
    rows.open(id, name, choice.toString());
    Map<UUID, UUID> mails = send(taken, owners, false);
    rows.add(
        id,
        taken.stream()
            .map(
                record ->
                    new CampaignRows.Row(
                        record,
                        mails.containsKey(record) ? owners.get(record) : null,
                        mails.get(record),
                        null,
                        null,
                        false))
            .toList());
    append("intake.campaign-started", id, actor, taken.size());
    return id;
  }

  /** Writes to the owners of these records; answers the mail of each, by record. */
  private Map<UUID, UUID> send(List<UUID> chosen, Map<UUID, UUID> owners, boolean again) {
    Map<UUID, GridRecord> known = records.all(chosen);
    List<UUID> about = new ArrayList<>();
    List<Letter> all = new ArrayList<>();
    for (UUID record : chosen) {
      UUID owner = owners.get(record);
      GridRecord shown = known.get(record);
      Letter letter =
          owner == null || shown == null ? null : letters.write(owner, shown.label(), again);
      if (letter != null) {
        about.add(record);
        all.add(letter);
      }
    }
    List<UUID> mails = all.isEmpty() ? List.of() : mailer.send(all);
    return Stream.iterate(0, i -> i < mails.size(), i -> i + 1)
        .collect(Collectors.toMap(about::get, mails::get));
  }

  private void append(String kind, UUID campaign, UUID actor, int number) {
    journal.append(
        new NewEntry(
            kind, null, actor, Map.of("campaign", campaign.toString(), "records", number)));
  }

  /** All campaigns, the newest first. */
  List<Campaign> all() {
    return rows.all();
  }

  /**
   * One campaign.
   *
   * @throws Refusal MC-1710 when there is none with this id
   */
  Campaign get(UUID id) {
    return rows.find(id)
        .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "MC-1710", "intake.error.campaign"));
  }

  /** What became of each of its questions, by the record's title. */
  List<CampaignLine> lines(UUID campaign) {
    List<CampaignRows.Row> all = rows.rows(campaign);
    Map<UUID, GridRecord> known =
        records.all(all.stream().map(CampaignRows.Row::record).collect(Collectors.toSet()));
    Set<UUID> bounced = bounced(all);
    return all.stream()
        .filter(row -> known.containsKey(row.record()))
        .map(
            row ->
                new CampaignLine(
                    Objects.requireNonNull(known.get(row.record())), answer(row, bounced)))
        .sorted(Comparator.comparing(line -> line.record().label()))
        .toList();
  }

  private static Answer answer(CampaignRows.Row row, Set<UUID> bounced) {
    if (row.corrected()) {
      return Answer.CORRECTED;
    }
    if (row.confirmedAt() != null) {
      return Answer.CONFIRMED;
    }
    UUID last = row.reminder() == null ? row.mail() : row.reminder();
    if (last == null) {
      return Answer.NOBODY;
    }
    return bounced.contains(last) ? Answer.BOUNCED : Answer.UNANSWERED;
  }

  private Set<UUID> bounced(List<CampaignRows.Row> all) {
    Set<UUID> mails = new HashSet<>();
    for (CampaignRows.Row row : all) {
      if (row.mail() != null) {
        mails.add(row.mail());
      }
      if (row.reminder() != null) {
        mails.add(row.reminder());
      }
    }
    return mailer.fates(mails).entrySet().stream()
        .filter(one -> one.getValue() == Fate.GIVEN_UP || one.getValue() == Fate.FAILING)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * Asks those again who have not answered, once.
   *
   * @return how many letters were written
   * @throws Refusal MC-1712 when they were reminded already, or it has ended
   */
  @Transactional
  public int remind(UUID actor, UUID campaign) {
    if (!rows.reminded(get(campaign).id())) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1712", "intake.campaign.error.reminded");
    }
    Set<UUID> silent = with(campaign, Set.of(Answer.UNANSWERED, Answer.BOUNCED));
    Map<UUID, UUID> owners =
        rows.rows(campaign).stream()
            .filter(row -> silent.contains(row.record()) && row.submission() != null)
            .collect(
                Collectors.toMap(
                    CampaignRows.Row::record, row -> Objects.requireNonNull(row.submission())));
    Map<UUID, UUID> mails = send(List.copyOf(owners.keySet()), owners, true);
    mails.forEach((record, mail) -> rows.reminder(campaign, record, mail));
    append("intake.campaign-reminded", campaign, actor, mails.size());
    return mails.size();
  }

  private Set<UUID> with(UUID campaign, Set<Answer> answers) {
    return lines(campaign).stream()
        .filter(line -> answers.contains(line.answer()))
        .map(line -> line.record().id())
        .collect(Collectors.toSet());
  }

  /**
   * Ends it: what was neither confirmed nor corrected comes to the committee.
   *
   * @return how many records that are
   * @throws Refusal MC-1713 when it has ended already
   */
  @Transactional
  public int end(UUID actor, UUID campaign) {
    if (!rows.ended(get(campaign).id())) {
      throw new Refusal(Refusal.Kind.CONFLICT, "MC-1713", "intake.campaign.error.ended");
    }
    Set<UUID> open = with(campaign, Set.of(Answer.UNANSWERED, Answer.BOUNCED, Answer.NOBODY));
    List<UUID> moved =
        records.all(open).values().stream()
            .filter(record -> record.state() == RecordState.PUBLISHED)
            .map(GridRecord::id)
            .toList();
    moved.forEach(
        record ->
            lifecycle.move(record, RecordState.DUE, new Lifecycle.Reason(actor, campaign, null)));
    rows.passedOn(campaign, open);
    append("intake.campaign-ended", campaign, actor, open.size());
    return open.size();
  }
}
