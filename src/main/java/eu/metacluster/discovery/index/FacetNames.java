package eu.metacluster.discovery.index;

import eu.metacluster.discovery.search.Facet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/**
 * The values of all facets, each known by a number that it keeps as long as the index is open:
 * whoever looks at a later state of the index need not number again what was there before. Values
 * that often come together have a number together, too. Any number of threads may use it.
 *
 * <p>Numbers below {@link #SETS} are of values that are counted for every answer, those from there
 * up to {@link #FAR} of several such values at once; both fit into sixteen bits. Numbers from
 * {@link #FAR} on are of values of which there are very many, each seldom: they are counted only
 * when one of them may be among the most frequent.
 */
final class FacetNames {

  /** The first number of several values together. */
  static final int SETS = 40 << 10;

  /** The first number of the values that are seldom. */
  static final int FAR = 1 << 16;

  /** So many organisations are near at most, so that room is left for all other facets. */
  private static final int ORGANISATIONS = 32 << 10;

  /** Between a facet's word and its value in a term. */
  private static final byte BETWEEN = 0x1F;

  private final BytesRefHash near = new BytesRefHash();
  private final BytesRefHash far = new BytesRefHash();
  private final BytesRef one = new BytesRef();
  private final BytesRef other = new BytesRef();
  private final Map<Members, Integer> sets = new HashMap<>();
  private int organisations;

  /** By the value's number: the number of its facet, below zero for several values together. */
  private byte[] facets = new byte[FAR];

  /** By the number of several values, less {@link #SETS}: those values. */
  private int[][] members = new int[1 << 8][];

  FacetNames() {
    Arrays.fill(facets, (byte) -1);
  }

  /** Some values, which are the same when they are the same in the same order. */
  private record Members(int[] values) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Members(int[] others) && Arrays.equals(values, others);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(values);
    }
  }

  /** The number of a value of this facet, by the term that the index keeps of it. */
  synchronized int number(Facet facet, BytesRef term) {
    int known = find(term);
    return known >= 0 ? known : fresh(facet, term);
  }

  private int find(BytesRef term) {
    int number = near.find(term);
    if (number >= 0) {
      return number;
    }
    int seldom = far.find(term);
    return seldom < 0 ? -1 : FAR + seldom;
  }

  private int fresh(Facet facet, BytesRef term) {
    int number;
    if (room(facet)) {
      number = near.add(term);
    } else {
      number = FAR + far.add(term);
      facets = ArrayUtil.grow(facets, number + 1);
    }
    facets[number] = (byte) facet.ordinal();
    return number;
  }

  private boolean room(Facet facet) {
    return near.size() < SETS && (facet != Facet.ORGANISATION || organisations++ < ORGANISATIONS);
  }

  /**
   * The number of several values that come together, below zero when it can have none.
   *
   * @param values numbers of values that are counted for every answer, from the least on
   */
  synchronized int together(int[] values) {
    Members key = new Members(values);
    Integer known = sets.get(key);
    if (known != null) {
      return known;
    }
    int number = SETS + sets.size();
    if (number == FAR) {
      return -1;
    }
    sets.put(key, number);
    members = ArrayUtil.grow(members, sets.size());
    members[number - SETS] = values;
    return number;
  }

  /** The number of a value, below zero when it has none. */
  synchronized int known(Facet facet, String value) {
    return find(new BytesRef(facet.word() + (char) BETWEEN + value));
  }

  /** All numbers are below this. */
  synchronized int size() {
    return FAR + far.size();
  }

  /** The numbers of the facets, by the number of a value that is known now. */
  synchronized byte[] facets() {
    return facets;
  }

  /** What comes together, by its number less {@link #SETS}, as far as it is known now. */
  synchronized int[][] members() {
    return members;
  }

  /** The order of two values of the same facet. */
  synchronized int compare(int value, int another) {
    return term(value, one).compareTo(term(another, other));
  }

  private BytesRef term(int value, BytesRef into) {
    return value < FAR ? near.get(value, into) : far.get(value - FAR, into);
  }

  /** What a value is called. */
  synchronized String label(int value) {
    BytesRef term = term(value, one);
    int at = term.offset;
    while (term.bytes[at] != BETWEEN) {
      at++;
    }
    int begin = at + 1 - term.offset;
    return new BytesRef(term.bytes, at + 1, term.length - begin).utf8ToString();
  }
}
