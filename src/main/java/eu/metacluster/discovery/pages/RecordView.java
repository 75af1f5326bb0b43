package eu.metacluster.discovery.pages;

import eu.metacluster.discovery.map.Drawing;
import eu.metacluster.discovery.plain.PlainText;
import eu.metacluster.grid.ClaimView;
import eu.metacluster.grid.Companions;
import eu.metacluster.grid.Field;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.PartnerView;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.membership.Entity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record's page.
 *
 * @param summary what it is about, null when nobody says it
 * @param groups facts under headings
 * @param partners organisations of a project, or public projects of an organisation
 * @param hidden partners left out to keep the page light, 0 when all are there
 * @param related public records it names, such as its call and programme
 * @param companions those an organisation works with most
 * @param countries countries of the partners with their numbers, most first
 * @param history what happened to it that everybody may know, newest first
 * @param authorisedAt when it became public last, null when the journal does not say
 * @param through how it became public: decision, named or starter
 * @param sources by number, a claim of each source that states something of the record
 * @param funded the projects of a call or programme, null for other kinds
 * @param plain a summary in plain words that the committee released, null when there is none
 * @param drafts whether one can be drafted
 * @param member of an organisation, the member of the partnership that it is; null when it is none
 */
public record RecordView(
    GridRecord record,
    @Nullable Fact summary,
    List<Group> groups,
    List<PartnerView> partners,
    int hidden,
    Totals totals,
    List<GridRecord> related,
    List<Companions.Companion> companions,
    List<Companions.Country> countries,
    Drawing drawing,
    List<Happening> history,
    @Nullable Instant authorisedAt,
    @Nullable String through,
    Map<Long, ClaimView> sources,
    @Nullable Funded funded,
    @Nullable Entity member,
    @Nullable PlainText plain,
    boolean drafts) {

  /** Facts under one heading. */
  public record Group(String heading, List<Fact> facts) {}

  /** Sums over all partners. */
  public record Totals(
      int partners, long countries, BigDecimal contribution, BigDecimal net, boolean money) {}

  /**
   * Something that happened.
   *
   * @param key what, as a part of a bundle key
   * @param number how many claims it was about, 0 where that says nothing
   * @param source who stated it, empty when nobody did
   * @param other the other record of a merge that may be named, null when there is none
   */
  public record Happening(
      Instant at, String key, long number, String source, @Nullable GridRecord other) {}

  /** Whether any participant has a contribution, so that the column is worth its room. */
  public boolean amounts() {
    return partners.stream().anyMatch(partner -> partner.contribution() != null);
  }

  /** Where the payload behind a claim can be read, null when a person entered it. */
  public @Nullable String bytes(ClaimView claim) {
    return claim.at().snapshot() == 0
        ? null
        : bytes(claim.at().snapshot(), record.id(), claim.id());
  }

  /** Where the payload behind a participation can be read, null when a person entered it. */
  public @Nullable String bytes(PartnerView partner) {
    UUID project = record.kind() == RecordKind.ORGANISATION ? partner.other().id() : record.id();
    return partner.at().snapshot() == 0
        ? null
        : bytes(partner.at().snapshot(), project, partner.claim());
  }

  private static String bytes(long snapshot, UUID owner, long claim) {
    return "/snapshots/" + snapshot + "?record=" + owner + "&claim=" + claim;
  }

  /** Where a value leads on the web, null when it is no address or identifier. */
  public static @Nullable String link(Field field, String value) {
    return switch (field) {
      case GRANT ->
          value.matches("[0-9]{6,9}") ? "https://cordis.europa.eu/project/id/" + value : null;
      case DOI -> value.startsWith("10.") ? "https://doi.org/" + value : null;
      case ROR -> value.matches("[0-9a-z]{9}") ? "https://ror.org/" + value : null;
      case URL -> value.matches("https?://[^\\s<>\"]{3,400}") ? value : null;
      default -> null;
    };
  }
}
