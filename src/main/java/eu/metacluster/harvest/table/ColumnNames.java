package eu.metacluster.harvest.table;

import eu.metacluster.grid.Field;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people call the columns of a table, in English and French. */
final class ColumnNames {

  private static final Map<String, Field> FIELDS = new HashMap<>();

  static {
    put(
        Field.TITLE,
        "title",
        "name",
        "project title",
        "project name",
        "full name",
        "event",
        "event name",
        "organisation",
        "organization",
        "organisation name",
        "legal name",
        "institution",
        "course",
        "titre",
        "nom",
        "intitule",
        "nom du projet",
        "titre du projet",
        "nom de l organisation",
        "raison sociale",
        "denomination",
        "evenement",
        "libelle",
        "call title",
        "titre de l appel");
    put(Field.ACRONYM, "acronym", "project acronym", "acronyme", "sigle");
    put(Field.SHORT_NAME, "short name", "abbreviation", "nom court", "nom abrege", "abreviation");
    put(
        Field.SUMMARY,
        "summary",
        "description",
        "abstract",
        "objective",
        "objectives",
        "resume",
        "objectif",
        "objectifs",
        "about",
        "synopsis");
    put(
        Field.URL,
        "url",
        "link",
        "website",
        "web site",
        "web",
        "web page",
        "homepage",
        "lien",
        "site web",
        "site internet",
        "adresse web",
        "page web");
    put(Field.KEYWORDS, "keywords", "keyword", "tags", "key words", "mots cles", "mots clefs");
    put(
        Field.SUBJECT,
        "subject",
        "subjects",
        "topic",
        "topics",
        "theme",
        "themes",
        "fields",
        "sujet",
        "sujets",
        "thematique",
        "thematiques",
        "domaine",
        "domaines");
    put(Field.STATUS, "status", "state", "statut", "etat");
    put(Field.SORT, "type", "sort", "category", "event type", "types", "categorie", "nature");
    put(Field.LANGUAGE, "language", "languages", "langue", "langues");
    put(
        Field.START_DATE,
        "start date",
        "date of start",
        "project start",
        "begin date",
        "from",
        "date de debut",
        "debut",
        "date debut",
        "date de demarrage");
    put(
        Field.END_DATE,
        "end date",
        "date of end",
        "project end",
        "to",
        "date de fin",
        "fin",
        "date fin");
    put(Field.STARTS_AT, "start", "starts", "starts at", "start time", "start date time");
    put(Field.ENDS_AT, "end", "ends", "ends at", "end time", "end date time");
    put(
        Field.DEADLINE,
        "deadline",
        "closing date",
        "submission deadline",
        "due date",
        "date limite",
        "echeance",
        "date de cloture",
        "cloture");
    put(
        Field.PUBLISHED_ON,
        "published",
        "publication date",
        "date published",
        "year",
        "publication year",
        "date de publication",
        "annee",
        "annee de publication",
        "publie le");
    put(
        Field.TOTAL_COST,
        "total cost",
        "cost",
        "total budget",
        "cout total",
        "cout",
        "budget total",
        "montant total");
    put(
        Field.CONTRIBUTION,
        "contribution",
        "eu contribution",
        "grant amount",
        "funding",
        "amount",
        "award amount",
        "ec contribution",
        "subvention",
        "contribution ue",
        "montant",
        "financement",
        "montant de la subvention");
    put(
        Field.BUDGET,
        "budget",
        "call budget",
        "available budget",
        "enveloppe",
        "budget disponible");
    put(
        Field.GRANT,
        "grant",
        "grant number",
        "grant agreement",
        "grant agreement number",
        "project number",
        "grant id",
        "award number",
        "numero de convention",
        "numero de subvention",
        "numero du projet",
        "n de convention");
    put(Field.DOI, "doi");
    put(
        Field.PIC,
        "pic",
        "pic number",
        "participant identification code",
        "code pic",
        "numero pic");
    put(Field.ROR, "ror", "ror id");
    put(Field.VAT, "vat", "vat number", "vat no", "tva", "numero de tva", "n tva");
    put(Field.NUTS, "nuts", "nuts code", "region code", "code nuts");
    put(
        Field.COUNTRY,
        "country",
        "country code",
        "pays",
        "code pays",
        "etat membre",
        "member state");
    put(Field.CITY, "city", "town", "ville", "commune", "localite");
    put(Field.STREET, "street", "address", "adresse", "rue");
    put(Field.POSTCODE, "postcode", "postal code", "zip", "zip code", "code postal", "cp");
    put(Field.VENUE, "venue", "location", "place", "lieu", "salle", "room");
    put(Field.ATTENDANCE, "online", "attendance", "format", "mode", "en ligne", "modalite");
    put(
        Field.ORGANISER,
        "organizer",
        "organiser",
        "organizers",
        "organisers",
        "organisateur",
        "organisateurs",
        "host",
        "organised by",
        "host institutions");
    put(
        Field.FUNDER,
        "funder",
        "funding body",
        "funding agency",
        "donor",
        "financeur",
        "bailleur",
        "organisme financeur",
        "agence de financement");
    put(Field.PROGRAMME, "programme", "program", "framework programme", "programme cadre");
    put(Field.SCHEME, "funding scheme", "scheme", "instrument", "type d action", "type of action");
    put(Field.CALL, "call", "call identifier", "call id", "appel", "identifiant de l appel");
    put(Field.FUNDED_BY, "funded by", "funding project", "finance par");
    put(Field.AUTHOR, "author", "authors", "auteur", "auteurs");
    put(Field.CONTAINER, "journal", "revue", "source title", "journal title");
    put(Field.PUBLISHER, "publisher", "editeur");
    put(Field.LICENCE, "licence", "license", "rights", "droits");
    put(Field.CONDITIONS, "conditions", "eligibility", "eligibilite", "conditions d eligibilite");
    put(Field.CANCER, "cancer", "cancer type", "tumour", "type de cancer", "tumeur");
    put(Field.TECHNOLOGY, "technology", "technologies", "technologie");
    put(Field.PILLAR, "pillar", "pilier");
    put(Field.CONDITION, "disease", "condition", "maladie", "pathologie");
    put(Field.INTERVENTION, "intervention", "drug", "treatment", "traitement", "medicament");
    put(Field.BIOMARKER, "biomarker", "biomarkers", "gene", "biomarqueur", "biomarqueurs");
    put(Field.PHASE, "phase", "trial phase");
    put(Field.SPONSOR, "sponsor", "promoteur");
    put(Field.ENROLMENT, "enrolment", "enrollment", "participants", "effectif");
  }

  /** Columns about persons, which are nobody's facts. */
  private static final List<String> PERSONS =
      List.of(
          "email",
          "e mail",
          "mail",
          "courriel",
          "phone",
          "telephone",
          "tel",
          "mobile",
          "fax",
          "contact",
          "contact person",
          "first name",
          "last name",
          "surname",
          "prenom",
          "personne de contact",
          "contacts",
          "responsable",
          "nom de famille");

  /** Columns that name the row's thing. */
  private static final List<String> IDS =
      List.of(
          "id",
          "identifier",
          "identifiant",
          "code",
          "reference",
          "ref",
          "key",
          "uid",
          "number",
          "numero",
          "no",
          "n",
          "project id",
          "record id");

  private ColumnNames() {}

  private static void put(Field field, String... names) {
    for (String name : names) {
      FIELDS.put(name, field);
    }
  }

  /** The field that a column of this name usually holds; null when the name says nothing. */
  static @Nullable Field field(String name) {
    String folded = folded(name);
    Field field = FIELDS.get(folded);
    return field == null ? FIELDS.get(folded.replaceAll(" (?:eur|euro|euros|en|fr)$", "")) : field;
  }

  static boolean person(String name) {
    return PERSONS.contains(folded(name));
  }

  static boolean id(String name) {
    return IDS.contains(folded(name));
  }

  /** Lower case, without accents, signs and what stands in brackets; camel case cut up. */
  static String folded(String name) {
    String cut = name.replaceAll("\\([^)]*\\)", " ").replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    String bare = Normalizer.normalize(cut, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return bare.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ").strip();
  }
}
