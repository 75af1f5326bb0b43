package eu.metacluster.opendata.dumps;

import eu.metacluster.opendata.Described;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the tables; files, dictionary and metadata are made from these records alone. */
public final class DumpRows {

  private DumpRows() {}

  @Described("One row for each public record.")
  public record RecordRow(
      @Described("Id that never changes.") String id,
      @Described("What kind of thing it is, such as project or organisation.") String kind,
      @Described("Readable part of its address.") String handle,
      @Described("Address of its page.") String url,
      @Described("Its name.") String title,
      @Described("Its acronym.") @Nullable String acronym,
      @Described("published, due (waits to be confirmed again) or archived.") String state,
      @Described("When it became public.") @Nullable Instant published_at,
      @Described("The day on which a person last confirmed it.") @Nullable LocalDate checked_on,
      @Described("When what is given here last changed.") Instant modified,
      @Described("Position of the last change; see /api/v1/changes.") long position,
      @Described("First day, or the month or year alone.") @Nullable String start_date,
      @Described("Last day, or the month or year alone.") @Nullable String end_date,
      @Described("Its status in the source's words.") @Nullable String status,
      @Described("Total cost, in total_cost_currency.") @Nullable Double total_cost,
      @Described("ISO 4217.") @Nullable String total_cost_currency,
      @Described("What the funder gives, in contribution_currency.") @Nullable Double contribution,
      @Described("ISO 4217.") @Nullable String contribution_currency,
      @Described("Framework programme.") @Nullable String framework,
      @Described("Parts of the programme.") List<String> programmes,
      @Described("Topics of the calls.") List<String> calls,
      @Described("Funding scheme.") @Nullable String scheme,
      @Described("Funder.") @Nullable String funder,
      @Described("ISO 3166-1 alpha-2.") @Nullable String country,
      @Described("City.") @Nullable String city,
      @Described("NUTS code as the source writes it.") @Nullable String nuts,
      @Described("Pillars of Europe's Beating Cancer Plan.") List<String> pillars,
      @Described("Technologies.") List<String> technologies,
      @Described("Cancers.") List<String> cancers,
      @Described("Identifiers as SCHEME:value.") List<String> identifiers,
      @Described("What it is about.") @Nullable String summary,
      @Described("Names of the sources.") List<String> sources,
      @Described("Licences of the sources, SPDX.") List<String> licences) {}

  @Described("One row for each participation of an organisation in a public record.")
  public record ParticipationRow(
      @Described("Id of the record, as in records.") String record,
      @Described("Id of the organisation, as in records.") String organisation,
      @Described("Name of the organisation.") String organisation_title,
      @Described("Such as coordinator or participant.") String role,
      @Described("What the funder gives, in euro.") @Nullable Double contribution,
      @Described("The same without linked third parties, in euro.")
          @Nullable Double net_contribution,
      @Described("Total cost in euro.") @Nullable Double total_cost,
      @Described("ISO 3166-1 alpha-2 of the seat in this project.") @Nullable String country,
      @Described("NUTS code of the seat in this project.") @Nullable String nuts,
      @Described("First day.") @Nullable LocalDate from_date,
      @Described("Last day.") @Nullable LocalDate to_date,
      @Described("Whether it ended before the project did.") boolean ended,
      @Described("Number of the source, as in sources.") long source) {}

  @Described("One row for each current statement of a source about a public record.")
  public record ClaimRow(
      @Described("Number of the claim.") long id,
      @Described("Id of the record, as in records.") String record,
      @Described("The field.") String field,
      @Described("The value.") String value,
      @Described("Number of the source, as in sources.") long source,
      @Described("The sentence it was read from, where there is one.") @Nullable String evidence,
      @Described("When the value held in the world, as EDTF writes intervals.")
          @Nullable String valid,
      @Described("When the source was read.") Instant retrieved_at) {}

  @Described("One row for each source from which something may be passed on.")
  public record SourceRow(
      @Described("Number of the source.") long id,
      @Described("Its name.") String name,
      @Described("SPDX identifier of its licence.") @Nullable String licence,
      @Described("The line its licence asks for.") @Nullable String attribution) {}
}
