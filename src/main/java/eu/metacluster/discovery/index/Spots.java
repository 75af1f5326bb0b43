package eu.metacluster.discovery.index;

import eu.metacluster.discovery.index.Places.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Organisations where they are, each known by a number: an organisation of a hundred projects is
 * kept once for each different place that these state of it. Numbers are never taken back. Any
 * number of threads may use it.
 */
final class Spots {

  private static final int SMALLEST = 1 << 10;
  private static final int NONE = -1;

  /** By the organisation's id, open addressing: the number of an organisation plus one. */
  private int[] table = new int[SMALLEST];

  private long[] high = new long[SMALLEST];
  private long[] low = new long[SMALLEST];

  /** The first spot of each organisation. */
  private int[] first = new int[SMALLEST];

  private int organisations;
  private Columns spots = new Columns(SMALLEST);
  private int size;
  private final Names countries = new Names();
  private final Names regions = new Names();

  /** Takes what is found, document by document. */
  interface Taker {
    /** These are known from now on; what comes next is of them. */
    void begin(Known known);

    /** Another document, with at least one place. */
    void record();

    /** A place of that document, and what it gets. */
    void place(int spot, long cents);
  }

  /** What is known of each spot, by its number. */
  private record Columns(
      int[] organisation,
      int[] next,
      int[] country,
      int[] region,
      float[] latitude,
      float[] longitude) {

    Columns(int room) {
      this(
          new int[room],
          new int[room],
          new int[room],
          new int[room],
          new float[room],
          new float[room]);
    }

    Columns with(int room) {
      return new Columns(
          Arrays.copyOf(organisation, room),
          Arrays.copyOf(next, room),
          Arrays.copyOf(country, room),
          Arrays.copyOf(region, room),
          Arrays.copyOf(latitude, room),
          Arrays.copyOf(longitude, room));
    }
  }

  /** Different texts and their numbers. */
  private static final class Names {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    int number(String name) {
      Integer known = numbers.get(name);
      if (known == null) {
        known = names.size();
        numbers.put(name, known);
        names.add(name);
      }
      return known;
    }
  }

  /**
   * What is known at a moment.
   *
   * @param countries names by number, empty for an unknown one
   * @param regions names by number, empty for an unknown one
   * @param size how many spots there are
   * @param organisations how many organisations there are
   */
  record Known(
      int[] organisation,
      int[] next,
      int[] first,
      long[] high,
      long[] low,
      int[] country,
      int[] region,
      float[] latitude,
      float[] longitude,
      List<String> countries,
      List<String> regions,
      int size,
      int organisations) {

    /** The first spot of the organisation of this one; {@link #next} goes on from there. */
    int first(int spot) {
      return first[organisation[spot]];
    }

    /** Whether there is such a spot, and it was known at this moment. */
    boolean has(int spot) {
      return spot >= 0 && spot < size;
    }

    /** The id of an organisation by its number. */
    UUID id(int organisation) {
      return new UUID(high[organisation], low[organisation]);
    }

    boolean hasPoint(int spot) {
      return !Float.isNaN(latitude[spot]);
    }
  }

  synchronized Known known() {
    return new Known(
        spots.organisation(),
        spots.next(),
        first,
        high,
        low,
        spots.country(),
        spots.region(),
        spots.latitude(),
        spots.longitude(),
        List.copyOf(countries.names),
        List.copyOf(regions.names),
        size,
        organisations);
  }

  /** The number of an organisation at its place. */
  synchronized int number(Place place) {
    int organisation = organisation(place);
    int country = countries.number(place.country());
    int region = regions.number(place.region());
    float latitude = (float) place.latitude();
    float longitude = (float) place.longitude();
    int last = NONE;
    for (int at = first[organisation]; at != NONE; at = spots.next()[at]) {
      if (spots.country()[at] == country
          && spots.region()[at] == region
          && Float.compare(spots.latitude()[at], latitude) == 0
          && Float.compare(spots.longitude()[at], longitude) == 0) {
        return at;
      }
      last = at;
    }
    if (size == spots.next().length) {
      spots = spots.with(size * 3 / 2);
    }
    spots.organisation()[size] = organisation;
    spots.next()[size] = NONE;
    spots.country()[size] = country;
    spots.region()[size] = region;
    spots.latitude()[size] = latitude;
    spots.longitude()[size] = longitude;
    if (last == NONE) {
      first[organisation] = size;
    } else {
      spots.next()[last] = size;
    }
    return size++;
  }

  private int organisation(Place place) {
    long one = place.organisation().getMostSignificantBits();
    long other = place.organisation().getLeastSignificantBits();
    int at = slot(one, other);
    if (table[at] > 0) {
      return table[at] - 1;
    }
    if (organisations == first.length) {
      int room = organisations * 3 / 2;
      first = Arrays.copyOf(first, room);
      high = Arrays.copyOf(high, room);
      low = Arrays.copyOf(low, room);
    }
    first[organisations] = NONE;
    high[organisations] = one;
    low[organisations] = other;
    table[at] = ++organisations;
    if (organisations * 2 > table.length) {
      table = new int[table.length * 2];
      for (int i = 0; i < organisations; i++) {
        table[slot(high[i], low[i])] = i + 1;
      }
    }
    return organisations - 1;
  }

  private int slot(long one, long other) {
    long mixed = (one ^ Long.rotateLeft(other, 32)) * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & (table.length - 1);
    while (table[at] > 0 && (high[table[at] - 1] != one || low[table[at] - 1] != other)) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }
}
