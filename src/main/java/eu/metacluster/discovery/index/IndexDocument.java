package eu.metacluster.discovery.index;

import static eu.metacluster.grid.Field.FUNDER;

import eu.metacluster.discovery.search.Row;
import eu.metacluster.grid.GridRecord;
import eu.metacluster.grid.Identifier;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordDocument;
import eu.metacluster.grid.RecordDocument.PartnerLine;
import eu.metacluster.grid.RecordKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Writes one record down as the index keeps it. */
final class IndexDocument {

  private static final int LONGEST_LABEL = 200;

  /** Identifiers that lists and exports tell. */
  private static final Set<Scheme> TOLD =
      EnumSet.of(
          Scheme.GRANT, Scheme.DOI, Scheme.PIC, Scheme.ROR, Scheme.NCT, Scheme.TOPIC, Scheme.VAT);

  private static final int MOST_TOLD = 12;

  /** Before every day; what has no end goes on until after every day. */
  private static final long NO_DAY = -1L << 40;

  private final RecordDocument source;
  private final GridRecord record;
  private final List<GridRecord> projects;
  private final List<PartnerLine> partners;

  /** The countries of the partners, those with most partners first. */
  private final List<String> byWeight;

  private final List<String> countries;
  private final Document document = new Document();

  /** Texts whose words are kept as they are spelt. */
  private final Set<String> spelt = new HashSet<>();

  private IndexDocument(RecordDocument source, List<GridRecord> projects) {
    this.source = source;
    this.record = source.record();
    this.projects = projects;
    this.partners =
        source.partners().stream().filter(p -> p.kind() == RecordKind.ORGANISATION).toList();
    this.byWeight = Countries.byWeight(partners);
    this.countries = countries();
  }

  /**
   * Writes down a record that visitors may see, or {@link #hidden} one.
   *
   * @param projects the public projects of an organisation, empty for other kinds
   * @return the document with its facets, ready to be written
   */
  static Document of(RecordDocument source, List<GridRecord> projects) throws IOException {
    if (!source.record().state().isPublic()) {
      return hidden(source.record());
    }
    IndexDocument made = new IndexDocument(source, projects);
    identity(made.document, made.record, Neighbours.trace(source));
    return made.written();
  }

  /**
   * Writes down a public record of which something is kept back: once for its page and once for
   * what is taken along.
   *
   * @param told what is left of it, null when nothing is by which to call it
   * @param toldProjects the public projects of an organisation, as far as they may be told
   */
  static List<Document> apart(
      RecordDocument source,
      List<GridRecord> projects,
      @Nullable RecordDocument told,
      List<GridRecord> toldProjects)
      throws IOException {
    IndexDocument page = new IndexDocument(source, projects);
    identity(page.document, page.record, Neighbours.trace(source, told));
    Sight.pagesOnly(page.document);
    if (told == null) {
      return List.of(page.written());
    }
    IndexDocument open = new IndexDocument(told, toldProjects);
    identity(open.document, open.record.id(), Sight.roadsOnly(open.record.state()));
    return List.of(page.written(), open.written());
  }

  private Document written() throws IOException {
    where();
    row();
    words();
    wholes();
    new FacetFields(document, source, projects, partners).write(countries);
    figures();
    return document;
  }

  /**
   * Of a record that is not public nothing is written by which it could be found or shown, only
   * what tells later whether others must be written again because of it.
   */
  static Document hidden(GridRecord record) {
    Document document = new Document();
    identity(document, record, Neighbours.hiddenTrace(record));
    return document;
  }

  private static void identity(Document document, GridRecord record, long trace) {
    identity(document, record.id(), record.state().word());
    document.add(new NumericDocValuesField(IndexFields.TRACE, trace));
  }

  private static void identity(Document document, UUID id, String state) {
    document.add(new StringField(IndexFields.ID, id.toString(), Field.Store.NO));
    document.add(new StringField(IndexFields.STATE, state, Field.Store.NO));
  }

  private void where() {
    List<Places.Place> places = places();
    if (!places.isEmpty()) {
      document.add(new BinaryDocValuesField(IndexFields.WHERE, Places.write(places)));
    }
  }

  private void row() throws IOException {
    source.identifiers().forEach(identifier -> identifier(identifier.value()));
    identifier(record.handle());
    record.calls().forEach(this::identifier);
    record.programmes().forEach(this::identifier);
    keyword(IndexFields.HANDLE, record.handle());
    document.add(new StoredField(IndexFields.ROW, RowBytes.write(asRow())));
  }

  private void identifier(String value) {
    keyword(IndexFields.IDENTIFIER, value.toLowerCase(Locale.ROOT));
  }

  private void keyword(String field, String value) {
    if (value.length() <= LONGEST_LABEL) {
      document.add(new StringField(field, value, Field.Store.NO));
    }
  }

  /** Names as a whole, and codes to look for by field. */
  private void wholes() {
    Stream.concat(Stream.of(record.title()), source.names().stream())
        .forEach(name -> keyword(IndexFields.NAME, Words.whole(name)));
    String code = code();
    if (code != null) {
      keyword(IndexFields.CODE, Words.whole(code));
      if (!Words.together(code).equals(Words.whole(code))) {
        keyword(IndexFields.CODE, Words.together(code));
      }
    }
    record.calls().forEach(call -> keyword(IndexFields.CALL, Words.whole(call)));
    Stream.concat(record.programmes().stream(), Stream.of(record.framework(), record.scheme()))
        .filter(Objects::nonNull)
        .forEach(part -> keyword(IndexFields.PROGRAMME, Words.whole(part)));
    source
        .facts()
        .getOrDefault(FUNDER, List.of())
        .forEach(funder -> text(IndexFields.FUNDER, funder));
  }

  private void words() {
    text(IndexFields.TITLE, record.title());
    text(IndexFields.ACRONYM, record.acronym());
    if (record.acronym() == null) {
      text(IndexFields.KEYWORDS, code());
    }
    text(IndexFields.KEYWORDS, source.text().keywords());
    text(IndexFields.TEXT, source.text().summary());
    source.names().forEach(name -> text(IndexFields.NAMES, name));
    source.subjects().forEach(subject -> text(IndexFields.SUBJECTS, subject));
    text(IndexFields.PLACES, record.city());
    countries.forEach(country -> text(IndexFields.PLACES, Countries.words(country)));
    if (record.kind() == RecordKind.ORGANISATION) {
      text(IndexFields.NAMES, record.title());
      projects.forEach(project -> text(IndexFields.PARTNERS, project.label()));
    } else {
      source.partners().forEach(partner -> text(IndexFields.PARTNERS, partner.name()));
    }
    absent();
  }

  /**
   * Says of fields that they have no words here. The index then keeps the lengths of a field one
   * after the other; with gaps between them each is searched for, at every word that is written.
   */
  private void absent() {
    Set<String> absent = new HashSet<>(IndexFields.WEIGHTS.keySet());
    for (IndexableField field : document) {
      absent.remove(field.name());
    }
    absent.forEach(field -> document.add(new TextField(field, "", Field.Store.NO)));
  }

  private void text(String field, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      document.add(new TextField(field, text, Field.Store.NO));
      if (IndexFields.SPELT.contains(field) && spelt.add(text)) {
        document.add(new Field(IndexFields.SPELL, text, IndexFields.WORDS_ONLY));
      }
    }
  }

  private List<String> all(Function<GridRecord, List<String>> values) {
    return FacetFields.gathered(record, projects, values);
  }

  private void figures() {
    LocalDate start = record.startDate();
    number(IndexFields.START, start == null ? null : start.toEpochDay());
    LocalDate end = record.endDate();
    if (start != null || end != null) {
      document.add(new LongPoint(IndexFields.FROM, start == null ? NO_DAY : start.toEpochDay()));
      document.add(new LongPoint(IndexFields.TO, end == null ? -NO_DAY : end.toEpochDay()));
    }
    BigDecimal euros = record.contribution();
    number(IndexFields.CONTRIBUTION, euros == null ? null : euros.movePointRight(2).longValue());
    number(
        IndexFields.PROJECTS,
        record.kind() == RecordKind.ORGANISATION ? (long) projects.size() : null);
    number(
        IndexFields.PUBLISHED,
        record.publishedAt() == null ? null : record.publishedAt().toEpochMilli());
    number(
        IndexFields.CHECKED, record.checkedOn() == null ? null : record.checkedOn().toEpochDay());
    document.add(
        new SortedDocValuesField(
            IndexFields.TITLE_ORDER, new BytesRef(order(record.label()) + '\0' + record.handle())));
  }

  private void number(String field, @Nullable Long value) {
    if (value != null) {
      document.add(new NumericDocValuesField(field, value));
    }
  }

  private static String order(String title) {
    String plain = title.toLowerCase(Locale.ROOT).strip();
    return plain.length() > LONGEST_LABEL ? plain.substring(0, LONGEST_LABEL) : plain;
  }

  /** A project happens where its partners are; anything else where it says it is. */
  private List<Places.Place> places() {
    return record.kind() == RecordKind.PROJECT
        ? partners.stream().map(Places::of).toList()
        : List.of(Places.own(source));
  }

  private List<String> countries() {
    Set<String> countries = new LinkedHashSet<>();
    if (record.country() != null) {
      countries.add(record.country());
    }
    if (record.kind() != RecordKind.ORGANISATION) {
      countries.addAll(byWeight);
    }
    return List.copyOf(countries);
  }

  private Row asRow() {
    boolean organisation = record.kind() == RecordKind.ORGANISATION;
    return new Row(
        record.kind(),
        record.handle(),
        record.state(),
        record.title(),
        code(),
        record.startDate(),
        record.endDate(),
        record.contribution(),
        record.country(),
        record.city(),
        lead(),
        organisation ? projects.size() : partners.size(),
        organisation ? List.of() : byWeight,
        all(GridRecord::pillars),
        all(GridRecord::technologies),
        all(GridRecord::cancers),
        record.activity(),
        record.framework(),
        record.checkedOn(),
        record.status(),
        record.scheme(),
        record.programmes(),
        record.calls(),
        source.facts().getOrDefault(FUNDER, List.of()),
        source.identifiers().stream()
            .filter(i -> TOLD.contains(i.scheme()))
            .map(i -> i.scheme() + ":" + i.value())
            .limit(MOST_TOLD)
            .toList());
  }

  /** Calls and programmes are known by their codes. */
  private @Nullable String code() {
    boolean coded = record.kind() == RecordKind.CALL || record.kind() == RecordKind.PROGRAMME;
    return record.acronym() != null || !coded
        ? record.acronym()
        : source.identifiers().stream()
            .filter(i -> i.scheme() == Scheme.TOPIC || i.scheme() == Scheme.PROGRAMME)
            .map(Identifier::value)
            .filter(code -> !code.equals(record.title()))
            .findFirst()
            .orElse(null);
  }

  private @Nullable String lead() {
    return partners.stream()
        .filter(partner -> record.kind() == RecordKind.PROJECT)
        .filter(partner -> partner.role().equals("coordinator"))
        .map(PartnerLine::name)
        .findFirst()
        .orElse(null);
  }
}
