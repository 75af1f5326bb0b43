package eu.metacluster.harvest.cordis;

import eu.metacluster.grid.Field;
import eu.metacluster.grid.Finding;
import eu.metacluster.grid.Finding.Fact;
import eu.metacluster.grid.Finding.Locator;
import eu.metacluster.grid.Identifier.Scheme;
import eu.metacluster.grid.RecordKind;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.Reason;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Gathers what a payload says about each organisation. A payload repeats an organisation with every
 * participation and not always with the same words; all of them are stated, each once.
 */
final class Organisations {

  private final Map<String, Entry> byPic = new LinkedHashMap<>();

  private record Entry(Facts facts, Locator first) {}

  /** Takes one mention. */
  void add(String pic, Values values, String country) {
    Locator at = values.place().at();
    Entry entry = byPic.computeIfAbsent(pic, p -> new Entry(new Facts(), at));
    Facts facts = entry.facts();
    Locator own = at.equals(entry.first()) ? null : at;
    facts.add(Field.TITLE, values.text("name"), own);
    facts.add(Field.SHORT_NAME, values.text("shortName"), own);
    facts.add(Field.PIC, pic, own);
    facts.add(Field.VAT, values.name("vatNumber"), own);
    facts.add(Field.ACTIVITY, values.text("activityType"), own);
    facts.add(Field.SME, values.text("SME"), own);
    facts.add(Field.STREET, values.text("street"), own);
    facts.add(Field.POSTCODE, values.text("postCode"), own);
    facts.add(Field.CITY, values.text("city"), own);
    facts.add(Field.COUNTRY, country, own);
    facts.add(Field.NUTS, nuts(values), own);
    facts.add(Field.LOCATION, location(values), own);
    facts.add(Field.URL, Addresses.web(values, "organizationURL"), own);
  }

  /** A region code; a bare country code is none. */
  static String nuts(Values values) {
    String code = values.text("nutsCode");
    return code.length() > 2 ? code : "";
  }

  private static String location(Values values) {
    String text = values.text("geolocation");
    if (text.isEmpty() || Addresses.isLocation(text)) {
      return text;
    }
    values.problem("geolocation", text, Reason.BAD_LOCATION);
    return "";
  }

  int size() {
    return byPic.size();
  }

  /** Hands out one finding for each organisation, in the order first seen. */
  void each(Consumer<Finding> taker) {
    byPic.forEach((pic, entry) -> taker.accept(finding(pic, entry)));
  }

  private static Finding finding(String pic, Entry entry) {
    Facts facts = entry.facts();
    facts.identify(Scheme.PIC, pic);
    for (Fact fact : facts.facts()) {
      if (fact.field() == Field.VAT && usableVat(fact.value())) {
        facts.identify(Scheme.VAT, fact.value());
      } else if (fact.field() == Field.URL) {
        facts.identify(Scheme.URL, fact.value());
      }
    }
    return facts.sealed(RecordKind.ORGANISATION, pic, entry.first());
  }

  private static boolean usableVat(String vat) {
    String upper = vat.toUpperCase(Locale.ROOT);
    return vat.length() > 4 && upper.chars().filter(Character::isDigit).count() > 3;
  }
}
