package eu.metacluster.opendata.api;

import eu.metacluster.opendata.Described;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes of the answers, from which the contract is made. */
final class Shapes {

  private Shapes() {}

  @Described("A page of records. Follow next until it is absent.")
  record Page(
      @Described(
              "The highest position when the page was read: ask /changes since it for what came after.")
          long position,
      @Described("The records, in an order that never changes.") List<Entry> records,
      @Described("The address of the next page, absent on the last.") @Nullable String next) {}

  @Described("A record. With the parameter fields, only what was asked for and its id.")
  record Entry(
      @Described("Address of the record here.") @Nullable String url,
      @Described("Grows with each change; see /changes.") @Nullable Long position,
      @Described("When what is given here last changed.") @Nullable Moment modified,
      @Described("Id that never changes.") Id id,
      @Described("What kind of thing it is, such as project or organisation.")
          @Nullable String kind,
      @Described("Readable part of its address, which never changes.") @Nullable String handle,
      @Described("Path of its page on this site.") @Nullable String path,
      @Described("Its name.") @Nullable String title,
      @Described("published, due (waits to be confirmed again) or archived.")
          @Nullable String state,
      @Described("When it became public.") @Nullable Moment publishedAt,
      @Described("The day on which a person last confirmed it.") @Nullable Day checkedOn,
      @Described("Names that registries gave it.") @Nullable List<Name> identifiers,
      @Described("The shown value of each field.") @Nullable Facts facts,
      @Described("Who takes part in it.") @Nullable List<Part> participations,
      @Described("The sources of all that is said of it, with their terms.")
          @Nullable List<Origin> sources,
      @Described("Where in other repositories it was harvested by OAI-PMH.")
          @Nullable List<Harvested> origins,
      @Described("Every current statement with its source; in lists only when asked for.")
          @Nullable List<Claim> claims) {}

  /** A text in the form of a UUID. */
  record Id() {}

  /** A date-time of RFC 3339. */
  record Moment() {}

  /** A date of RFC 3339. */
  record Day() {}

  /** The shown values; the contract lists the fields of the grid. */
  record Facts() {}

  @Described("A name that a registry gave.")
  record Name(
      @Described("The registry, such as GRANT, DOI, PIC or ROR.") String scheme,
      @Described("The identifier in its canonical writing.") String value) {}

  @Described("An amount of money.")
  record Amount(
      @Described("How much.") BigDecimal amount,
      @Described("ISO 4217.") String currency,
      @Described("The year whose money it is, where the source says so.") @Nullable Integer year) {}

  @Described("A record that another one names.")
  record Reference(
      @Described("Id that never changes.") Id id,
      @Described("What kind of thing it is.") String kind,
      @Described("Readable part of its address.") String handle,
      @Described("Its name.") String title) {}

  @Described("A participation, as its project states it.")
  record Part(
      @Described("What is taken part in; absent within that record.") @Nullable Reference project,
      @Described("Who takes part.") Reference organisation,
      @Described("Such as coordinator or participant.") String role,
      @Described("What the funder gives, in euro.") @Nullable BigDecimal contribution,
      @Described("The same without linked third parties, in euro.")
          @Nullable BigDecimal netContribution,
      @Described("Total cost in euro.") @Nullable BigDecimal totalCost,
      @Described("ISO 3166-1 alpha-2 of the seat in this project.") @Nullable String country,
      @Described("NUTS code of the seat in this project.") @Nullable String nuts,
      @Described("First day.") @Nullable Day from,
      @Described("Last day.") @Nullable Day to,
      @Described("Whether it ended before the project did.") boolean ended,
      @Described("Number of the source.") long source,
      @Described("When the source was read.") Moment retrievedAt) {}

  @Described("A source and its terms.")
  record Origin(
      @Described("Number of the source.") long id,
      @Described("Its name.") String name,
      @Described("SPDX identifier of its licence, absent when unknown.") @Nullable String licence,
      @Described("The line its licence asks for.") @Nullable String attribution) {}

  @Described("A record of another repository, from which something was harvested.")
  record Harvested(
      @Described("Number of the source.") long source,
      @Described("Address of the repository.") String base,
      @Described("The record's identifier there.") String identifier,
      @Described("When it was last changed there.") String datestamp,
      @Described("Namespace of the metadata that were read, empty when unknown.") String namespace,
      @Described("When it was harvested.") Moment harvestedAt) {}

  @Described("One value as one source states it.")
  record Claim(
      @Described("Number of the claim.") long id,
      @Described("The field, as in facts.") String field,
      @Described("The value as a text.") String value,
      @Described("Number of the source.") long source,
      @Described("The sentence it was read from, where there is one.") @Nullable String evidence,
      @Described("When the value held in the world, as EDTF writes intervals.")
          @Nullable String valid,
      @Described("When the source was read.") Moment retrievedAt,
      @Described("When the source last stated it; only in /records/{id}/claims.")
          @Nullable Moment confirmedAt) {}

  @Described("The claims of a record.")
  record Claims(
      @Described("Id of the record.") Id record,
      @Described("Every current statement, the shown value of each field first.")
          List<Claim> claims,
      @Described("Their sources.") List<Origin> sources) {}

  @Described("A page of participations. Follow next until it is absent.")
  record Parts(
      @Described("The highest position when the page was read.") long position,
      @Described("The participations.") List<Part> participations,
      @Described("The address of the next page, absent on the last.") @Nullable String next) {}

  @Described("The sources from which something may be passed on.")
  record Sources(@Described("The sources.") List<Origin> sources) {}

  @Described("What a search found.")
  record Found(
      @Described("How many records answer.") long total,
      @Described("The page shown, from 1.") int page,
      @Described("How many pages there are.") int pages,
      @Described("The records of this page, best first.") List<Entry> records,
      @Described("By facet, the values that occur and in how many records.")
          Map<String, List<Count>> facets,
      @Described("The address of the next page, absent on the last.") @Nullable String next) {}

  @Described("A value of a facet.")
  record Count(
      @Described("The value.") String value,
      @Described("In how many of the found records it occurs.") long count) {}

  @Described("What changed after a position, deletions included, in order.")
  record Changes(
      @Described("Position of the last change on this page: the next since.") long position,
      @Described("Whether more is waiting.") boolean more,
      @Described("The changes; of each record only the latest.") List<Change> changes,
      @Described("The address to ask next, now or later.") String next) {}

  @Described("A record that changed or is no longer public.")
  record Change(
      @Described("Its position.") long position,
      @Described("When it changed.") Moment modified,
      @Described("Whether it is no longer public.") boolean deleted,
      @Described("Id that never changes.") Id id,
      @Described("What kind of thing it is.") String kind,
      @Described("Readable part of its address.") String handle,
      @Described("Address of the record here.") String url,
      @Described("Path of the record it was merged into.") @Nullable String successor,
      @Described("The record, with the parameter records=true.") @Nullable Entry record) {}

  @Described("Why something could not be answered (RFC 9457).")
  record Problem(
      @Described("Always about:blank.") String type,
      @Described("What the status means.") String title,
      @Described("The status.") int status,
      @Described("A code that never changes.") String code,
      @Described("A sentence that says what to do, in the language asked for.") String detail,
      @Described("The path that was asked for.") String instance) {}
}
