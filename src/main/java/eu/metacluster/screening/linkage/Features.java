package eu.metacluster.screening.linkage;

/** What is compared between a mention and an organisation, one number each; NaN when unknown. */
enum Features {
  NAME("name"),
  NAME_IN_TEXT("text"),
  PART_IN_NAME("name"),
  EXACT("name"),
  WHOLE("text"),
  GRAMS("name"),
  MASS("name"),
  UNMATCHED("name"),
  ACRONYM("acronym"),
  ACRONYM_OWNERS("acronym"),
  COUNTRY("country"),
  CITY("city"),
  CITY_IN_NAME("city"),
  DOMAIN("website"),
  ACTIVE("kind"),
  PART("text"),
  PARTS("text"),
  PART_UNIVERSITY("kind"),
  PART_DEPARTMENT("kind"),
  RIVAL_NAME("rivals"),
  RIVAL_TEXT("rivals"),
  RANK("rivals"),
  SAME_NAME("rivals"),
  PARENT_BESIDE("family"),
  CHILD_BESIDE("family"),
  EDUCATION("kind"),
  HEALTH("kind"),
  FACILITY("kind"),
  COMPANY("kind"),
  FIRST_NAME("name"),
  WORDS("text"),
  OTHER_UNIVERSITY("kind"),
  TEXT_COVERED("text"),
  COVERED_BY_OTHER("rivals"),
  FOUND("name"),
  LOUDEST_FOUND("name"),
  LOUDEST_MISSING("name"),
  LEFT("text"),
  SHARE_LEFT("text"),
  LOUDEST_LEFT("text"),
  STRANGE_LEFT("text"),
  GRANT("text"),
  ELSEWHERE("city"),
  ACRONYM_ALONE("acronym");

  private final String column;

  Features(String column) {
    this.column = column;
  }

  static int count() {
    return values().length;
  }

  /** Under which word a person sees it. */
  String column() {
    return column;
  }

  /** Whether its number is the likeness of its column. */
  boolean speaks() {
    return switch (this) {
      case NAME, NAME_IN_TEXT, ACRONYM, COUNTRY, CITY, DOMAIN -> true;
      default -> false;
    };
  }
}
