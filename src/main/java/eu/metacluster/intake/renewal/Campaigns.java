package eu.metacluster.intake.renewal;

import eu.metacluster.grid.Aging;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Lifecycle;
import eu.metacluster.grid.RecordState;
import eu.metacluster.grid.Records;
import eu.metacluster.intake.renewal.CampaignLine.Answer;
import eu.metacluster.journal.Journal;
import eu.metacluster.journal.NewEntry;
import eu.metacluster.shared.Ids;
import eu.metacluster.shared.Refusal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the owners of many records at once whether these are still true, reminds them once, and
 * brings to the committee what nobody has confirmed when it ends, and at once what nobody can be
 * asked about because every letter came back.
 */
@Component
class Campaigns {

  private static final int MOST = 20_000;

  private final CampaignRows rows;
  private final AskedRows askedRows;
  private final Owners owners;
  private final Asking asking;
  private final Aging aging;
  private final Records records;
  private final Lifecycle lifecycle;
  private final Journal journal;

  Campaigns(
      CampaignRows rows,
      AskedRows askedRows,
      Owners owners,
      Asking asking,
      Aging aging,
      Records records,
      Lifecycle lifecycle,
      Journal journal) {
    this.rows = rows;
    this.askedRows = askedRows;
    this.owners = owners;
    this.asking = asking;
    this.aging = aging;
    this.records = records;
    this.lifecycle = lifecycle;
    this.journal = journal;
  }

  /** What a campaign over this choice would do; nothing is written. */
  CampaignPreview preview(Aging.Choice choice, CampaignLetters.Sample letter) {
    List<UUID> chosen = aging.records(choice);
    List<Asked> known = owners.of(chosen);
    int asked = about(known).size();
    return new CampaignPreview(
        asked, known.size(), chosen.size() - asked, letter.subject(), letter.text());
  }

  private static Set<UUID> about(Collection<Asked> asked) {
    return asked.stream().map(Asked::record).collect(Collectors.toSet());
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
    List<Asked> known = owners.of(chosen);
    Set<UUID> owned = about(known);
    List<UUID> taken = chosen.stream().filter(one -> all || owned.contains(one)).toList();
    if (taken.isEmpty() || taken.size() > MOST) {
      throw new Refusal(Refusal.Kind.BAD_INPUT, "MC-1711", "intake.campaign.error.size", MOST);
    }
    UUID id = Ids.next();
    rows.open(id, name, choice.toString());
    rows.add(id, taken);
    Map<UUID, UUID> letters = asking.send(known, false);
    askedRows.add(
        id,
        known.stream()
            .filter(one -> letters.containsKey(one.id()))
            .map(one -> one.sent(Objects.requireNonNull(letters.get(one.id()))))
            .toList());
    append("intake.campaign-started", id, actor, taken.size());
    return id;
  }

  private void append(String kind, UUID campaign, @Nullable UUID actor, int number) {
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
    return lines(campaign, true);
  }

  private List<CampaignLine> lines(UUID campaign, boolean trying) {
    List<CampaignRows.Row> all = rows.rows(campaign);
    Map<UUID, GridRecord> known =
        records.all(all.stream().map(CampaignRows.Row::record).collect(Collectors.toSet()));
    List<Asked> asked = askedRows.of(campaign);
    Set<UUID> lost = asking.unreachable(asked, trying);
    Map<UUID, List<Asked>> byRecord = asked.stream().collect(Collectors.groupingBy(Asked::record));
    return all.stream()
        .filter(row -> known.containsKey(row.record()))
        .map(
            row ->
                line(
                    row,
                    Objects.requireNonNull(known.get(row.record())),
                    byRecord.getOrDefault(row.record(), List.of()),
                    lost))
        .sorted(Comparator.comparing(line -> line.record().label()))
        .toList();
  }

  private static CampaignLine line(
      CampaignRows.Row row, GridRecord record, List<Asked> asked, Set<UUID> lost) {
    int unreachable = (int) asked.stream().filter(one -> lost.contains(one.id())).count();
    Answer answer = Answer.UNANSWERED;
    if (row.corrected()) {
      answer = Answer.CORRECTED;
    } else if (row.confirmedAt() != null) {
      answer = Answer.CONFIRMED;
    } else if (asked.isEmpty()) {
      answer = Answer.NOBODY;
    } else if (unreachable == asked.size()) {
      answer = Answer.BOUNCED;
    }
    return new CampaignLine(record, answer, asked.size(), unreachable, row.passedOn());
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
    List<Asked> again =
        askedRows.of(campaign).stream().filter(one -> silent.contains(one.record())).toList();
    Map<UUID, UUID> letters = asking.send(again, true);
    askedRows.reminded(letters);
    append("intake.campaign-reminded", campaign, actor, letters.size());
    return letters.size();
  }

  private Set<UUID> with(UUID campaign, Set<Answer> answers) {
    return lines(campaign).stream()
        .filter(line -> answers.contains(line.answer()) && !line.passedOn())
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
    keepUnreachable(campaign);
    Set<UUID> open = with(campaign, Set.of(Answer.UNANSWERED, Answer.BOUNCED, Answer.NOBODY));
    passOn(campaign, open, actor);
    append("intake.campaign-ended", campaign, actor, open.size());
    return open.size();
  }

  /**
   * Brings to the committee, in the running campaigns, what nobody can be asked about any more
   * because all letters came back for good; nothing waits for an end that a coordinator sets.
   */
  @Transactional
  public void passOnUnreachable() {
    rows.all().stream().filter(Campaign::running).forEach(one -> passOnUnreachable(one.id()));
  }

  private void passOnUnreachable(UUID campaign) {
    keepUnreachable(campaign);
    Set<UUID> open =
        lines(campaign, false).stream()
            .filter(line -> line.answer() == Answer.BOUNCED && !line.passedOn())
            .map(line -> line.record().id())
            .collect(Collectors.toSet());
    if (!open.isEmpty()) {
      passOn(campaign, open, null);
      append("intake.campaign-unreachable", campaign, null, open.size());
    }
  }

  /** Letters are kept for a month, what became of them as long as the campaign. */
  private void keepUnreachable(UUID campaign) {
    askedRows.unreachable(asking.unreachable(askedRows.of(campaign), false));
  }

  private void passOn(UUID campaign, Set<UUID> open, @Nullable UUID actor) {
    records.all(open).values().stream()
        .filter(record -> record.state() == RecordState.PUBLISHED)
        .forEach(
            record ->
                lifecycle.move(
                    record.id(), RecordState.DUE, new Lifecycle.Reason(actor, campaign, null)));
    rows.passedOn(campaign, open);
  }
}
