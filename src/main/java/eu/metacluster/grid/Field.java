package eu.metacluster.grid;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A field of a record that sources make claims about. */
public enum Field {
  TITLE("title", Type.TEXT),
  ACRONYM("acronym", Type.TEXT),
  SHORT_NAME("shortName", Type.TEXT),
  /** Another name the thing goes by or went by; the claim's {@link Validity} says when. */
  ALIAS("alias", Type.TEXTS),
  SUMMARY("summary", Type.LONG_TEXT),
  KEYWORDS("keywords", Type.TEXT),
  STATUS("status", Type.TEXT),
  START_DATE("startDate", Type.DATE),
  END_DATE("endDate", Type.DATE),
  SIGNED_ON("signedOn", Type.DATE),
  TERMINATED_ON("terminatedOn", Type.DATE),
  /** Whole months. */
  DURATION("duration", Type.NUMBER),
  /** Euro. */
  TOTAL_COST("totalCost", Type.MONEY),
  /** Euro: what the funder gives. */
  CONTRIBUTION("contribution", Type.MONEY),
  FRAMEWORK("framework", Type.TEXT),
  PROGRAMME("programme", Type.TEXTS),
  FUNDER("funder", Type.TEXT),
  SCHEME("scheme", Type.TEXT),
  CALL("call", Type.TEXTS),
  MASTER_CALL("masterCall", Type.TEXT),
  GRANT("grant", Type.TEXT),
  RCN("rcn", Type.TEXT),
  DOI("doi", Type.TEXT),
  PIC("pic", Type.TEXT),
  ROR("ror", Type.TEXT),
  VAT("vat", Type.TEXT),
  URL("url", Type.TEXTS),
  SUBJECT("subject", Type.TEXTS),
  /** Scope class, Europe's Beating Cancer Plan pillar, technology and cancer of the codebook. */
  SCOPE("scope", Type.TEXT),
  PILLAR("pillar", Type.TEXTS),
  TECHNOLOGY("technology", Type.TEXTS),
  CANCER("cancer", Type.TEXTS),
  ACTIVITY("activityType", Type.TEXT),
  SME("sme", Type.TEXT),
  STREET("street", Type.TEXT),
  POSTCODE("postcode", Type.TEXT),
  CITY("city", Type.TEXT),
  /** ISO 3166-1 alpha-2, and XK for Kosovo. */
  COUNTRY("country", Type.TEXT),
  NUTS("nuts", Type.TEXT),
  /** {@code latitude,longitude} in degrees, WGS 84. */
  LOCATION("location", Type.TEXT),
  PART_OF("partOf", Type.TEXT),
  BODY_TYPE("bodyType", Type.TEXT),
  /** What sort of its kind it is, such as {@code clinical trial} or {@code journal article}. */
  SORT("sort", Type.TEXT),
  /** ISO 639-1 code of a language that its text is in. */
  LANGUAGE("language", Type.TEXTS),
  /** The end of a call or of one of its cut-offs: ISO 8601 date-time with its offset, or a day. */
  DEADLINE("deadline", Type.TEXTS),
  /** What is to be given out, as {@link eu.metacluster.shared.Money} writes it. */
  BUDGET("budget", Type.TEXTS),
  /** Who may apply and how it is judged. */
  CONDITIONS("conditions", Type.LONG_TEXT),
  /** Beginning of an event: ISO 8601 date-time with its offset where the source says one. */
  STARTS_AT("startsAt", Type.TEXT),
  ENDS_AT("endsAt", Type.TEXT),
  /** Name of the place where an event is. */
  VENUE("venue", Type.TEXT),
  /** {@code online}, {@code in person} or {@code mixed}. */
  ATTENDANCE("attendance", Type.TEXT),
  ORGANISER("organiser", Type.TEXTS),
  AUTHOR("author", Type.TEXTS),
  /** The journal, book or series that an output is in. */
  CONTAINER("container", Type.TEXT),
  PUBLISHER("publisher", Type.TEXT),
  /** The day, or the month or year alone, see {@link eu.metacluster.shared.PartialDate}. */
  PUBLISHED_ON("publishedOn", Type.DATE),
  /** Under which terms an output may be used. */
  LICENCE("licence", Type.TEXTS),
  /** Grant number of a project that an output came from. */
  FUNDED_BY("fundedBy", Type.TEXTS),
  /** Disease that a trial is about, in the source's words. */
  CONDITION("condition", Type.TEXTS),
  INTERVENTION("intervention", Type.TEXTS),
  BIOMARKER("biomarker", Type.TEXTS),
  PHASE("phase", Type.TEXT),
  SPONSOR("sponsor", Type.TEXTS),
  /** How many people take part in a trial, or are to. */
  ENROLMENT("enrolment", Type.NUMBER),
  /**
   * ISO 3166-1 alpha-2 of a country where a trial has a site, or an event is held beside others.
   */
  SITE_COUNTRY("siteCountry", Type.TEXTS),
  /** A further fact with its own label, such as {@code Notice days: 10}. */
  DETAIL("detail", Type.TEXTS),
  /**
   * A value that a field does not have, although it was stated: see {@link #denial}. It is never
   * shown itself.
   */
  NOT("not", Type.TEXTS);

  /** How the values of a field are read, compared and shown. */
  public enum Type {
    TEXT,
    LONG_TEXT,
    /** Several values at once are normal and no conflict. */
    TEXTS,
    /** ISO 8601 calendar date, or its month or year alone. */
    DATE,
    /** As {@link eu.metacluster.shared.Money} writes it; a plain decimal is euro. */
    MONEY,
    NUMBER
  }

  private static final Map<String, Field> BY_KEY =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Field::key, Function.identity()));

  private final String key;
  private final Type type;

  Field(String key, Type type) {
    this.key = key;
    this.type = type;
  }

  /** The field's name in the database, in data files and in message keys. */
  public String key() {
    return key;
  }

  public Type type() {
    return type;
  }

  /** Whether several values side by side are normal. */
  public boolean many() {
    return type == Type.TEXTS;
  }

  /** The value of a {@link #NOT} claim that an organisation takes no part in a role. */
  public static String denial(UUID organisation, String role) {
    return PartnerDenials.denial(organisation, role);
  }

  /** The value of a claim that says that a field does not have this value. */
  public static String denial(Field field, String value) {
    return field.key() + ": " + value;
  }

  /** The field with this key; an unknown key is a fault. */
  public static Field ofKey(String key) {
    Field field = BY_KEY.get(key);
    if (field == null) {
      throw new IllegalArgumentException("no field " + key);
    }
    return field;
  }
}
