package eu.metacluster.harvest.schema;

import eu.metacluster.grid.Field;
import eu.metacluster.harvest.Facts;
import eu.metacluster.harvest.values.Nations;
import eu.metacluster.harvest.values.Prose;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Where something is: places, addresses, and places that are none. */
final class Place {

  private static final Set<String> VIRTUAL = Set.of("VirtualLocation");
  private static final int EARTH = 90;

  private Place() {}

  /** Notes where a thing is, as its location says. */
  static void take(Thing thing, Facts facts) {
    List<Thing> places =
        thing.things("location").stream().filter(place -> !place.is(VIRTUAL)).toList();
    thing.texts("location").forEach(line -> line(line, facts));
    if (!places.isEmpty()) {
      place(places.getFirst(), facts);
    }
  }

  /** Whether the thing is said to be on the network. */
  static boolean virtual(Thing thing) {
    return thing.things("location").stream().anyMatch(place -> place.is(VIRTUAL));
  }

  /** Whether the thing is said to be at a place on earth. */
  static boolean real(Thing thing) {
    return thing.things("location").stream().anyMatch(place -> !place.is(VIRTUAL));
  }

  private static void line(String raw, Facts facts) {
    String line = Prose.line(raw);
    facts.add(Field.VENUE, line.startsWith("http") ? "" : line);
    facts.quote(Field.COUNTRY, Nations.last(line), line);
  }

  private static void place(Thing place, Facts facts) {
    facts.add(Field.VENUE, Prose.line(place.word("name")));
    place.things("address").stream().findFirst().ifPresent(address -> address(address, facts));
    if (place.things("address").isEmpty()) {
      String line = Prose.line(place.word("address"));
      facts.add(Field.STREET, line);
      facts.quote(Field.COUNTRY, Nations.last(line), line);
    }
    Thing point = place.things("geo").stream().findFirst().orElse(place);
    point(point.word("latitude"), point.word("longitude"), facts);
  }

  /** Notes the parts of a postal address. */
  static void address(Thing address, Facts facts) {
    facts.add(Field.STREET, Prose.line(address.word("streetAddress")));
    facts.add(Field.POSTCODE, Prose.line(address.word("postalCode")));
    facts.add(Field.CITY, Prose.line(address.word("addressLocality")));
    facts.add(Field.COUNTRY, Nations.iso(address.word("addressCountry")));
  }

  private static void point(String latitude, String longitude, Facts facts) {
    try {
      BigDecimal north = new BigDecimal(latitude.strip());
      BigDecimal east = new BigDecimal(longitude.strip());
      boolean somewhere = north.signum() != 0 || east.signum() != 0;
      if (somewhere && north.abs().intValue() < EARTH && east.abs().intValue() <= 2 * EARTH) {
        facts.add(Field.LOCATION, north.toPlainString() + ',' + east.toPlainString());
      }
    } catch (NumberFormatException e) {
      // A place without a point is a place all the same.
    }
  }
}
