package eu.metacluster.grid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything one source states about one thing at one time.
 *
 * <p>It is a whole statement: what the same source stated earlier under the same key and does not
 * state now has ended. Values are already clean (typed, ISO dates, ISO countries, plain decimals);
 * what could not be read stays in the snapshot and in the run's log.
 *
 * @param kind what kind of thing
 * @param key the source's own name for it, stable between runs and unique within the source and
 *     kind
 * @param identifiers names in registries; at least one identifying one links it to a record
 * @param facts the values stated; for a field with one value normally one fact
 * @param partners participations, for projects only
 * @param at where in which snapshot it was read
 * @param digest content hash (16 bytes or more) over everything that would change a claim
 */
public record Finding(
    RecordKind kind,
    String key,
    List<Identifier> identifiers,
    List<Fact> facts,
    List<Partner> partners,
    Locator at,
    byte[] digest) {

  /**
   * One value of one field.
   *
   * @param evidence the sentence or cell it was read from when the value alone does not show it
   * @param at where it was read when that is not the finding's own place
   * @param valid when the value held, as far as the source says
   */
  public record Fact(
      Field field,
      String value,
      @Nullable String evidence,
      @Nullable Locator at,
      @Nullable Validity valid) {
    /** A fact whose evidence is the finding's place in the snapshot alone. */
    public static Fact of(Field field, String value) {
      return new Fact(field, value, null, null, null);
    }

    /** A fact that was read elsewhere than the finding, or at its place when there is none. */
    public static Fact readAt(@Nullable Locator at, Field field, String value) {
      return new Fact(field, value, null, at, null);
    }

    /** A fact that was read from these words. */
    public static Fact readFrom(@Nullable String evidence, Field field, String value) {
      return new Fact(field, value, evidence, null, null);
    }
  }

  /**
   * Where the bytes stand.
   *
   * @param snapshot id of the snapshot
   * @param offset first byte within the unpacked payload
   * @param length number of bytes; 0 means the whole payload
   */
  public record Locator(long snapshot, long offset, int length) {}

  /**
   * One organisation's part in a project.
   *
   * @param organisation an identifying identifier of the organisation, normally its PIC
   * @param role coordinator, participant, associatedPartner, thirdParty, member or founder
   * @param contribution euro, null when the source gives none
   * @param net euro, net contribution
   * @param totalCost euro
   * @param country ISO 3166-1 alpha-2 where the organisation takes part from
   * @param nuts region code as the source gives it
   * @param from first day, when stated
   * @param to last day, when stated
   * @param ended whether the partner left before the project's end
   * @param position order in the source, from 1
   */
  public record Partner(
      Identifier organisation,
      String role,
      @Nullable BigDecimal contribution,
      @Nullable BigDecimal net,
      @Nullable BigDecimal totalCost,
      @Nullable String country,
      @Nullable String nuts,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      boolean ended,
      int position,
      Locator at) {}
}
